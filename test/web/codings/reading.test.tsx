import { screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, it } from 'vitest'
import { enter, leave } from '../../../web/src/base/session.ts'
import { codingKeys, letterKeys, pressCodeKey, textKeys } from '../../../web/src/codings/coding-keys.ts'
import { createPins } from '../../../web/src/codings/pins.ts'
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
    const listed = [...codingKeys(desk, sight, () => {}), ...textKeys(desk, sight), ...letterKeys(desk, sight)].map(
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
    const { desk, sight } = renderOnDesk(bar, interviewWorkspace())
    expect(letterKeys(desk, sight)).toContainEqual({ keys: 's', label: 'Memory of support or comfort' })
  })

  it('applies pinned codes by their digits while words are selected, and remembers them in this browser', () => {
    const workspace = interviewWorkspace()
    const { desk, sight } = renderOnDesk(bar, workspace)
    const code = desk.codebook.codes.at(-1)?.id ?? ''
    const press = () => pressCodeKey(desk, sight, new KeyboardEvent('keydown', { key: '1' }))
    sight.setSelection({ start: 5, end: 9 })
    expect(press()).toBe(false)
    expect(sight.pins.toggle(code)).toBe(true)
    expect(press()).toBe(true)
    expect([...desk.draft().annotations.values()].at(-1)).toMatchObject({ code, start: 5, end: 9 })
    expect(createPins(workspace.coder.id, desk.codebook.id).digitOf(code)).toBe(1)
    expect(createPins('somebody else', desk.codebook.id).digitOf(code)).toBe(0)
    sight.pins.toggle(code)
  })

  it('pins no more codes than there are digits', () => {
    const { sight } = renderOnDesk(bar, interviewWorkspace())
    const took = Array.from({ length: 10 }, (_, index) => sight.pins.toggle(`code-${index}`))
    expect(took).toEqual([...Array(9).fill(true), false])
    for (const code of sight.pins.pins()) sight.pins.toggle(code)
  })
})
