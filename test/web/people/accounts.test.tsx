import type { Account, Me, Member } from '@attune/contract'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { enter, leave } from '../../../web/src/base/session.ts'
import { GivenStudy } from '../../../web/src/base/study.tsx'
import AccountsPage from '../../../web/src/people/AccountsPage.tsx'
import { Members } from '../../../web/src/people/Members.tsx'
import { expectAccessible } from '../accessible.ts'

const at = '2026-11-22T12:00:00.000Z'
const account = (name: string, more: Partial<Account> = {}): Account => ({
  person: { id: name.toLowerCase(), login: name.toLowerCase(), name },
  ...{ isOwner: false, isDemo: false, createdAt: at, lastSeenAt: at, disabledAt: null },
  memberships: [{ study: 'Cradle', role: 'coder', isOnlyPi: false }],
  ...more,
})
const me = (isOwner: boolean): Me => ({ person: account('Ada').person, isOwner, memberships: [] })

let accounts: Account[] = []
const sent: string[] = []
beforeEach(() => {
  enter(me(true))
  sent.length = 0
  accounts = [
    account('Ada', { isOwner: true, memberships: [] }),
    account('Bo'),
    account('Cy', { lastSeenAt: null, disabledAt: at }),
    account('Di', { isDemo: true }),
    account('Eve', { memberships: [{ study: 'Nest', role: 'pi', isOnlyPi: true }] }),
  ]
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method === 'GET') return Response.json({ accounts })
    sent.push(`${request.method} ${path}`)
    const [, , , id = '', deed] = path.split('/')
    accounts = accounts.map((one) =>
      one.person.id === id ? { ...one, disabledAt: deed === 'disable' ? at : null } : one,
    )
    return Response.json({ done: true })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  leave()
})

const show = (page: () => unknown) =>
  render(() => (
    <MemoryRouter>
      <Route path="*" component={() => page() as never} />
    </MemoryRouter>
  ))
const rowOf = async (name: string) => {
  const row = (await screen.findByRole('heading', { name })).closest('li')
  if (!row) throw new Error(`${name} has no row`)
  return row
}

describe('the accounts of the lab', () => {
  it('are listed with login, studies, last seen and state', async () => {
    const { container } = show(() => <AccountsPage />)
    expect(await rowOf('Bo')).toHaveTextContent('Cradle: Coder')
    expect(await rowOf('Ada')).toHaveTextContent('Owner of the lab')
    expect(await rowOf('Ada')).toHaveTextContent('In no study')
    expect(await rowOf('Cy')).toHaveTextContent('Disabled since 22 Nov 2026')
    expect(await rowOf('Cy')).toHaveTextContent('Not seen yet')
    expect(screen.getByRole('heading', { name: '5 accounts, 1 disabled' })).toBeInTheDocument()
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Ada',
      'Bo',
      'Cy',
      'Eve',
      'Di',
    ])
    await expectAccessible(container)
  })

  it('offer nothing for oneself and for people of the demo', async () => {
    show(() => <AccountsPage />)
    for (const name of ['Ada', 'Di']) expect(within(await rowOf(name)).queryByRole('button')).toBeNull()
    expect(within(await rowOf('Bo')).getByRole('button')).toHaveAccessibleName('Disable the account of Bo')
  })

  it('are disabled after saying what ends and what stays', async () => {
    show(() => <AccountsPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Disable the account of Bo' }))
    const dialog = await screen.findByRole('dialog', { name: 'Disable the account of Bo?' })
    expect(dialog).toHaveTextContent('Bo is signed out everywhere at once')
    expect(dialog).toHaveTextContent('Codings, scores, certificates and history stay under the name.')
    expect(dialog).not.toHaveTextContent('principal investigator')
    expect(sent).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: 'Disable' }))
    expect(sent).toEqual(['POST /api/accounts/bo/disable'])
    expect(await screen.findByRole('button', { name: 'Enable the account of Bo' })).toBeInTheDocument()
  })

  it('warn where a study would have no principal investigator left', async () => {
    show(() => <AccountsPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Disable the account of Eve' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('Without Eve nobody who can sign in is principal investigator of Nest')
  })

  it('are enabled again, with a word on the password', async () => {
    show(() => <AccountsPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Enable the account of Cy' }))
    const dialog = await screen.findByRole('dialog', { name: 'Enable the account of Cy?' })
    expect(dialog).toHaveTextContent('with the password the account had')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enable' }))
    expect(sent).toEqual(['POST /api/accounts/cy/enable'])
    expect(await screen.findByRole('button', { name: 'Disable the account of Cy' })).toBeInTheDocument()
  })

  it('can be looked through by name or study where there are many', async () => {
    accounts = [...accounts, ...Array.from({ length: 6 }, (_, index) => account(`Coder ${index}`))]
    show(() => <AccountsPage />)
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Find by name or study' }), 'nest')
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(['Eve'])
    await userEvent.type(screen.getByRole('searchbox'), ' nobody')
    expect(screen.getByText('No account fits.')).toBeInTheDocument()
  })

  it('are nowhere for whoever does not own the lab', () => {
    enter(me(false))
    show(() => <AccountsPage />)
    expect(screen.getByText('There is nothing at this address.')).toBeInTheDocument()
  })
})

describe('the members of a study', () => {
  it('show who is disabled, and offer no password link for them', async () => {
    const member = (name: string, disabledAt: string | null): Member => ({
      person: account(name).person,
      ...{ role: 'coder', joinedAt: at, lastSeenAt: at, disabledAt },
    })
    const study = { id: 's', name: 'Study', role: 'pi' }
    show(() => (
      <GivenStudy study={() => study as never}>
        <Members members={[member('Bo', null), member('Cy', at)]} onChanged={() => undefined} />
      </GivenStudy>
    ))
    const [open, disabled] = ['Bo', 'Cy'].map((name) => screen.getByRole('row', { name: new RegExp(name) }))
    if (!open || !disabled) throw new Error('there are two rows')
    expect(within(open).getByRole('button', { name: 'Reset link' })).toBeInTheDocument()
    expect(open).not.toHaveTextContent('Disabled')
    expect(disabled).toHaveTextContent('Disabled')
    expect(within(disabled).queryByRole('button', { name: 'Reset link' })).toBeNull()
    expect(within(disabled).getByRole('button', { name: 'End membership' })).toBeInTheDocument()
  })
})
