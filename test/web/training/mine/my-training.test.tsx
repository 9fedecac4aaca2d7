import type { AttemptView, MyTraining } from '@attune/contract'
import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { speak } from '../../../../web/src/messages/index.ts'
import AttemptPage from '../../../../web/src/training/mine/AttemptPage.tsx'
import MyProgressPage from '../../../../web/src/training/mine/MyProgressPage.tsx'
import MyTrainingPage from '../../../../web/src/training/mine/MyTrainingPage.tsx'
import { dueWords, expectWords } from '../../../../web/src/training/mine/set-words.ts'
import { expectAccessible } from '../../codings/render.tsx'
import { CODING, STUDY } from '../../codings/sample.ts'
import { answering, showPage } from './lab.tsx'
import { ATTEMPT, figure, head, line, mySet, progress, SET, verdict, view } from './sample.ts'

afterEach(() => vi.unstubAllGlobals())
const training = (more: Partial<MyTraining> = {}): MyTraining => ({
  sets: [line()],
  next: { set: SET, attempt: null, coding: null },
  certificates: [],
  ...more,
})
const showMine = (answer: MyTraining, more: Readonly<Record<string, unknown>> = {}) => {
  const asked = answering({ 'GET /my-training': answer, ...more })
  return { asked, ...showPage(MyTrainingPage, '/my-training', '/my-training') }
}

describe('my training', { timeout: 30_000 }, () => {
  it('says what a set asks and gives, and begins an attempt once, going to its first case', async () => {
    const started = vi.fn(() => view())
    const { asked, container, address } = showMine(training(), { [`POST /my-training/sets/${SET}/attempts`]: started })
    const card = await screen.findByRole('article', { name: 'Reunions' })
    expect(card).toHaveTextContent('5 cases an attempt, no time limit, 2 attempts left')
    expect(card).toHaveTextContent('You will learn whether the criterion is met, and the figures; never single items.')
    expect(card).toHaveTextContent(/Percent agreement with the master coding is at least 80 % for Attachment class/)
    expect(card).toHaveTextContent(/never another class where the master coding has Disorganised, for Attachment class/)
    expect(card).toHaveTextContent('A certificate is valid for 12 months.')
    await expectAccessible(container)
    const begin = screen.getByRole('button', { name: 'Begin the attempt' })
    await userEvent.dblClick(begin)
    await waitFor(() => expect(address()).toBe(`/studies/${STUDY}/codings/${CODING}`))
    const sent = asked.filter(({ method }) => method === 'POST').map(({ body }) => body)
    expect(new Set(sent.map((body) => JSON.stringify(body))).size).toBe(1)
  })

  it('asks before time begins to run', async () => {
    const timed = line({ set: mySet({ timeLimitMinutes: 90 }) })
    const { asked } = showMine(training({ sets: [timed] }))
    await userEvent.click(await screen.findByRole('button', { name: 'Begin the attempt' }))
    expect(await screen.findByRole('dialog')).toHaveTextContent('Time begins now and runs for 1 hour 30 minutes')
    expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('says what a locked set waits for, and shows the reason of a refusal', async () => {
    const locked = line({
      status: 'locked',
      mayBegin: false,
      lockedBy: 'First practice',
      set: mySet({ id: 'other', name: 'Later' }),
    })
    const error = { code: 'in-use', message: 'Finish the test first.', faults: [], request: 'r-1' }
    showMine(training({ sets: [line(), locked] }), {
      [`POST /my-training/sets/${SET}/attempts`]: () => Response.json({ error }, { status: 409 }),
    })
    const card = await screen.findByRole('article', { name: 'Later' })
    expect(card).toHaveTextContent('Opens when First practice is finished')
    expect(within(card).queryByRole('button', { name: 'Begin' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Begin the attempt' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Finish the test first.')
  })

  it('offers no attempt at cases that were explained, nor at a criterion that is met, and says why', async () => {
    const spent = line({ status: 'spent', mayBegin: false, set: mySet({ name: 'Explained' }) })
    const met = line({ status: 'met', mayBegin: false, set: mySet({ id: 'met', name: 'Met before' }) })
    showMine(training({ sets: [spent, met], next: null }))
    const card = await screen.findByRole('article', { name: 'Explained' })
    expect(card).toHaveTextContent('Cases already explained')
    expect(card).toHaveTextContent('another attempt would show nothing. Ask your trainer for a set with other cases.')
    expect(screen.getByRole('article', { name: 'Met before' })).toHaveTextContent('Criterion met')
    expect(screen.queryByRole('button', { name: /Begin/ })).toBeNull()
  })

  it('says of a set that has to wait for a test why it cannot be begun', async () => {
    const held = line({ status: 'held', mayBegin: false, set: mySet({ name: 'Shares cases' }) })
    showMine(training({ sets: [held], next: null }))
    const card = await screen.findByRole('article', { name: 'Shares cases' })
    expect(card).toHaveTextContent('Has to wait')
    expect(card).toHaveTextContent('Finish the test first, or ask your trainer.')
    expect(screen.queryByRole('button', { name: /Begin/ })).toBeNull()
  })

  it('says that what came out waits while some of it is kept back', async () => {
    const withheld = head({ state: 'released', submitted: 5, isWithheld: true })
    showMine(training({ sets: [line({ status: 'used-up', mayBegin: false, attempts: [withheld] })], next: null }))
    expect(await screen.findByText('what came out waits')).toBeVisible()
    cleanup()
    answering({ [`GET /attempts/${ATTEMPT}`]: view({ attempt: withheld }) })
    showPage(AttemptPage, '/attempts/:attempt', `/attempts/${ATTEMPT}`)
    expect(await screen.findByText(/also stand in a test that is open to you, or in work/)).toBeVisible()
  })

  it('asks for another attempt when none is left, and says what became of it', async () => {
    const used = line({
      status: 'used-up',
      mayBegin: false,
      attemptsLeft: 0,
      attempts: [head({ state: 'released', met: false })],
    })
    const request = { at: new Date().toISOString(), decision: 'open' as const, note: 'I was ill.' }
    const { asked } = showMine(training({ sets: [used], next: null }), {
      [`POST /my-training/sets/${SET}/requests`]: training({ sets: [{ ...used, request }], next: null }),
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Ask for another attempt' }))
    await userEvent.type(screen.getByLabelText(/What should the trainer know/), 'I was ill.')
    await userEvent.click(screen.getByRole('button', { name: 'Send the request' }))
    expect(await screen.findByText(/You asked for another attempt just now/)).toHaveTextContent('“I was ill.”')
    expect(asked.at(-1)?.body).toEqual({ note: 'I was ill.' })
    expect(screen.getByText('not met')).toBeInTheDocument()
  })

  it('lists certificates with what became of them', async () => {
    const at = '2026-01-02T03:04:05.000Z'
    showMine(
      training({
        certificates: [
          { id: 'c1', set: 'Reunions', issuedAt: at, expiresAt: null, state: 'valid' },
          { id: 'c2', set: 'Before', issuedAt: at, expiresAt: at, state: 'expired' },
        ],
      }),
    )
    expect(await screen.findByText(/does not expire/)).toBeInTheDocument()
    expect(screen.getByText(/expired 2 Jan 2026/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Before' })).toHaveAttribute('href', `/studies/${STUDY}/certificates/c2`)
  })

  it('says deadlines as people do and to the minute, and what feedback to expect', () => {
    const now = Date.parse('2026-01-02T12:00:00Z')
    expect(dueWords('2026-01-05T12:00:00Z', now)).toMatch(/^Due in 3 days \(5 Jan 2026, /)
    expect(dueWords('2026-01-01T12:00:00Z', now)).toMatch(/^Was due yesterday \(1 Jan 2026, /)
    expect(dueWords('2026-03-14T12:00:00Z', now)).toMatch(/^Due in 10 weeks \(/)
    expect(expectWords(mySet({ showsScores: false }))).toBe(
      'You will learn whether the criterion is met, nothing more.',
    )
    expect(expectWords(mySet({ showsScores: false, criterion: null }))).toBe('It gives no feedback.')
  })
})

describe('an attempt', { timeout: 30_000 }, () => {
  const showAttempt = (answer: AttemptView) => {
    answering({ [`GET /attempts/${ATTEMPT}`]: answer })
    return showPage(AttemptPage, '/attempts/:attempt', `/attempts/${ATTEMPT}`)
  }

  it('leads to the next case and names none of those to come', async () => {
    const { container } = showAttempt(
      view({ attempt: head({ dueAt: new Date(Date.now() + 45 * 60_000).toISOString() }) }),
    )
    expect(await screen.findByRole('link', { name: 'Code the next case' })).toHaveAttribute(
      'href',
      `/studies/${STUDY}/codings/${CODING}`,
    )
    expect(screen.getByText('45 minutes left')).toBeInTheDocument()
    const items = screen.getAllByRole('listitem').filter((item) => item.className === 'attempt-case')
    expect(items.map((item) => item.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^1S-201Submitted .*No feedback on single items/),
      '2S-202Next',
      '3still to comeTo come',
    ])
    await expectAccessible(container)
  })

  it('says first whether the criterion was met, then condition by condition with interval and n', async () => {
    const { container } = showAttempt(
      view({
        attempt: head({ state: 'released', met: false, submitted: 5 }),
        result: {
          met: false,
          verdict,
          figures: [
            figure(),
            figure({
              measure: 'cohen-kappa',
              estimate: null,
              lower: null,
              upper: null,
              undefined: { code: 'no-variation', message: 'One code only.' },
            }),
          ],
          scoredAt: '2026-01-02T03:04:05.000Z',
          reason: '',
        },
      }),
    )
    expect(await screen.findByText(/The criterion of Reunions was not met this time\./)).toBeInTheDocument()
    const tree = screen.getByRole('list', { name: 'The criterion, condition by condition' })
    expect(tree).toHaveTextContent(/not met Percent agreement .* for Attachment class/)
    expect(tree).toHaveTextContent('The threshold was not reached.')
    expect(tree).toHaveTextContent('60 %, 95 % CI [23.1 %, 88.2 %], n = 5')
    expect(tree).toHaveTextContent('0 such errors, n = 5')
    expect(screen.getByRole('row', { name: /Cohen’s kappa/ })).toHaveTextContent('One code only.')
    await expectAccessible(container)
  })

  it('tells no more than met or not where a test shows no scores', async () => {
    showAttempt(
      view({
        set: mySet({ showsScores: false }),
        attempt: head({ state: 'released', met: true }),
        result: {
          met: true,
          verdict: null,
          figures: [],
          scoredAt: '2026-01-02T03:04:05.000Z',
          reason: 'a case was withdrawn',
        },
        certificate: 'c1',
      }),
    )
    expect(await screen.findByText(/You met the criterion of Reunions\./)).toBeInTheDocument()
    expect(screen.getByText(/its figures stay with the trainers/)).toBeInTheDocument()
    expect(screen.getByText(/Scored again .*: a case was withdrawn/)).toBeInTheDocument()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByRole('link', { name: 'See the certificate' })).toHaveAttribute(
      'href',
      `/studies/${STUDY}/certificates/c1`,
    )
  })

  it('speaks German', async () => {
    await speak('de')
    try {
      showAttempt(view({ attempt: head({ state: 'expired' }) }))
      expect(await screen.findByText(/Die Zeit dieses Versuchs lief ab/)).toBeInTheDocument()
    } finally {
      await speak('en')
    }
  })
})

describe('my progress', { timeout: 30_000 }, () => {
  it('says what to practise and why, and has every chart as a table with interval and n', async () => {
    answering({ 'GET /my-training/progress': progress() })
    const { container } = showPage(MyProgressPage, '/my-training/progress', '/my-training/progress')
    expect(await screen.findByText(/Scores lie \+1\.20 points from the master/)).toHaveTextContent(
      '95 % CI [0.40, 2.00], n = 7',
    )
    expect(screen.getAllByText(/Over the last 2 cases, 75.% of 4 items agree/)[0]).toHaveTextContent(
      '(95 % CI [30.1 %, 95.4 %]). To reach: 80 %.',
    )
    expect(screen.getAllByText('On 1 of 2 scales the interval excludes 0.')[0]).toBeInTheDocument()
    expect(screen.getByRole('row', { name: /Classification B3 present 2 of 3 40/ })).toBeInTheDocument()
    await userEvent.click(screen.getAllByRole('button', { name: 'Table' })[0] as HTMLElement)
    const curve = screen.getByRole('table', { name: /Learning curve/ })
    expect(within(curve).getByRole('row', { name: /S-224/ })).toHaveTextContent(/2 of 2.*75 %.*30\.1.*4$/)
    expect(screen.getByRole('table', { name: /Bias by scale/ })).toHaveTextContent('Avoidance−0.10−0.90+0.7075')
    await expectAccessible(container)
  })

  it('says what to do where there is nothing yet', async () => {
    answering({ 'GET /my-training/progress': { ...progress(), curve: [] } })
    showPage(MyProgressPage, '/my-training/progress', '/my-training/progress')
    expect(await screen.findByText('No case with feedback yet.')).toBeInTheDocument()
  })
})
