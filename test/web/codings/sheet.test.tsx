import type { Annotation, Rating, Workspace } from '@attune/contract'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Instruments } from '../../../web/src/codings/instruments/Instruments.tsx'
import { comparisonOf } from '../../../web/src/codings/sheet/comparison.ts'
import { EvidenceSheet } from '../../../web/src/codings/sheet/EvidenceSheet.tsx'
import { detailsOf, placeOf, sheetOf } from '../../../web/src/codings/sheet/sheet.ts'
import { speak } from '../../../web/src/messages/index.ts'
import { expectAccessible, renderOnDesk } from './render.tsx'
import { annotationsOver, interviewWorkspace, observationWorkspace } from './sample.ts'

const text = 'I: And your mother?\nS: She was there.\nAlways.\n\nI: Mm.\nS: Well, not always.\n'
const passage = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const slot = (variable: string, target: string | null = null) => ({ variable, target, episode: null })
const score = (one: Rating['slot'], points: number, confidence: number | null = null): Rating => ({
  slot: one,
  value: { kind: 'score', score: points },
  confidence,
  rationale: '',
  version: 1,
})

/** A short interview with a class, two conflicting models, a passage for and one against. */
function coded(): Workspace {
  const workspace = interviewWorkspace({ text })
  const [first, second, third] = annotationsOver(interviewWorkspace(), 3) as [Annotation, Annotation, Annotation]
  const classification: Rating = {
    ...score(slot('classification'), 0),
    value: { kind: 'class', classes: ['U', 'E3'] },
    rationale: 'Lapses near the loss.',
  }
  return {
    ...workspace,
    ratings: [classification, score(slot('loving', 'mother'), 6.5, 4), score(slot('loving', 'father'), 2)],
    annotations: [
      { ...first, ...passage('Always.'), evidence: [slot('loving', 'mother')], memo: 'Said without hesitation.' },
      { ...second, ...passage('not always'), contradicts: [slot('loving', 'mother')], confidence: 2 },
      { ...third, ...passage('there'), memo: '' },
    ] as Annotation[],
    memo: { text: 'Read twice.', version: 1 },
  }
}

const show = (workspace: Workspace) =>
  render(() => (
    <MemoryRouter root={(props) => <main>{props.children}</main>}>
      <Route path="*" component={() => <EvidenceSheet workspace={workspace} />} />
    </MemoryRouter>
  ))

describe('the evidence sheet', { timeout: 30_000 }, () => {
  it('goes from the classification down to the words of each passage, for and against', async () => {
    const { container } = show(coded())
    const about = screen.getByRole('region', { name: 'About this coding' })
    expect(about).toHaveTextContent(/Kim Coder/)
    expect(about).toHaveTextContent(/Draft, last changed .*; not submitted/)
    expect(about).toHaveTextContent(/Coded as, Classification\s*U\/E3/)
    const supporting = screen.getByRole('list', { name: 'Evidence for Loving (Mother)' })
    expect(supporting).toHaveTextContent(/turn 2, line 3/)
    expect(within(supporting).getByText('Always.')).toBeInTheDocument()
    expect(supporting).toHaveTextContent('Said without hesitation.')
    const against = screen.getByRole('list', { name: 'Evidence against Loving (Mother)' })
    expect(against).toHaveTextContent(/turn 4, line 6, confidence 2 of 5.*not always/)
    expect(screen.getByText(/Lapses near the loss\./)).toBeInTheDocument()
    const loose = screen.getByRole('heading', { name: 'Annotations that are evidence for no rating' }).parentElement
    expect(within(loose as HTMLElement).getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByText('Read twice.')).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('says of a submitted coding when, and of a reopened one why', () => {
    const workspace = interviewWorkspace({ state: 'submitted' })
    show({ ...workspace, coding: { ...workspace.coding, version: 2, reason: 'A page was missing' } })
    expect(screen.getByText(/^Submitted 2 Jan 2026/)).toBeInTheDocument()
    expect(screen.getByText('2, because: A page was missing')).toBeInTheDocument()
  })

  it('tells of an event its time, its subject and its modifiers', () => {
    const workspace = observationWorkspace()
    const event: Annotation = {
      unit: 'event',
      id: 'e',
      code: 'cry',
      value: null,
      memo: '',
      confidence: null,
      evidence: [],
      contradicts: [],
      onset: 190,
      offset: 235.5,
      subject: workspace.codebook.subjects[0]?.id ?? null,
      modifiers: { loudness: ['loud'] },
      version: 1,
    }
    const loudness = {
      id: 'loudness',
      label: 'Loudness',
      choose: 'one' as const,
      values: [{ id: 'loud', label: 'Loud' }],
    }
    const codes = workspace.codebook.codes.map((code) =>
      code.id === 'cry' ? { ...code, modifiers: [loudness] } : code,
    )
    const changed = { ...workspace, codebook: { ...workspace.codebook, codes }, annotations: [event] }
    expect(detailsOf(changed, event)).toEqual([workspace.codebook.subjects[0]?.label, 'Loudness: Loud'])
    show(changed)
    expect(screen.getByText(/3:10 to 3:55\.5/)).toBeInTheDocument()
  })

  it('leaves out nothing: every annotation is under its ratings or among the loose ones', () => {
    const workspace = interviewWorkspace()
    const annotations = annotationsOver(workspace, 20).map((one, index) => ({
      ...one,
      evidence: index % 3 === 0 ? [slot('loving', 'mother'), slot('coherence-of-mind')] : [],
      contradicts: index % 4 === 0 ? [slot('loving', 'father')] : [],
    }))
    const sheet = sheetOf({ ...workspace, annotations })
    const ratings = sheet.sections.flatMap((section) => section.instruments.flatMap((one) => one.ratings))
    const shown = new Set([...ratings.flatMap((one) => [...one.supports, ...one.contradicts]), ...sheet.loose])
    expect(new Set([...shown].map(({ id }) => id))).toEqual(new Set(annotations.map(({ id }) => id)))
    expect(sheet.classes.map(({ label }) => label)).toEqual(['Classification'])
  })

  it('finds the line inside a turn, and the time of a turn that has one', () => {
    const workspace = coded()
    const [first] = workspace.annotations
    const { material } = workspace
    if (material.kind !== 'transcript' || !first) throw new Error('no text')
    const timed = { ...material, turns: material.turns.map((turn) => ({ ...turn, time: turn.number * 10 })) }
    expect(placeOf(timed, first)).toEqual({ first: 2, last: 2, line: 3, time: 20 })
  })

  it('speaks German', async () => {
    await speak('de')
    try {
      show(coded())
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Belegbogen: A-104')
      expect(screen.getByRole('list', { name: 'Belege gegen Loving (Mother)' })).toBeInTheDocument()
    } finally {
      await speak('en')
    }
  })
})

describe('several relationships side by side', { timeout: 30_000 }, () => {
  it('keep their own values; what lies between them is said, never averaged', () => {
    const { codebook, ratings } = coded()
    const slots = [
      slot('loving', 'mother'),
      slot('loving', 'father'),
      slot('rejecting', 'mother'),
      slot('coherence-of-mind'),
    ]
    const compared = (one: Rating['slot']) => ({
      value:
        ratings.find((rating) => rating.slot.variable === one.variable && rating.slot.target === one.target)?.value ??
        null,
      confidence: null,
      supports: 0,
      contradicts: 0,
    })
    const comparison = comparisonOf(codebook, slots, compared)
    expect(comparison?.targets.map(({ id }) => id)).toEqual(['mother', 'father'])
    expect(comparison?.rows.map((row) => [row.variable.id, row.apart])).toEqual([
      ['loving', { kind: 'scores', distance: 4.5 }],
      ['rejecting', null],
    ])
    // Not asked of the father is something else than not rated.
    expect(comparison?.rows[1]?.cells.map((cell) => cell === null)).toEqual([false, true])
    expect(comparisonOf(codebook, slots.slice(2), compared)).toBeNull()
  })

  it('are seen beside the instruments, with their evidence, and lead to the rating', async () => {
    const { container, sight } = renderOnDesk(() => <Instruments />, coded())
    await userEvent.click(screen.getByRole('button', { name: 'Compare relationships' }))
    const table = screen.getByRole('table', { name: /One column a relationship/ })
    const row = within(table).getByRole('row', { name: /^Loving/ })
    expect(within(row).getByRole('button', { name: /^Loving \(Mother\)/ })).toHaveTextContent(
      /6\.5confidence 41 for1 against/,
    )
    expect(within(row).getAllByRole('cell').at(-1)).toHaveTextContent('4.5')
    await expectAccessible(container)
    await userEvent.click(within(row).getByRole('button', { name: /^Loving \(Father\)/ }))
    expect(sight.slot()).toEqual(slot('loving', 'father'))
    expect(document.activeElement?.closest('#slot-loving-at-father')).not.toBeNull()
  })
})
