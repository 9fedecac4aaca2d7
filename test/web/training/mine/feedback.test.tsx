import type { CaseFeedback, Workspace } from '@attune/contract'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listenForShortcuts } from '../../../../web/src/base/shortcuts.ts'
import { FeedbackView } from '../../../../web/src/training/feedback/FeedbackView.tsx'
import { createReflection } from '../../../../web/src/training/feedback/reflection.ts'
import FeedbackPage from '../../../../web/src/training/mine/FeedbackPage.tsx'
import { eventOf } from '../../codings/observation-sample.ts'
import { expectAccessible } from '../../codings/render.tsx'
import { CODING, interviewWorkspace, observationWorkspace, STUDY } from '../../codings/sample.ts'
import { answering, showPage } from './lab.tsx'
import { ATTEMPT, interviewFeedback, view } from './sample.ts'

afterEach(() => vi.unstubAllGlobals())
// jsdom lays nothing out: every stretch of text is nowhere.
Range.prototype.getBoundingClientRect ??= () => ({ top: 0, bottom: 0 }) as DOMRect

const show = (feedback: CaseFeedback, workspace: Workspace = interviewWorkspace(), person: string | null = null) =>
  render(() => (
    <MemoryRouter root={(props) => <main>{props.children}</main>}>
      <Route
        path="*"
        component={() => (
          <>
            <h1>Feedback</h1>
            <FeedbackView feedback={feedback} workspace={workspace} person={person} />
          </>
        )}
      />
    </MemoryRouter>
  ))

describe('feedback side by side', { timeout: 30_000 }, () => {
  it('says the verdict first, with its interval', async () => {
    const { container } = show(interviewFeedback())
    const main = container.querySelector('.feedback__main')
    expect(main?.firstElementChild).toHaveTextContent('17 of 20 agree with the master, 95 % interval 64 % to 95 %.')
    await expectAccessible(container)
  })

  it('says how far apart scores are, which confusion it was, and how often others made it only where that is given', () => {
    show(interviewFeedback())
    const coherence = screen.getByRole('article', { name: 'Coherence of mind' })
    expect(coherence).toHaveTextContent(/≠ differ\s*2 points above the master/)
    expect(coherence).toHaveTextContent('3 of 8 others did the same.')
    expect(within(coherence).getByText('You').parentElement).toHaveTextContent('7No rationale written.')
    expect(within(coherence).getByText('Master').parentElement).toHaveTextContent('5Said twice without a scene.')
    const classes = screen.getByRole('article', { name: 'Classification' })
    expect(classes).toHaveTextContent('E1 where the master has E3')
    expect(classes).not.toHaveTextContent('others did the same')
    expect(classes).toHaveTextContent('Look at turn 12.')
    expect(screen.getByRole('article', { name: 'Loving (Mother)' })).toHaveTextContent(
      /= agree\s*0\.5 points apart, within the tolerance of this set/,
    )
  })

  it('shows only what differs when asked, by mouse or key, and goes through it by key', async () => {
    const stop = listenForShortcuts()
    try {
      show(interviewFeedback())
      await userEvent.click(screen.getByRole('checkbox', { name: 'Only where we differ' }))
      expect(screen.queryByRole('article', { name: 'Loving (Mother)' })).toBeNull()
      expect(screen.getByText('5 of 7 shown')).toBeInTheDocument()
      ;(document.activeElement as HTMLElement).blur()
      await userEvent.keyboard('jj')
      expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Classification' }))
      await userEvent.keyboard('kd')
      expect(screen.getByRole('article', { name: 'Loving (Mother)' })).toBeInTheDocument()
      expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Coherence of mind' }))
    } finally {
      stop()
    }
  })

  it('lists the passages by what became of them; each leads to its place, where both codings are named', async () => {
    const { container } = show(interviewFeedback())
    expect(screen.getByText('1 same code, 1 other code, 1 only the master, 1 only you')).toBeInTheDocument()
    const items = container.querySelectorAll('.unit')
    expect(items[1]).toHaveTextContent(/≠ Other code ?overlap 80 %.*You: .*Derogation.*Master: .*Lack of recall/)
    await userEvent.click(within(items[1] as HTMLElement).getByRole('button'))
    const here = screen.getByRole('region', { name: 'Coded here' })
    expect(here).toHaveTextContent(/You.*Derogation.*Master.*Lack of recall/)
    const notes = [...container.querySelectorAll('.turn__note')].map((note) => note.textContent)
    expect(notes).toContain('You: Derogation; Master: Derogation')
    expect(notes).toContain('Master: Derogation')
  })

  it('leads from the evidence of a rating to its passage', async () => {
    show(interviewFeedback())
    const evidence = screen.getByRole('list', { name: 'Evidence, Master' })
    const button = within(evidence).getByRole('button', { name: /Derogation, turn/ })
    await userEvent.click(button)
    expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('region', { name: 'Coded here' })).toBeInTheDocument()
  })

  it('names the trainee on a trainer’s screen', () => {
    show(interviewFeedback(), interviewWorkspace(), 'Beatriz Rocha')
    expect(screen.getAllByText('Beatriz Rocha', { selector: '.opinion__who' })).toHaveLength(3)
    expect(screen.getByText(/1 only Beatriz Rocha/)).toBeInTheDocument()
  })

  it('shows events as a table in the order of time, with how far apart they begin', async () => {
    const [mine, master, missed] = [eventOf('cry', 191), eventOf('cry', 190, { offset: 200 }), eventOf('cry', 20)]
    const feedback = interviewFeedback({
      ratings: [],
      annotations: {
        mine: [{ ...mine, version: 1 }],
        master: [
          { ...master, version: 1 },
          { ...missed, version: 1 },
        ],
      },
      units: [
        { kind: 'agreed', mine: mine.id, master: master.id, closeness: 1 },
        { kind: 'missed', mine: null, master: missed.id, closeness: null },
      ],
    })
    const { container } = show(feedback, observationWorkspace())
    const rows = within(screen.getByRole('table', { name: 'Events' })).getAllByRole('row')
    expect(rows[1]).toHaveTextContent(/− Only the master.*Not coded.*Cry 0:20/)
    expect(rows[2]).toHaveTextContent(/= Same code ?1\.0 s apart.*Cry 3:11.*Cry 3:10 to 3:20/)
    await expectAccessible(container)
  })

  it('shows a hundred passages at first, and the next hundred when asked', async () => {
    const base = interviewFeedback()
    const [one] = base.annotations.mine
    const mine = Array.from({ length: 240 }, (_, index) => ({ ...one, id: `p${index}` }) as never)
    const units = mine.map((_, index) => ({ kind: 'added' as const, mine: `p${index}`, master: null, closeness: null }))
    const { container } = show({ ...base, ratings: [], units, annotations: { mine, master: [] } })
    expect(container.querySelectorAll('.unit')).toHaveLength(100)
    await userEvent.click(screen.getByRole('button', { name: 'Show 100 more of 240' }))
    expect(container.querySelectorAll('.unit')).toHaveLength(200)
  })
})

describe('the page of a case', { timeout: 30_000 }, () => {
  const address = `/attempts/${ATTEMPT}/cases/1`
  const released = () => {
    const shown = view()
    const [first, ...rest] = shown.cases
    return { ...shown, cases: [{ ...first, feedback: 'ready' as const }, ...rest] }
  }

  it('asks for nothing that is not released', async () => {
    const asked = answering({ [`GET /attempts/${ATTEMPT}`]: view() })
    showPage(FeedbackPage, '/attempts/:attempt/cases/:position', address)
    expect(await screen.findByText('The feedback on this case is not released yet.')).toBeInTheDocument()
    expect(asked.map(({ path }) => path)).toEqual([`/attempts/${ATTEMPT}`])
  })

  it('keeps the note of the trainee by itself, and leads to the next case', async () => {
    const asked = answering({
      [`GET /attempts/${ATTEMPT}`]: released(),
      [`GET ${address}/feedback`]: interviewFeedback(),
      [`GET /codings/${CODING}`]: interviewWorkspace({ state: 'submitted', mayWrite: false }),
      [`PUT ${address}/reflection`]: { text: 'Look longer.', savedAt: '2026-01-02T03:04:05.000Z' },
    })
    showPage(FeedbackPage, '/attempts/:attempt/cases/:position', address)
    await userEvent.type(await screen.findByLabelText('My note on this case'), 'Look longer.')
    await userEvent.tab()
    await waitFor(() => expect(screen.getByText(/^Saved \d/)).toBeInTheDocument())
    expect(asked.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ text: 'Look longer.' })
    expect(screen.getByRole('link', { name: 'Code the next case' })).toHaveAttribute(
      'href',
      `/studies/${STUDY}/codings/${CODING}`,
    )
  })
})

describe('a note that saves itself', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits for a pause, saves once, and tries again after a failure with what was typed meanwhile', async () => {
    const sent: string[] = []
    let isAway = true
    const note = createRoot(() =>
      createReflection('', async (text) => {
        sent.push(text)
        if (isAway) throw new Error('away')
        return { savedAt: '2026-01-02T03:04:05.000Z' }
      }),
    )
    note.write('a')
    note.write('ab')
    expect(note.state().kind).toBe('waiting')
    await vi.advanceTimersByTimeAsync(900)
    expect(sent).toEqual(['ab'])
    expect(note.state().kind).toBe('failed')
    isAway = false
    note.write('abc')
    await vi.advanceTimersByTimeAsync(6000)
    expect(sent).toEqual(['ab', 'abc'])
    expect(note.state()).toEqual({ kind: 'saved', at: '2026-01-02T03:04:05.000Z' })
    expect(note.isUnsaved()).toBe(false)
  })
})
