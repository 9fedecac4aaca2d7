import { cleanup, screen, waitFor } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import NewPlanPage from '../../../web/src/drift/NewPlanPage.tsx'
import { expectAccessible } from '../accessible.ts'
import { labWith, showPage } from '../training/sets/lab.tsx'
import { version } from '../training/sets/sample.ts'
import { charts, plan, promise, uuid } from './sample.ts'

const member = (digit: number, name: string, role: string) => ({
  person: { id: uuid(digit), login: name.toLowerCase(), name },
  ...{ role, joinedAt: plan.createdAt, lastSeenAt: null, disabledAt: null },
})
const master = (digit: number, change: object = {}) => ({
  ...{ case: uuid(digit), caseId: `M-${digit}`, codebookVersion: version.id, coding: uuid(digit), author: 'Tom' },
  ...{ rationale: 'As read.', isAdditional: false, markedBy: 'Tom', markedAt: plan.createdAt, ...change },
})

const gone = { ...member(3, 'Cy', 'coder'), disabledAt: plan.createdAt }

type Asked = { charts?: typeof charts; people: string[] }
const slower = { ...promise, together: { ...promise.together, foundAfter: 12 } }

const few = { cases: 7, deviation: 0.5, lower: 0.33, upper: 1.02 }
const lab = (
  masters: readonly unknown[] = [master(1), master(2), master(2, { isAdditional: true })],
  estimate: object | null = few,
) =>
  labWith({
    'GET /people': () => ({
      reply: { members: [member(1, 'Ann', 'coder'), member(2, 'Tom', 'trainer'), gone], invitations: [] },
    }),
    'GET /masters': () => ({ reply: { masters } }),
    'POST /drift/suggestion': (body) => {
      const asked = body as Asked
      const isSlow = (asked.charts?.bias.deviation ?? 0) >= 1
      const found = asked.people.length > 0 ? { cases: 8, items: 96, estimate } : { cases: 0, items: 0, estimate: null }
      return { reply: { charts: asked.charts ?? charts, ...found, promise: isSlow ? slower : promise } }
    },
    'POST /drift/plans': () => ({ reply: plan }),
  })
const show = () => showPage(NewPlanPage, '/drift/new', '/drift/new')

afterEach(() => vi.unstubAllGlobals())

describe('a plan to watch coders', () => {
  it('offers who works blind and cases with a master coding, each once', async () => {
    lab()
    const { container } = show()
    expect(await screen.findByRole('checkbox', { name: 'Ann' })).toBeInTheDocument()
    expect(screen.queryByRole('checkbox', { name: 'Tom' })).toBeNull()
    expect(screen.queryByRole('checkbox', { name: 'Cy' })).toBeNull() // whose account is disabled
    expect(screen.getAllByRole('checkbox', { name: 'M-2' })).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Begin to watch' })).toBeDisabled()
    await screen.findByText(/^Suggested by convention/)
    await expectAccessible(container)
  })

  it('takes its charts from the training of whoever is chosen, and says with every change what they promise', async () => {
    lab()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('checkbox', { name: 'Ann' }))
    expect(
      await screen.findByText(
        'Suggested from 8 cases (96 items) of finished training attempts of these people.',
        {},
        { timeout: 3000 },
      ),
    ).toBeInTheDocument()
    expect(screen.getByText(/found after 3\.7 on average/)).toBeInTheDocument()
    const deviation = screen.getByRole('textbox', { name: 'Its standard deviation between cases, points' })
    await user.clear(deviation)
    await user.type(deviation, '1.2')
    expect(await screen.findByText(/found after 12 on average/, {}, { timeout: 3000 })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Take the suggestion' }))
    expect(await screen.findByText(/found after 3\.7 on average/, {}, { timeout: 3000 })).toBeInTheDocument()
  })

  const chosen = async (estimate: object | null) => {
    lab(undefined, estimate)
    const { container } = show()
    await userEvent.setup().click(await screen.findByRole('checkbox', { name: 'Ann' }))
    await screen.findByText(/^Suggested from 8 cases/, {}, { timeout: 3000 })
    return container
  }

  it('says from how few cases the standard deviation was taken, how far off it may be, and what to do', async () => {
    const container = await chosen(few)
    const notice = screen.getByText('This rests on few cases').closest('.notice')
    expect(notice).toHaveTextContent(/was 0\.50 in 7 cases; .* from 0\.33 to 1\.02 \(95 % interval\)/)
    expect(notice).toHaveTextContent(/Until 20 cases are there, prefer a larger one/)
    await expectAccessible(container)
  })

  it('gives the interval without advice from twenty cases on, and says where the deviation is convention', async () => {
    await chosen({ cases: 20, deviation: 0.5, lower: 0.38, upper: 0.72 })
    expect(screen.getByText(/from 0\.38 to 0\.72/)).toBeInTheDocument()
    expect(screen.queryByText('This rests on few cases')).toBeNull()
    cleanup()
    await chosen(null)
    expect(screen.getByText(/fewer than five of these cases have scales/)).toBeInTheDocument()
  })

  it('may leave the number of scales empty, for one deviation of every case', async () => {
    const sent = lab()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('checkbox', { name: 'Ann' }))
    const scales = await screen.findByRole('textbox', { name: 'In cases with so many rated scales' })
    expect(scales).toHaveValue('10')
    await user.clear(scales)
    await waitFor(
      () => expect(sent.at(-1)?.body).toMatchObject({ charts: { bias: { deviation: 0.5, scales: null } } }),
      { timeout: 3000 },
    )
  })

  it('is sent whole, and leads to the page of drift', async () => {
    const sent = lab()
    const { address } = show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('checkbox', { name: 'Ann' }))
    await user.click(screen.getByRole('button', { name: 'All of them' }))
    await user.click(screen.getByRole('checkbox', { name: /^An alarm pauses new cases/ }))
    const begin = screen.getByRole('button', { name: 'Begin to watch' })
    await waitFor(() => expect(begin).toBeEnabled(), { timeout: 3000 })
    await user.click(begin)
    await waitFor(() => expect(address()).toBe('/studies/s/drift'))
    expect(sent.find(({ path }) => path === '/drift/plans')?.body).toMatchObject({
      ...{ name: 'Drift', codebookVersion: version.id, people: [uuid(1)], cases: [uuid(1), uuid(2)] },
      ...{ every: 5, recodeEvery: null, variables: [], collapse: 'as-coded', charts, pauses: true },
    })
  })

  it('where there is no master coding says where one is made', async () => {
    lab([])
    show()
    expect(await screen.findByRole('heading', { name: 'No master codings yet.' })).toBeInTheDocument()
  })
})
