import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { leave, session } from '../../../web/src/base/session.ts'
import { Door } from '../../../web/src/door/Door.tsx'
import Join from '../../../web/src/door/Join.tsx'
import { expectAccessible } from '../accessible.ts'

const token = 'a'.repeat(43)
const me = { person: { id: 'p', login: 'ada', name: 'Ada' }, isOwner: false, memberships: [] }
const asked: { path: string; body: unknown }[] = []
const answers = new Map<string, () => Response>()
const lab = (more: object = {}) => ({ name: 'Cradle Lab', version: '1', needsOwner: false, demo: null, ...more })
const refusal = (code: string, status: number, message: string) =>
  Response.json({ error: { code, message, faults: [], request: '' } }, { status })

beforeEach(() => {
  asked.length = 0
  answers.clear()
  leave()
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    asked.push({ path, body: typeof request.body === 'string' ? JSON.parse(request.body) : undefined })
    return answers.get(path)?.() ?? refusal('not-found', 404, 'Not found.')
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

const at = (page: () => unknown) =>
  render(() => (
    <MemoryRouter>
      <Route path="*" component={() => page() as never} />
    </MemoryRouter>
  ))

describe('the door', () => {
  it('lets in who knows the password', async () => {
    answers.set('/api/lab', () => Response.json(lab()))
    answers.set('/api/sign-in', () => Response.json(me))
    const { container } = at(() => <Door />)
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name you sign in with' }), 'Ada ')
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse')
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(asked.at(-1)).toEqual({ path: '/api/sign-in', body: { login: 'Ada ', password: 'correct horse' } })
    await vi.waitFor(() => expect(session()).toEqual({ state: 'signed-in', me }))
  })

  it('says so when name and password do not fit, and keeps what was typed', async () => {
    answers.set('/api/lab', () => Response.json(lab()))
    answers.set('/api/sign-in', () => refusal('wrong-credentials', 401, 'Name and password do not fit.'))
    at(() => <Door />)
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name you sign in with' }), 'ada')
    await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Name and password do not fit.')
    expect(screen.getByRole('textbox', { name: 'Name you sign in with' })).toHaveValue('ada')
  })

  it('offers the people of the demo with one press each', async () => {
    const people = [{ login: 'demo-pi', name: 'Ingrid', role: 'pi', about: 'Assigns cases.' }]
    answers.set('/api/lab', () => Response.json(lab({ demo: { people, passphrase: 'secret words' } })))
    answers.set('/api/sign-in', () => Response.json(me))
    at(() => <Door />)
    await userEvent.click(await screen.findByRole('button', { name: /Ingrid Principal investigator/ }))
    expect(asked.at(-1)?.body).toEqual({ login: 'demo-pi', password: 'secret words' })
  })

  it('says how a lab without an owner gets one', async () => {
    answers.set('/api/lab', () => Response.json(lab({ needsOwner: true })))
    at(() => <Door />)
    expect(await screen.findByText('This lab has no owner yet.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Sign in' })).not.toBeInTheDocument()
  })

  it('lets those in who were invited into the demo before there is an owner', async () => {
    answers.set('/api/lab', () => Response.json(lab({ needsOwner: true, demo: { people: [], passphrase: 'words' } })))
    at(() => <Door />)
    expect(await screen.findByText('This lab has no owner yet.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeInTheDocument()
  })
})

describe('an invitation', () => {
  const invitation = { study: 'Cohort', role: 'coder', invitedBy: 'Ada', expiresAt: '2026-12-01T12:00:00Z' }

  it('is read from the fragment, which leaves the address bar at once', async () => {
    history.replaceState(null, '', `/join#${token}`)
    answers.set('/api/invitations/read', () => Response.json(invitation))
    const { container } = at(() => <Join />)
    expect(location.hash).toBe('')
    expect(await screen.findByText('Cohort')).toBeInTheDocument()
    expect(asked[0]).toEqual({ path: '/api/invitations/read', body: { token } })
    await expectAccessible(container)
  })

  it('makes an account, after the fields are right', async () => {
    history.replaceState(null, '', `/join#${token}`)
    answers.set('/api/invitations/read', () => Response.json(invitation))
    answers.set('/api/invitations/accept', () => Response.json(me))
    at(() => <Join />)
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Ada')
    await userEvent.type(screen.getByRole('textbox', { name: 'Name you sign in with' }), 'ada')
    await userEvent.type(screen.getByLabelText('Password'), 'short')
    await userEvent.click(screen.getByRole('button', { name: 'Join the study' }))
    expect(screen.getByText('At least 10 characters.')).toBeInTheDocument()
    expect(screen.getByLabelText('Password')).toHaveFocus()
    await userEvent.type(screen.getByLabelText('Password'), ' but longer now')
    await userEvent.click(screen.getByRole('button', { name: 'Join the study' }))
    const body = { token, name: 'Ada', login: 'ada', password: 'short but longer now' }
    expect(asked.at(-1)).toEqual({ path: '/api/invitations/accept', body })
  })

  it('that was cut off asks for the whole link and asks the server nothing', () => {
    at(() => <Join />)
    expect(screen.getByRole('alert')).toHaveTextContent('This link is not complete.')
    expect(asked).toEqual([])
  })
})
