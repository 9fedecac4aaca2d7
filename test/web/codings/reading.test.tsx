import { screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, it } from 'vitest'
import { enter, leave } from '../../../web/src/base/session.ts'
import { codingKeys, letterKeys, textKeys } from '../../../web/src/codings/coding-keys.ts'
import { TopBar } from '../../../web/src/codings/TopBar.tsx'
import { renderOnDesk } from './render.tsx'
import { interviewWorkspace } from './sample.ts'

const submitted = interviewWorkspace({ mayWrite: false, state: 'submitted' })
const bar = () => <TopBar onSubmit={() => {}} isSubmitOpen={false} />
const signIn = (id: string) => enter({ person: { id, login: 'who', name: 'Who' }, isOwner: false, memberships: [] })

afterEach(leave)

describe('a submitted coding', () => {
  it('is called yours to its own coder', () => {
    signIn(submitted.coder.id)
    renderOnDesk(bar, submitted)
    expect(screen.getByText(/^Your coding, submitted/)).toBeInTheDocument()
    expect(screen.queryByText(/^Reading/)).toBeNull()
  })

  it('is called by its coder’s name to others', () => {
    signIn('99999999-9999-4999-8999-999999999999')
    renderOnDesk(bar, submitted)
    expect(screen.getByText(`Reading ${submitted.coder.name}’s coding`)).toBeInTheDocument()
    expect(screen.queryByText(/Your coding/)).toBeNull()
  })

  it('lists no keys that would change it', () => {
    const { desk, sight } = renderOnDesk(bar, submitted)
    const listed = [...codingKeys(desk, sight, () => {}), ...textKeys(desk), ...letterKeys(desk)].map(
      ({ keys }) => keys,
    )
    expect(listed).toContain(']')
    for (const key of ['Mod+Z', 'e', 'x', 'c', '/', 's', 'Mod+Enter']) expect(listed).not.toContain(key)
    sight.setPaletteOpen(true)
    expect(sight.isPaletteOpen()).toBe(false)
  })
})

describe('a draft', () => {
  it('lists the letters of its codes', () => {
    const { desk } = renderOnDesk(bar, interviewWorkspace())
    expect(letterKeys(desk)).toContainEqual({ keys: 's', label: 'Memory of support or comfort' })
  })
})
