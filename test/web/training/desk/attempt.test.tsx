import { screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import AttemptReviewPage from '../../../../web/src/training/desk/AttemptReviewPage.tsx'
import type { AttemptReview } from '../../../../web/src/training/desk/attempt-review.ts'
import TraineePage from '../../../../web/src/training/desk/TraineePage.tsx'
import { expectAccessible } from '../../accessible.ts'
import { labWith, showPage } from './lab.tsx'
import { attempt, attemptOf, cohort, review, setReply } from './sample.ts'

const at = `/attempts/${attemptOf.jo}`
const open = (more: Partial<AttemptReview> = {}, answers: Record<string, unknown> = {}) => {
  const sent = labWith({ [`${at}/review`]: review(more), ...answers })
  const page = showPage(AttemptReviewPage, '/training/attempts/:attempt', `/training/attempts/${attemptOf.jo}`)
  return { ...page, sent }
}
const change = async (title: string, reason: string) => {
  const form = await screen.findByRole('form', { name: title, hidden: true })
  await userEvent.type(within(form).getByLabelText('Reason'), reason)
  await userEvent.click(within(form).getByRole('button', { name: title, hidden: true }))
}

afterEach(() => vi.unstubAllGlobals())

describe('an attempt as its trainer sees it', () => {
  it('says what came out, what was declared and noted, and where the master changed since', async () => {
    const { container } = open()
    expect(await screen.findByText(/^The criterion is not met\. The trainee does not see it yet\./)).toBeInTheDocument()
    expect(screen.getByText('The master coding of 1 case changed after this score')).toBeInTheDocument()
    const row = screen.getByRole('row', { name: /S-211/ })
    expect(row).toHaveTextContent('Knew something: I know the town.')
    expect(row).toHaveTextContent('Reflection: D was hard to see.')
    expect(row).toHaveTextContent('master changed')
    expect(row).toHaveTextContent('1 comment')
    expect(within(row).getByRole('link', { name: 'Compare S-211 side by side' })).toHaveAttribute(
      'href',
      `/studies/s/training/attempts/${attemptOf.jo}/cases/1`,
    )
    const missing = screen.getByRole('row', { name: /S-217/ })
    expect(missing).toHaveTextContent('Missing, the time ran out')
    expect(missing).toHaveTextContent('withdrawn')
    await expectAccessible(container)
  })

  it('keeps every score with its reason, newest first', async () => {
    open()
    const scores = await screen.findAllByText(/Master of S-211 corrected|First score, at the end of the attempt/)
    expect(scores.map((one) => one.textContent)).toEqual([
      'Master of S-211 corrected',
      'First score, at the end of the attempt',
    ])
    expect(screen.getByText(/2026, .*, Ada Trainer$/)).toBeInTheDocument()
  })

  it('is scored again with a reason', async () => {
    const { sent } = open({}, { [`${at}/rescoring`]: {} })
    await change('Score again', 'Master of S-211 corrected')
    expect(sent).toEqual([{ method: 'POST', path: `${at}/rescoring`, body: { reason: 'Master of S-211 corrected' } }])
  })

  it('is reopened with a reason while nothing of it was shown', async () => {
    const { sent } = open({}, { [`${at}/reopening`]: {} })
    await userEvent.click(await screen.findByText('Reopen the attempt', { selector: 'summary' }))
    await change('Reopen the attempt', 'She was interrupted')
    expect(sent).toEqual([{ method: 'POST', path: `${at}/reopening`, body: { reason: 'She was interrupted' } }])
  })

  it('cannot be reopened once something was shown, and says so', async () => {
    const [first] = review().cases
    open({ cases: first ? [{ ...first, released: true }] : [] })
    expect(await screen.findByText(/^It cannot be reopened/)).toBeInTheDocument()
    expect(screen.queryByText('Reopen the attempt')).toBeNull()
  })

  it('is released, also where its time ran out', async () => {
    const release = '/training/sets/set/release'
    const expired = attempt(attemptOf.jo, { state: 'expired', releasedAt: null, met: false })
    const { sent } = open({ attempt: expired }, { [release]: { released: 1, alreadyReleased: 0 } })
    await userEvent.click(await screen.findByRole('button', { name: 'Release to the trainee' }))
    expect(sent).toEqual([{ method: 'POST', path: release, body: { attempts: [attemptOf.jo] } }])
  })

  it('offers nothing to be done while it is under way', async () => {
    open({ attempt: attempt(attemptOf.jo, { state: 'running', submitted: 2, releasedAt: null }), scores: [] })
    expect(await screen.findByText(/^2 of 5 cases submitted so far/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Release|Score|Reopen/, hidden: true })).toBeNull()
    expect(screen.getByRole('row', { name: /S-217/ })).toHaveTextContent('Not submitted')
  })

  it('opens its first case with a key', async () => {
    const { address } = open()
    await screen.findByRole('row', { name: /S-211/ })
    const { listenForShortcuts } = await import('../../../../web/src/base/shortcuts.ts')
    const stop = listenForShortcuts()
    await userEvent.keyboard('o')
    stop()
    expect(address()).toBe(`/studies/s/training/attempts/${attemptOf.jo}/cases/1`)
  })
})

describe('one trainee', () => {
  it('is shown with every set and attempt', async () => {
    const progress = { codebooks: [], codebook: null, curve: [], line: null, biases: [], confusions: [], practise: [] }
    labWith({
      '/training/sets': { sets: [setReply] },
      '/people': { members: [], invitations: [] },
      '/training/people/mei/progress': progress,
      '/training/sets/set/cohort': cohort(),
    })
    const { container } = showPage(TraineePage, '/training/people/:person', '/training/people/mei')
    expect(await screen.findByRole('heading', { name: 'Progress of Mei Tanaka' })).toBeInTheDocument()
    expect(await screen.findByRole('link', { name: 'Attempt 1' })).toHaveAttribute(
      'href',
      `/studies/s/training/attempts/${attemptOf.mei}`,
    )
    expect(screen.getByText('Criterion met')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Cohort of Reliability test' })).toBeInTheDocument()
    await expectAccessible(container)
  })
})
