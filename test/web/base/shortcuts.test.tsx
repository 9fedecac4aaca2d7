import { fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { KeyChange } from '../../../web/src/base/KeyChange.tsx'
import { changeKeys, faultOf } from '../../../web/src/base/key-change.ts'
import { prefer } from '../../../web/src/base/preferences.ts'
import { createShortcuts, keyCaps, listenForShortcuts, shortcutGroups } from '../../../web/src/base/shortcuts.ts'

let stop = () => {}
const heard = vi.fn<(what: string) => void>()
function Screen() {
  createShortcuts(
    () => 'Screen',
    () => [
      { keys: 'n', label: 'New', run: () => heard('n') },
      { keys: 'g h', label: 'Home', run: () => heard('g h') },
      { keys: '?', label: 'Help', run: () => heard('?') },
      { keys: 'Mod+K', label: 'Palette', inFields: true, run: () => heard('Mod+K') },
      { keys: 'Mod+S', label: 'Save', run: () => heard('Mod+S') },
      { keys: 'x', label: 'Not now', run: () => false },
      { keys: 'l', label: 'Listed only' },
      { keys: 'l', label: 'Meant', run: () => heard('l') },
    ],
  )
  return <input aria-label="Field" />
}
const press = (key: string, more: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...more })

beforeEach(() => {
  heard.mockClear()
  stop = listenForShortcuts()
})
afterEach(() => {
  stop()
  prefer({ singleKeys: true, keys: {} })
})

describe('shortcuts', () => {
  it('run on one key, on two keys one after the other, and on a key with Shift', () => {
    render(() => <Screen />)
    press('n')
    press('g')
    press('h')
    press('?', { shiftKey: true })
    expect(heard.mock.calls.flat()).toEqual(['n', 'g h', '?'])
  })

  it('that are only listed take the key from nobody', () => {
    render(() => <Screen />)
    press('l')
    expect(heard.mock.calls.flat()).toEqual(['l'])
  })

  it('leave the keys to a field, except those that say otherwise', () => {
    render(() => <Screen />)
    const field = screen.getByRole('textbox')
    press('n', {}, field)
    press('s', { ctrlKey: true }, field)
    press('k', { ctrlKey: true }, field)
    expect(heard.mock.calls.flat()).toEqual(['Mod+K'])
  })

  it('of one key can be switched off, those with Ctrl stay', () => {
    render(() => <Screen />)
    prefer({ singleKeys: false })
    press('n')
    press('g')
    press('h')
    press('s', { ctrlKey: true })
    expect(heard.mock.calls.flat()).toEqual(['Mod+S'])
  })

  it('end with the screen they belong to', () => {
    const { unmount } = render(() => <Screen />)
    unmount()
    press('n')
    expect(heard).not.toHaveBeenCalled()
  })

  it('keep the browser from acting only where they meant something', () => {
    render(() => <Screen />)
    expect(press('n')).toBe(false)
    expect(press('x')).toBe(true)
  })

  it('are printed as on the keyboard', () => {
    expect(keyCaps('g h')).toEqual([['g'], ['h']])
    expect(keyCaps('Mod+ArrowUp')).toEqual([['Ctrl', '↑']])
  })

  it('can have other keys, which then work and are listed instead of the usual ones', () => {
    render(() => <Screen />)
    changeKeys('n', 'q')
    press('n')
    press('q')
    expect(heard.mock.calls.flat()).toEqual(['n'])
    expect(shortcutGroups()[0]?.shortcuts[0]).toMatchObject({ keys: 'q', usual: 'n' })
    changeKeys('n', 'n')
    press('n')
    expect(heard.mock.calls.flat()).toEqual(['n', 'n'])
  })

  it('are not given keys that are taken, that have a fixed meaning, or that a field would swallow', () => {
    render(() => <Screen />)
    const named = (keys: string) => {
      const found = shortcutGroups()[0]?.shortcuts.find((one) => one.usual === keys)
      if (!found) throw new Error(keys)
      return found
    }
    const fault = (keys: string, of: string) => faultOf(keys, named(of), shortcutGroups())
    expect(fault('?', 'n')).toEqual({ why: 'taken', by: 'Help' })
    expect(fault('g', 'n')).toEqual({ why: 'taken', by: 'Home' })
    expect(fault('l', 'n')).toEqual({ why: 'taken', by: 'Listed only' })
    expect(['1', 'Enter', 'Mod+C', 'Shift+ArrowDown', '+'].map((keys) => fault(keys, 'n')?.why)).toEqual(
      Array(5).fill('fixed'),
    )
    expect(fault('q', 'Mod+K')).toEqual({ why: 'needs-modifier' })
    expect(fault('Mod+J', 'Mod+K')).toBeNull()
    expect(fault('q', 'n')).toBeNull()
  })

  it('are changed in the list of keys: press, be told what is taken, press another', () => {
    const [shortcut] = [{ keys: 'n', usual: 'n', label: 'New', run: () => heard('n') }]
    render(() => (
      <>
        <Screen />
        <KeyChange shortcut={shortcut} />
      </>
    ))
    const button = screen.getByRole('button', { name: 'Change the keys for: New' })
    fireEvent.click(button)
    press('?', {}, button)
    expect(screen.getByRole('alert')).toHaveTextContent('Taken: Help')
    press('q', {}, button)
    expect(screen.queryByRole('alert')).toBeNull()
    press('q')
    expect(heard.mock.calls.flat()).toEqual(['n'])
  })
})
