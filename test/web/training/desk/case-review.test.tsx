import type { CaseFeedback } from '@attune/contract'
import { screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listenForShortcuts } from '../../../../web/src/base/shortcuts.ts'
import CaseReviewPage from '../../../../web/src/training/desk/CaseReviewPage.tsx'
import { expectAccessible } from '../../accessible.ts'
import { observationWorkspace } from '../../codings/sample.ts'
import { labWith, showPage } from './lab.tsx'
import { attemptOf, review } from './sample.ts'

const workspace = observationWorkspace()
const opinion = { rationale: '', evidence: [], contradicts: [] }
const slot = (variable: string) => ({ variable, target: null, episode: null })
const feedback = (more: Partial<CaseFeedback> = {}): CaseFeedback => ({
  attempt: attemptOf.jo,
  position: 1,
  case: workspace.coding.case,
  coding: workspace.coding.id,
  feedback: 'test',
  agreed: 1,
  compared: 2,
  interval: { lower: 0.09, upper: 0.91, level: 0.95 },
  ratings: [
    {
      slot: slot('disorganisation'),
      label: 'Disorganisation',
      agrees: true,
      distance: 0,
      mine: { ...opinion, value: { kind: 'score', score: 5 } },
      masters: [{ ...opinion, value: { kind: 'score', score: 5 } }],
      others: null,
    },
    {
      slot: slot('classification'),
      label: 'Classification',
      agrees: false,
      distance: null,
      mine: { ...opinion, value: { kind: 'class', classes: ['B'] } },
      masters: [{ ...opinion, value: { kind: 'class', classes: ['D'] } }],
      others: null,
    },
  ],
  units: [],
  annotations: { mine: [], master: [] },
  rationale: 'Frozen at the reunion.',
  comments: [],
  reflection: '',
  ...more,
})

const at = `/attempts/${attemptOf.jo}`
const show = (query = '') => {
  const comment = {
    id: 'c',
    author: 'Ada',
    about: slot('classification'),
    text: 'Watch again.',
    at: '2026-11-20T09:00:00.000Z',
  }
  const sent = labWith({
    [`${at}/review`]: review({
      cases: review().cases.map((one) => ({ ...one, submittedAt: '2026-11-02T09:00:00.000Z' })),
    }),
    [`${at}/cases/1/review`]: feedback(),
    [`${at}/cases/1/comments`]: feedback({ comments: [comment] }),
    [`/codings/${workspace.coding.id}`]: workspace,
  })
  const pattern = '/training/attempts/:attempt/cases/:position'
  return { ...showPage(CaseReviewPage, pattern, `/training/attempts/${attemptOf.jo}/cases/1${query}`), sent }
}

afterEach(() => vi.unstubAllGlobals())

describe('a case of an attempt for its trainer', () => {
  it('stands side by side under the name of the trainee', async () => {
    const { container } = show()
    expect(await screen.findByRole('heading', { level: 1, name: 'S-203, Jo Roth' })).toBeInTheDocument()
    const card = await screen.findByRole('article', { name: 'Classification' })
    expect(within(card).getByText('Jo Roth')).toBeInTheDocument()
    expect(screen.getByText('Reliability test. Attempt 1. Case 1 of 2.')).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('goes at once to the comparison that it was opened for', async () => {
    show('?item=classification')
    expect(await screen.findByRole('article', { name: 'Classification' })).toHaveFocus()
  })

  it('takes a comment on one rating and shows it there', async () => {
    const { sent } = show()
    const card = await screen.findByRole('article', { name: 'Classification' })
    await userEvent.click(within(card).getByRole('button', { name: 'Comment Classification' }))
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
    expect(screen.getByLabelText('About')).toHaveDisplayValue('Classification')
    await userEvent.keyboard('Watch again.')
    await userEvent.click(screen.getByRole('button', { name: 'Add the comment' }))
    expect(sent).toEqual([
      { method: 'POST', path: `${at}/cases/1/comments`, body: { about: slot('classification'), text: 'Watch again.' } },
    ])
    expect(
      within(await screen.findByRole('article', { name: 'Classification' })).getByText('Watch again.'),
    ).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
  })

  it('says that in a test comments stay with the trainers', async () => {
    show()
    expect(await screen.findByText(/its trainee never sees single items/)).toBeInTheDocument()
  })

  it('goes with keys to the next case and back to the attempt', async () => {
    const { address } = show()
    await screen.findByRole('article', { name: 'Classification' })
    const stop = listenForShortcuts()
    await userEvent.keyboard('n')
    expect(address()).toBe(`/studies/s/training/attempts/${attemptOf.jo}/cases/2`)
    await userEvent.keyboard('{Escape}')
    stop()
    expect(address()).toBe(`/studies/s/training/attempts/${attemptOf.jo}`)
  })
})
