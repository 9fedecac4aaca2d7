import { screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setTablesShown } from '../../../../web/src/charts/tables.ts'
import SetPage from '../../../../web/src/training/sets/SetPage.tsx'
import SetsPage from '../../../../web/src/training/sets/SetsPage.tsx'
import { expectAccessible } from '../../accessible.ts'
import { labWith, refusal, showPage } from './lab.tsx'
import { at, id, kappa, trainingSet } from './sample.ts'

const where = `/training/sets/${id(500)}`
const showSet = () => showPage(SetPage, '/training/sets/:set', where)
const opened = trainingSet({
  state: 'open',
  openedAt: at,
  people: [{ id: id(21), name: 'Ann', dueAt: at, attempts: 1, granted: 1 }],
})
const person = (digit: number, name: string) => ({
  person: { id: id(digit), login: name.toLowerCase(), name },
  role: 'trainee',
  joinedAt: at,
  lastSeenAt: null,
  disabledAt: null,
})

afterEach(() => {
  vi.unstubAllGlobals()
  setTablesShown(false)
})

describe('the list of training sets', () => {
  it('shows open sets first, with people, what waits, and the criterion in words', async () => {
    const drawn = { order: 'drawn', draw: 1 } as const
    const rule = { ...kappa, variables: { ids: ['class'] } }
    const criterion = {
      title: 'Classes',
      modelledOn: null,
      rule,
      validMonths: null,
      renewal: { kind: 'none' },
    } as const
    const sets = [
      trainingSet({ id: id(501), name: 'A draft', criterion: null }),
      { ...opened, ...drawn, criterion, waiting: { release: 2, requests: 1 } },
    ]
    labWith({ 'GET /training/sets': () => ({ reply: { sets } }) })
    const { container } = showPage(SetsPage, '/training', '/training')
    const [, first, second] = await screen.findAllByRole('row')
    const line = within(first as HTMLElement)
    expect(line.getByRole('link', { name: 'First steps' })).toHaveAttribute('href', `/studies/s${where}`)
    expect(line.getByText('1 of 2')).toBeVisible()
    expect(line.getByRole('link', { name: '1 person' })).toHaveAttribute('href', `/studies/s${where}/cohort`)
    expect(line.getByText('2 attempts to release')).toBeVisible()
    expect(line.getByText('1 asks for another')).toBeVisible()
    expect(line.getByText(/^Cohen’s kappa with the master coding is at least \.60 for Attachment class,/)).toBeVisible()
    expect(within(second as HTMLElement).getByText('No criterion')).toBeVisible()
    await expectAccessible(container)
  })

  it('says what a set is where there is none', async () => {
    labWith({ 'GET /training/sets': () => ({ reply: { sets: [] } }) })
    showPage(SetsPage, '/training', '/training')
    expect(await screen.findByRole('heading', { name: 'No training set yet.' })).toBeVisible()
  })

  it('copies a set under another name and goes to the copy', async () => {
    const copied = `POST ${where}/copy`
    const sent = labWith({ [copied]: () => ({ reply: trainingSet({ id: id(502), name: 'First steps (copy)' }) }) })
    const { address } = showPage(SetsPage, '/training', '/training')
    await userEvent.click(await screen.findByRole('button', { name: 'Copy First steps' }))
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Make the copy' }))
    await waitFor(() => expect(address()).toBe(`/studies/s/training/sets/${id(502)}`))
    expect(sent[0]?.body).toEqual({ name: 'First steps (copy)' })
  })
})

describe('an opened set', () => {
  it('says everything that was decided, who has it, and leads to cohort and items', async () => {
    labWith({ [`GET ${where}`]: () => ({ reply: opened }) })
    const { container } = showSet()
    expect(await screen.findByRole('link', { name: 'Cohort' })).toHaveAttribute('href', `/studies/s${where}/cohort`)
    expect(screen.getByRole('link', { name: 'Items' })).toHaveAttribute('href', `/studies/s${where}/items`)
    expect(screen.getByRole('row', { name: /^Ann .* 1 of 2/ })).toBeInTheDocument()
    expect(await screen.findByText(/^all 17$/)).toBeVisible()
    expect(await screen.findByRole('row', { name: /^1 A-1 2 burnt for Ann seen by Ben Withdraw/ })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
    await expectAccessible(container)
  })

  it('is given to people, but none whose account is disabled, with the moment of this desk as UTC', async () => {
    const gone = { ...person(23, 'Cy'), disabledAt: at }
    const sent = labWith({
      [`GET ${where}`]: () => ({ reply: opened }),
      'GET /people': () => ({ reply: { members: [person(21, 'Ann'), person(22, 'Ben'), gone], invitations: [] } }),
      [`POST ${where}/people`]: () => ({ reply: opened }),
    })
    showSet()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Give it to people' }))
    expect(await screen.findByRole('checkbox', { name: 'Ann (Trainee)' })).toHaveAccessibleDescription(
      /^has it already/,
    )
    expect(screen.queryByRole('checkbox', { name: 'Cy (Trainee)' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Ben (Trainee)' }))
    await user.type(screen.getByLabelText('To be done until'), '2026-12-20T12:00')
    await user.click(screen.getByRole('button', { name: 'Give it to 1 person' }))
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Ben (Trainee)' })).toBeNull())
    expect(sent[0]?.body).toEqual({ people: [id(22)], dueAt: new Date(2026, 11, 20, 12).toISOString() })
  })

  it('loses a case only with a reason', async () => {
    const [first, second] = opened.cases
    const without = { ...opened, cases: [{ ...first, withdrawn: { at, reason: 'The recording is cut.' } }, second] }
    const sent = labWith({
      [`GET ${where}`]: () => ({ reply: opened }),
      [`POST ${where}/cases/${id(1)}/withdrawal`]: () => ({ reply: { set: without, rescored: 2 } }),
    })
    showSet()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Withdraw A-1' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Withdraw' }))
    expect(await dialog.findByText('Say why, in a few words.')).toBeVisible()
    expect(sent).toEqual([])
    await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'The recording is cut.')
    await user.click(dialog.getByRole('button', { name: 'Withdraw' }))
    expect(await screen.findByText('The recording is cut.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Withdraw A-1' })).toBeNull()
    expect(sent).toHaveLength(1)
  })
})

describe('the planning view', () => {
  type Asked = { quality: number; size: number }
  const chance = ({ quality, size }: Asked) => Math.min(0.99, quality < 0.8 ? (quality * 10) / size / 5 : 0.9)
  const answer = (body: unknown) => {
    const asked = body as Asked
    const reply = { quality: asked.quality, cases: asked.size, chance: chance(asked), lower: null, upper: null }
    return { reply: { ...reply, method: 'exact', trials: null } }
  }
  const show = (planning: (body: unknown) => { status?: number; reply: unknown }) =>
    labWith({ [`GET ${where}`]: () => ({ reply: opened }), 'POST /training/planning': planning })
  const compute = async () => userEvent.click(await screen.findByRole('button', { name: 'Compute' }))

  it('says how often a coder passes, draws it, and finds the number of cases', async () => {
    const sent = show(answer)
    const { container } = showSet()
    await compute()
    await screen.findByRole('button', { name: 'Compute again' })
    const sentence =
      'With 2 cases a coder of true kappa .60 passes 60\u00a0% of the time; one of .80 passes 90\u00a0% of the time.'
    expect(screen.getByRole('img', { name: sentence })).toBeInTheDocument()
    expect(container.querySelectorAll('.chart__point')).toHaveLength(12)
    expect(screen.getByText(/^From 2\d cases on a wrong pass is rarer than 5/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getByRole('row', { name: '.50 2 50.0\u00a0% exact' })).toBeInTheDocument()
    expect(sent[0]?.body).toMatchObject({ quality: 0.6, size: 2, cases: [id(1), id(2)] })
    await expectAccessible(container)
  })

  it('can be stopped, keeps what is there, and says when the question has changed since', async () => {
    let isHeld = false
    show(answer)
    const fetching = globalThis.fetch
    vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
      const isFourth = String(request.body).includes('"quality":0.7')
      if (!isFourth) return fetching(address, request)
      isHeld = true
      await new Promise((_, reject) => {
        request.signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
      })
      return fetching(address, request)
    })
    const { container } = showSet()
    await compute()
    await waitFor(() => expect(isHeld).toBe(true))
    expect(screen.getByText(/^3 of \d+ points$/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(await screen.findByText('Stopped. What was computed so far is shown.')).toBeVisible()
    expect(container.querySelectorAll('.chart__point')).toHaveLength(3)
    expect(screen.queryByRole('alert')).toBeNull()
    await userEvent.type(screen.getByRole('textbox', { name: 'Cases in the test' }), '0')
    expect(await screen.findByText(/^This was computed before your last change/)).toBeVisible()
  })

  it.each([
    [0.3, 0.9, /^No number of cases up to 320 makes a wrong pass rarer .* passes 30/],
    [0, 0.2, /^With no number of cases up to 320 does a good coder pass more often than not/],
  ])(
    'says why no number of cases is right when wrong passes happen %d and right ones %d of the time',
    async (wrong, right, words) => {
      show((body) => {
        const { quality, size } = body as Asked
        const reply = { quality, cases: size, chance: quality < 0.8 ? wrong : right, lower: null, upper: null }
        return { reply: { ...reply, method: 'exact', trials: null } }
      })
      showSet()
      await compute()
      expect(await screen.findByText(words)).toBeVisible()
    },
  )

  it('says what the server says when a rule cannot be computed', async () => {
    const faults = [{ path: 'criterion.rule', message: 'No case has a master coding.' }]
    show(() => ({ status: 422, reply: refusal('incomplete', 'No case has a master coding.', faults) }))
    showSet()
    await compute()
    expect(await screen.findByRole('alert')).toHaveTextContent('No case has a master coding.')
  })
})
