import type { Annotation, Workspace } from '@attune/contract'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen, waitFor } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { createRoot } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { enter, leave } from '../../../../web/src/base/session.ts'
import { CodingDesk } from '../../../../web/src/codings/CodingDesk.tsx'
import { pressCodeKey } from '../../../../web/src/codings/coding-keys.ts'
import type { Ports } from '../../../../web/src/codings/ports.ts'
import { SubmitPanel } from '../../../../web/src/codings/SubmitPanel.tsx'
import { afterSubmission } from '../../../../web/src/codings/training/after-submission.ts'
import { TrainingBar } from '../../../../web/src/codings/training/TrainingBar.tsx'
import { createMinutesLeft, durationWords } from '../../../../web/src/codings/training/time-left.ts'
import { expectAccessible, renderOnDesk } from '../../codings/render.tsx'
import { acceptingPorts, interviewWorkspace, observationWorkspace, STUDY } from '../../codings/sample.ts'
import { answering } from './lab.tsx'
import { ATTEMPT, view } from './sample.ts'

type Training = NonNullable<Workspace['training']>
const training = (more: Partial<Training> = {}): Training => ({
  attempt: ATTEMPT,
  set: 'Passages',
  feedback: 'practice',
  position: 2,
  cases: 5,
  dueAt: null,
  given: [],
  ...more,
})
const segment = (start: number) => ({ unit: 'segment' as const, start, end: start + 30 })
const given = [segment(400), segment(900), segment(1500)]
/** A case in training in which nothing has to be rated. */
const inTraining = (more: Partial<Training> = {}): Workspace => {
  const workspace = interviewWorkspace()
  return { ...workspace, codebook: { ...workspace.codebook, variables: [] }, training: training(more) }
}
const onRouter = (part: () => import('solid-js').JSX.Element) => (
  <MemoryRouter>
    <Route path="*" component={part} />
  </MemoryRouter>
)
const key = (name: string) => new KeyboardEvent('keydown', { key: name })

afterEach(() => {
  vi.unstubAllGlobals()
  leave()
})

describe('the bar of training', { timeout: 30_000 }, () => {
  it('says which set, which case of how many, how much time, and leads back', async () => {
    const dueAt = new Date(Date.now() + 89.5 * 60_000).toISOString()
    const { container } = renderOnDesk(() => onRouter(() => <TrainingBar />), inTraining({ dueAt, given }))
    expect(screen.getByRole('region', { name: 'Training' })).toHaveTextContent(
      /Passages, case 2 of 5\s*1 hour 30 minutes left\s*3 of 3 units not coded yet/,
    )
    expect(screen.getByRole('link', { name: 'To the attempt' })).toHaveAttribute(
      'href',
      `/studies/${STUDY}/attempts/${ATTEMPT}`,
    )
    await expectAccessible(container)
  })

  it('is not there outside training', () => {
    renderOnDesk(() => onRouter(() => <TrainingBar />), interviewWorkspace())
    expect(screen.queryByRole('region', { name: 'Training' })).toBeNull()
  })

  it('counts begun minutes, and says durations plainly', () => {
    vi.useFakeTimers({ now: Date.parse('2026-01-01T12:00:00Z') })
    try {
      createRoot((dispose) => {
        const left = createMinutesLeft(() => '2026-01-01T12:10:30Z')
        expect(left()).toBe(11)
        vi.advanceTimersByTime(60_000)
        expect(left()).toBe(10)
        vi.advanceTimersByTime(3_600_000)
        expect(left()).toBe(0)
        dispose()
      })
    } finally {
      vi.useRealTimers()
    }
    expect([0, 1, 60, 95, 2880].map(durationWords)).toEqual([
      'less than a minute',
      '1 minute',
      '1 hour',
      '1 hour 35 minutes',
      '2 days',
    ])
  })
})

describe('given units', { timeout: 30_000 }, () => {
  it('are walked with their borders selected, so that a code key codes exactly that unit', () => {
    const { desk, sight } = renderOnDesk(() => onRouter(() => <TrainingBar />), inTraining({ given }))
    sight.given.go(1)
    expect(sight.selection()).toEqual({ start: 400, end: 430 })
    expect(pressCodeKey(desk, sight, key('d'))).toBe(true)
    expect([...desk.draft().annotations.values()]).toMatchObject([{ code: 'derogation', start: 400, end: 430 }])
    expect(screen.getByText('2 of 3 units not coded yet')).toBeInTheDocument()
    sight.given.go(-1)
    expect(sight.selection()).toEqual({ start: 1500, end: 1530 })
    sight.given.goToUncoded()
    expect(sight.selection()).toEqual({ start: 900, end: 930 })
    expect(sight.given.unitAt(910)).toBe(1)
    expect(sight.given.unitAt(600)).toBe(-1)
  })

  it('count as coded only where the borders are theirs', () => {
    const beside = { ...annotation(400), end: 431 }
    const workspace = { ...inTraining({ given }), annotations: [beside, { ...annotation(900), id: 'b' }] }
    const { sight } = renderOnDesk(() => onRouter(() => <TrainingBar />), workspace)
    expect(sight.given.left()).toBe(2)
    expect(given.map(sight.given.isCoded)).toEqual([false, true, false])
  })

  it('of an observation are coded with their times', () => {
    const workspace = observationWorkspace()
    const code = workspace.codebook.codes.find((one) => one.event !== 'point' && one.key)
    if (!code?.key) throw new Error('no code with a key')
    const events = [
      { unit: 'event' as const, onset: 12, offset: 20 },
      { unit: 'event' as const, onset: 31, offset: null },
    ]
    const { desk, sight } = renderOnDesk(() => onRouter(() => <TrainingBar />), {
      ...workspace,
      training: training({ given: events }),
    })
    sight.given.go(1)
    expect(pressCodeKey(desk, sight, key(code.key))).toBe(true)
    expect([...desk.draft().annotations.values()]).toMatchObject([{ code: code.id, onset: 12, offset: 20 }])
    expect(sight.given.left()).toBe(1)
  })
})

describe('submitting in training', { timeout: 30_000 }, () => {
  const submitting = (workspace: Workspace) => {
    const submit = vi.fn(acceptingPorts(workspace).submit)
    const ports: Ports = { ...acceptingPorts(workspace), submit }
    const onSubmitted = vi.fn()
    const rendered = renderOnDesk(() => <SubmitPanel onClose={() => {}} onSubmitted={onSubmitted} />, workspace, ports)
    return { submit, onSubmitted, ...rendered }
  }
  const confirm = () => userEvent.click(screen.getByRole('button', { name: 'Submit and freeze' }))

  it('asks what was known, and sends it', async () => {
    const { container, submit, onSubmitted } = submitting(inTraining({ given }))
    expect(screen.getByText('3 given units have no code. You may submit all the same.')).toBeInTheDocument()
    await confirm()
    expect(screen.getByRole('alert')).toHaveTextContent('Choose one of the two.')
    expect(submit).not.toHaveBeenCalled()
    await userEvent.click(screen.getByLabelText('I knew something'))
    await confirm()
    expect(screen.getByRole('alert')).toHaveTextContent('Say in a few words what you knew.')
    await userEvent.type(screen.getByLabelText('What did you know?'), 'The town.')
    await expectAccessible(container)
    await confirm()
    await waitFor(() => expect(onSubmitted).toHaveBeenCalledOnce())
    expect(submit.mock.calls[0]?.[2]).toEqual({ knew: true, note: 'The town.' })
  })

  it('asks a blind coder outside training too, who may leave it open', async () => {
    const workspace = { ...inTraining(), training: null }
    const membership = { study: { id: STUDY, name: 'Cohort', isDemo: false }, role: 'coder' as const, expiresAt: null }
    enter({ person: workspace.coder, isOwner: false, memberships: [membership] } as never)
    const { submit, onSubmitted } = submitting(workspace)
    expect(screen.getByLabelText(/I did not know the family/)).toBeInTheDocument()
    await confirm()
    await waitFor(() => expect(onSubmitted).toHaveBeenCalledOnce())
    expect(submit.mock.calls[0]?.[2]).toBeUndefined()
  })

  it('leads to the feedback of the case where that is there, else to the attempt', async () => {
    const attempt = `/studies/${STUDY}/attempts/${ATTEMPT}`
    const [first, second, third] = view().cases
    const withFeedback = { ...view(), cases: [first, { ...second, feedback: 'ready' }, third] }
    answering({ [`GET /attempts/${ATTEMPT}`]: withFeedback })
    expect(await afterSubmission(STUDY, training())).toBe(`${attempt}/cases/2`)
    expect(await afterSubmission(STUDY, training({ feedback: 'test' }))).toBe(attempt)
    answering({ [`GET /attempts/${ATTEMPT}`]: view() })
    expect(await afterSubmission(STUDY, training())).toBe(attempt)
  })
})

describe('time that is over', { timeout: 30_000 }, () => {
  it('is said where a change is refused, and what was typed stays', async () => {
    const workspace = inTraining({ dueAt: '2026-01-01T00:00:00.000Z' })
    const ports: Ports = {
      ...acceptingPorts(workspace),
      send: async () => ({ kind: 'refused', message: 'The time of this attempt is over.' }),
    }
    render(() => onRouter(() => <CodingDesk workspace={workspace} ports={ports} />))
    await userEvent.click(screen.getByRole('tab', { name: /Memo/ }))
    const memo = await screen.findByRole('textbox', { name: /Memo/ })
    await userEvent.type(memo, 'Not saved any more')
    expect(
      await screen.findByText('The time of this attempt is over', undefined, { timeout: 5000 }),
    ).toBeInTheDocument()
    expect(screen.getByText(/still on this screen, so that you can read or copy it/)).toBeInTheDocument()
    expect(memo).toHaveValue('Not saved any more')
  })
})

function annotation(start: number): Extract<Annotation, { unit: 'segment' }> {
  const rest = { value: null, memo: '', confidence: null, evidence: [], contradicts: [], version: 1 }
  return { unit: 'segment', id: 'a', code: 'derogation', start, end: start + 30, ...rest }
}
