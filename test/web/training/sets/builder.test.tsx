import { screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import NewSetPage from '../../../../web/src/training/sets/NewSetPage.tsx'
import SetPage from '../../../../web/src/training/sets/SetPage.tsx'
import { expectAccessible } from '../../accessible.ts'
import { labWith, refusal, showPage } from './lab.tsx'
import { id, trainingSet } from './sample.ts'

const where = `/training/sets/${id(500)}`
const stored = `GET ${where}`
const showDraft = () => showPage(SetPage, '/training/sets/:set', where)
const caseBox = (name: string) => screen.findByRole('checkbox', { name })

afterEach(() => vi.unstubAllGlobals())

describe('a new training set', () => {
  it('is saved whole, from the keyboard, and opened as a draft', async () => {
    const sent = labWith({ 'POST /training/sets': () => ({ reply: trainingSet() }) })
    const { container, address } = showPage(NewSetPage, '/training/new', '/training/new')
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Loss')
    await user.click(screen.getByRole('radio', { name: /^Test/ }))
    await user.click(await caseBox('A-2'))
    await user.click(await caseBox('A-1'))
    expect(await caseBox('A-3')).toBeDisabled()
    expect(screen.queryByRole('checkbox', { name: 'B-1' })).toBeNull()
    expect(screen.getByRole('row', { name: /^A-1 2 burnt for Ann seen by Ben$/ })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Move A-1 up' }))
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Save as draft' }))
    await waitFor(() => expect(address()).toBe(`/studies/s${where}`))
    expect(sent).toHaveLength(1)
    expect(sent[0]?.body).toMatchObject({ name: 'Loss', feedback: 'test', cases: [id(1), id(2)], criterion: null })
  })

  it('moves a case with Alt and an arrow and keeps the focus on it', async () => {
    labWith()
    showPage(NewSetPage, '/training/new', '/training/new')
    const user = userEvent.setup()
    await user.click(await caseBox('A-1'))
    await user.click(await caseBox('A-2'))
    const list = within(screen.getByRole('region', { name: 'In this order' }))
    const first = () => list.getAllByRole('listitem')[0]?.textContent
    expect(first()).toContain('A-1')
    screen.getByRole('button', { name: 'Move A-2 up' }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(first()).toContain('A-2')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Move A-2 up' })).toHaveFocus())
  })

  it('sends no number that is none, and says so at the field', async () => {
    const sent = labWith()
    showPage(NewSetPage, '/training/new', '/training/new')
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Loss')
    const attempts = await screen.findByRole('textbox', { name: 'Attempts' })
    await user.clear(attempts)
    await user.type(attempts, 'two')
    expect(attempts).toBeInvalid()
    await user.click(screen.getByRole('button', { name: 'Save as draft' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('A number is missing')
    await waitFor(() => expect(attempts).toHaveFocus())
    expect(sent).toEqual([])
  })

  it('says what trainees will see and not see under each feedback', async () => {
    labWith()
    showPage(NewSetPage, '/training/new', '/training/new')
    const practice = await screen.findByRole('radio', { name: 'Practice' })
    expect(practice).toBeChecked()
    expect(practice).toHaveAccessibleDescription(/^After each case .* burnt for them/)
    expect(screen.getByRole('radio', { name: 'Check' })).toHaveAccessibleDescription(
      /^After the last case .* Until then/,
    )
    expect(screen.getByRole('radio', { name: 'Test' })).toHaveAccessibleDescription(/They never see an item/)
    expect(screen.queryByRole('checkbox', { name: 'Show the figures of the test' })).toBeNull()
    await userEvent.click(screen.getByRole('radio', { name: 'Test' }))
    expect(screen.getByRole('checkbox', { name: 'Show the figures of the test' })).toBeChecked()

    // Several attempts at the same cases with figures: one code after the other could be tried.
    const climbable = () => screen.queryByText(/change one code and see whether a figure rises/)
    expect(climbable()).toBeNull()
    const attempts = screen.getByRole('textbox', { name: 'Attempts' })
    await userEvent.clear(attempts)
    await userEvent.type(attempts, '3')
    expect(climbable()).toBeVisible()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show the figures of the test' }))
    expect(climbable()).toBeNull()
  })

  it('warns, and once more when it is opened, of attempts that a certifying practice cannot hold', async () => {
    const certifying = { feedback: 'check' as const, certifies: true, attempts: 3 }
    const cases = trainingSet().cases
    labWith({ [stored]: () => ({ reply: trainingSet({ ...certifying, cases }) }) })
    showDraft()
    const user = userEvent.setup()
    const warning = /with these cases 1 attempt can be made and no more/
    expect(await screen.findByText(warning)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Open the set' }))
    expect(within(await screen.findByRole('dialog')).getByText(warning)).toBeVisible()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('radio', { name: 'Test' }))
    expect(screen.queryByText(warning)).toBeNull()
  })

  it('warns, and once more when it is opened, of cases that a set before the test explains', async () => {
    const { cases } = trainingSet()
    const first = trainingSet({ id: id(601), name: 'First', feedback: 'check', cases })
    const between = trainingSet({ id: id(602), name: 'Between', cases: [], prerequisite: first.id })
    const mine = trainingSet({ feedback: 'test', attempts: 1, cases, prerequisite: between.id })
    labWith({
      [stored]: () => ({ reply: mine }),
      'GET /training/sets': () => ({ reply: { sets: [mine, between, first] } }),
    })
    showDraft()
    const user = userEvent.setup()
    const warning = /^First comes before this test and has cases in common with it/
    expect(await screen.findByText(warning)).toBeVisible()
    expect(screen.queryByText(/^Between comes before/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Open the set' }))
    expect(within(await screen.findByRole('dialog')).getByText(warning)).toBeVisible()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cancel' }))
    await user.click(await screen.findByRole('radio', { name: 'Practice' }))
    expect(screen.queryByText(warning)).toBeNull()
  })
})

describe('a draft', () => {
  it('is saved with the version it was based on, and only when something changed', async () => {
    const saved = trainingSet({ name: 'Second steps', version: 4 })
    const sent = labWith({ [stored]: () => ({ reply: trainingSet() }), [`PUT ${where}`]: () => ({ reply: saved }) })
    showDraft()
    const user = userEvent.setup()
    const name = await screen.findByRole('textbox', { name: 'Name' })
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.clear(name)
    await user.type(name, 'Second steps')
    expect(screen.getByText('There are changes that are not saved.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Everything is saved.')).toBeVisible()
    expect(sent[0]?.body).toMatchObject({ name: 'Second steps', base: 3 })
    expect(screen.getByRole('heading', { name: /^Second steps/ })).toBeVisible()
  })

  it('shows each fault of opening at its condition and at its section', async () => {
    const faults = [
      { path: 'criterion.rule.all.0', message: 'There are at most 2 items.' },
      { path: 'cases.1', message: 'A-2 has no master coding.' },
    ]
    labWith({
      [stored]: () => ({ reply: trainingSet() }),
      [`POST ${where}/opening`]: () => ({ status: 422, reply: refusal('incomplete', 'Not ready.', faults) }),
    })
    const { container } = showDraft()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Open the set' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Open the set' }))
    expect(await screen.findByText('2 things stand in the way.')).toBeVisible()
    expect(screen.getAllByText(/A-2 has no master coding\./)).toHaveLength(2)
    const condition = screen.getByText(/^Cohen’s kappa .* over all cases$/).closest('li') as HTMLElement
    expect(within(condition).getByText('There are at most 2 items.')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expectAccessible(container)
  })

  it('that somebody else changed is neither overwritten unasked nor lost', async () => {
    const theirs = trainingSet({ name: 'Theirs', version: 8 })
    const mine = trainingSet({ name: 'First steps!', version: 9 })
    let isFirst = true
    const sent = labWith({
      [stored]: () => ({ reply: trainingSet() }),
      [`PUT ${where}`]: () => {
        if (!isFirst) return { reply: mine }
        isFirst = false
        return { status: 409, reply: refusal('stale', 'Somebody else changed it.', [], theirs) }
      },
    })
    showDraft()
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '!')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('button', { name: /^Show what is stored/ })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save mine over it' }))
    expect(await screen.findByText('Everything is saved.')).toBeVisible()
    expect(sent.map(({ body }) => (body as { base: number }).base)).toEqual([3, 8])
  })

  it('asks before it is left with changes', async () => {
    labWith({ [stored]: () => ({ reply: trainingSet() }) })
    showDraft()
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), '!')
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })
})
