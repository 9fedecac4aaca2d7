import type { Codebook } from '@attune/codebooks'
import type { Annotation, Rating, Workspace } from '@attune/contract'
import { screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { RaisedAnnotation } from '../../../web/src/codings/annotations/RaisedAnnotation.tsx'
import { linkRaised, standOf } from '../../../web/src/codings/evidence.ts'
import { nextStep, walkEvidence } from '../../../web/src/codings/evidence-walk.ts'
import { goToSlot, nextMissing } from '../../../web/src/codings/instruments/go-to-slot.ts'
import { Instruments } from '../../../web/src/codings/instruments/Instruments.tsx'
import { SubmitPanel } from '../../../web/src/codings/SubmitPanel.tsx'
import { expectAccessible, renderOnDesk } from './render.tsx'
import { acceptingPorts, annotationsOver, interviewWorkspace } from './sample.ts'

const loving = { variable: 'loving', target: 'mother', episode: null }
const coherence = { variable: 'coherence-of-mind', target: null, episode: null }

/** A coding with annotations; a codebook that asks for evidence where `wanted` says so. */
function coded(count: number, wanted: Record<string, number> = {}, change: Partial<Workspace> = {}): Workspace {
  const workspace = interviewWorkspace()
  const codebook: Codebook = {
    ...workspace.codebook,
    variables: workspace.codebook.variables.map((variable) => {
      const atLeast = wanted[variable.id]
      return atLeast === undefined ? variable : { ...variable, evidence: { atLeast } }
    }),
  }
  return { ...workspace, codebook, annotations: annotationsOver(workspace, count), ...change }
}

const rated = (slot: Rating['slot']): Rating => ({
  slot,
  value: { kind: 'score', score: 4 },
  confidence: null,
  rationale: '',
  version: 1,
})

function link(workspace: Workspace, index: number, change: Partial<Annotation>): Workspace {
  const annotations = workspace.annotations.map((one, place) =>
    place === index ? ({ ...one, ...change } as Annotation) : one,
  )
  return { ...workspace, annotations }
}

describe('evidence', { timeout: 30_000 }, () => {
  it('speaks for a rating or against it, never both, and is unlinked by the same key', () => {
    const workspace = coded(2)
    const ports = acceptingPorts(workspace)
    const { desk, sight } = renderOnDesk(() => null, workspace, ports)
    const [first] = workspace.annotations
    const now = () => desk.draft().annotations.get(first?.id ?? '')
    const stand = () => {
      const annotation = now()
      return annotation ? standOf(annotation, loving) : undefined
    }
    expect(linkRaised(desk, sight, 'against')).toMatch(/Choose an annotation first/)
    sight.setRaised(first?.id ?? '')
    expect(linkRaised(desk, sight, 'against')).toMatch(/Choose the rating first/)
    sight.setSlot(loving)
    linkRaised(desk, sight, 'for')
    expect(stand()).toBe('for')
    linkRaised(desk, sight, 'against')
    expect(now()).toMatchObject({ evidence: [], contradicts: [loving] })
    desk.undo()
    expect(stand()).toBe('for')
    desk.redo()
    linkRaised(desk, sight, 'against')
    expect(stand()).toBeNull()
  })

  it('is seen from the rating: what speaks for it, what against it, in words and with the memo', async () => {
    const workspace = link(link(coded(2), 0, { evidence: [loving] }), 1, { contradicts: [loving] })
    const { container, desk } = renderOnDesk(() => <Instruments />, workspace)
    const more = screen.getByRole('button', { name: /^2 pieces of evidence · 1 against.*Loving \(Mother\)/ })
    await userEvent.click(more)
    const supporting = screen.getByRole('list', { name: 'Evidence for Loving (Mother)' })
    expect(supporting).toHaveTextContent('A note on this passage.')
    const against = screen.getByRole('list', { name: 'Evidence against Loving (Mother)' })
    expect(within(against).getAllByRole('listitem')).toHaveLength(1)
    expect(against).toHaveTextContent(/^against/)
    await expectAccessible(container)
    await userEvent.click(within(against).getByRole('button', { name: /^Unlink/ }))
    expect(screen.queryByRole('list', { name: 'Evidence against Loving (Mother)' })).toBeNull()
    expect(desk.draft().annotations.get(workspace.annotations[1]?.id ?? '')?.contradicts).toEqual([])
  })

  it('is seen from the annotation, which can be put for or against the rating one is at', async () => {
    const workspace = link(coded(1), 0, { contradicts: [coherence] })
    const { container, desk, sight } = renderOnDesk(() => <RaisedAnnotation />, workspace)
    const id = workspace.annotations[0]?.id ?? ''
    sight.setRaised(id)
    expect(screen.getByText('Speaks against').parentElement).toHaveTextContent(/Coherence of mind/)
    sight.setSlot(loving)
    const offers = screen.getAllByRole('button', { name: /^Loving \(Mother\)/ })
    expect(offers.map((one) => one.textContent?.slice(-1))).toEqual(['e', 'a'])
    await userEvent.click(offers[1] as HTMLElement)
    expect(desk.draft().annotations.get(id)?.contradicts).toEqual([coherence, loving])
    await expectAccessible(container)
  })
})

describe('the way between a rating and its evidence', { timeout: 30_000 }, () => {
  it('goes piece by piece and after the last one back', () => {
    const annotation = (id: string) => ({ ...(coded(1).annotations[0] as Annotation), id, evidence: [coherence] })
    const at = { slot: loving, pieces: ['p', 'q'] }
    expect(nextStep({ ...at, raised: undefined, isAtRating: true })).toEqual({ to: 'piece', number: 0 })
    expect(nextStep({ ...at, raised: annotation('p'), isAtRating: false })).toEqual({ to: 'piece', number: 1 })
    expect(nextStep({ ...at, raised: annotation('q'), isAtRating: false })).toEqual({ to: 'rating', slot: loving })
    // Back at the rating it goes on after the piece that is still raised, or begins again.
    expect(nextStep({ ...at, raised: annotation('p'), isAtRating: true })).toEqual({ to: 'piece', number: 1 })
    expect(nextStep({ ...at, raised: annotation('q'), isAtRating: true })).toEqual({ to: 'piece', number: 0 })
    // An annotation of another rating leads to that one.
    expect(nextStep({ ...at, raised: annotation('x'), isAtRating: false })).toEqual({ to: 'rating', slot: coherence })
    expect(nextStep({ slot: loving, pieces: [], raised: undefined, isAtRating: true })).toEqual({
      to: 'nothing',
      lacks: 'evidence',
    })
  })

  it('raises the pieces in the order of the text and puts the keyboard back on the rating', () => {
    const workspace = link(link(coded(3), 0, { evidence: [loving] }), 2, { contradicts: [loving] })
    const [first, , third] = workspace.annotations.map(({ id }) => id)
    const { desk, sight } = renderOnDesk(() => <Instruments />, workspace)
    goToSlot(sight, loving)
    expect(walkEvidence(desk, sight)).toBeNull()
    expect(sight.raised()).toBe(first)
    expect(sight.wanted()).toMatchObject({ focus: true })
    ;(document.activeElement as HTMLElement).blur()
    walkEvidence(desk, sight)
    expect(sight.raised()).toBe(third)
    walkEvidence(desk, sight)
    expect(document.activeElement?.closest('#slot-loving-at-mother')).not.toBeNull()
    goToSlot(sight, { ...loving, target: 'father' })
    expect(walkEvidence(desk, sight)).toBe('Loving (Father) has no evidence yet.')
  })
})

describe('evidence that a codebook asks for', { timeout: 30_000 }, () => {
  const all = (workspace: Workspace): Rating[] => {
    const { desk, unmount } = renderOnDesk(() => null, workspace)
    unmount()
    return desk.slots.map((slot) =>
      slot.variable === 'classification'
        ? { ...rated(slot), value: { kind: 'class', classes: ['F3'] }, rationale: 'Because.' }
        : rated(slot),
    )
  }

  it('is counted on the rating while coding', async () => {
    const workspace = link(coded(2, { loving: 2 }, { ratings: [rated(loving)] }), 0, { evidence: [loving] })
    const { desk, sight } = renderOnDesk(() => <Instruments />, workspace)
    expect(screen.getByRole('button', { name: /^1 of 2 pieces of evidence.*Loving \(Mother\)/ })).toBeVisible()
    goToSlot(sight, loving, 'evidence')
    expect(screen.getByText('Asks for 2 annotations as evidence, for or against.')).toBeVisible()
    sight.setRaised(workspace.annotations[1]?.id ?? '')
    linkRaised(desk, sight, 'against')
    expect(screen.getByRole('button', { name: /^2 of 2 pieces of evidence · 1 against/ })).toBeVisible()
    expect(screen.queryByText('Asks for 2 annotations as evidence, for or against.')).toBeNull()
  })

  it('stands in the way of submitting by name; one key goes there', async () => {
    const plain = coded(1, { loving: 1 })
    const workspace = link({ ...plain, ratings: all(plain) }, 0, { evidence: [loving] })
    let isClosed = false
    const onClose = () => {
      isClosed = true
    }
    const { container, desk, sight } = renderOnDesk(
      () => (
        <>
          <Instruments />
          <SubmitPanel onClose={onClose} />
        </>
      ),
      workspace,
    )
    expect(nextMissing(desk, sight)).toMatchObject({ slot: { ...loving, target: 'father' }, part: 'evidence' })
    await expectAccessible(container)
    await userEvent.click(
      screen.getByRole('button', { name: 'Loving (Father) needs 1 annotation as evidence; none is linked.' }),
    )
    expect(isClosed).toBe(true)
    expect(document.activeElement).toHaveAccessibleName(/^0 of 1 pieces of evidence.*Loving \(Father\)$/)
    expect(document.activeElement).toHaveAttribute('aria-expanded', 'true')
  })

  it('comes after the ratings, together with the rationale of the class', () => {
    const plain = coded(0, { loving: 1 })
    const ratings = all(plain).map((rating) => ({ ...rating, rationale: '' }))
    const missingOne = ratings.filter(({ slot }) => slot.variable !== 'coherence-of-mind')
    const { desk, sight, unmount } = renderOnDesk(() => null, { ...plain, ratings: missingOne })
    expect(nextMissing(desk, sight)).toMatchObject({ slot: coherence, part: 'rating' })
    unmount()
    const complete = renderOnDesk(() => <Instruments />, { ...plain, ratings })
    complete.sight.setSlot({ ...loving, target: 'father' })
    const missing = nextMissing(complete.desk, complete.sight)
    expect(missing).toMatchObject({ slot: { variable: 'classification' }, part: 'rationale' })
    if (missing) goToSlot(complete.sight, missing.slot, missing.part)
    expect(document.activeElement).toHaveAccessibleName('Rationale for Classification')
  })
})
