import { createSignal, createUniqueId, Show } from 'solid-js'
import { t } from '../messages/index.ts'
import { announce } from './announce.tsx'
import { Button } from './Button.tsx'
import { changeKeys, faultOf, isChangeable, type KeyFault } from './key-change.ts'
import { keyCaps, nameOf, type ShortcutNow, shortcutGroups } from './shortcuts.ts'

const lone = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'])
const spoken = (keys: string): string => keyCaps(keys).flat().join(' ')

/** Asks for other keys for one shortcut, and takes them back. */
export function KeyChange(props: { shortcut: ShortcutNow }) {
  const id = createUniqueId()
  const [isAsking, setAsking] = createSignal(false)
  const [fault, setFault] = createSignal<KeyFault | null>(null)
  const words = () => {
    const now = fault()
    return now && (now.why === 'taken' ? t().keys.change.taken(now.by) : t().keys.change[now.why])
  }
  const press = (event: KeyboardEvent) => {
    if (!isAsking() || lone.has(event.key) || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return stop()
    const keys = nameOf(event)
    const found = faultOf(keys, props.shortcut, shortcutGroups())
    setFault(found)
    if (found) return
    setAsking(false)
    changeKeys(props.shortcut.usual, keys)
    announce(t().keys.change.changed(props.shortcut.label, spoken(keys)))
  }
  const stop = () => {
    setAsking(false)
    setFault(null)
  }
  return (
    <Show when={isChangeable(props.shortcut)}>
      <span class="key-change">
        <Button
          small
          look="quiet"
          aria-label={isAsking() ? t().keys.change.press : t().keys.change.of(props.shortcut.label)}
          aria-describedby={fault() ? id : undefined}
          on:keydown={press}
          onBlur={stop}
          onClick={() => setAsking(true)}
        >
          {isAsking() ? t().keys.change.press : t().keys.change.change}
        </Button>
        <Show when={props.shortcut.keys !== props.shortcut.usual}>
          <Button
            small
            look="quiet"
            aria-label={t().keys.change.resetOf(props.shortcut.label)}
            onClick={() => changeKeys(props.shortcut.usual, props.shortcut.usual)}
          >
            {t().keys.change.reset(spoken(props.shortcut.usual))}
          </Button>
        </Show>
        <Show when={words()}>
          {(why) => (
            <span class="key-change__fault" id={id} role="alert">
              {why()}
            </span>
          )}
        </Show>
      </span>
    </Show>
  )
}
