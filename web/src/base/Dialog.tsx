import { Dialog as Kobalte } from '@kobalte/core/dialog'
import { createSignal, type JSX, Show } from 'solid-js'
import { t } from '../messages/index.ts'
import type { Action } from './action.ts'
import { Button, IconButton } from './Button.tsx'
import { TextField } from './Field.tsx'
import { FailureNotice } from './states.tsx'
import './dialog.css'

/** In front of everything: for a decision, a short form, the palette. What can be a panel should be one. */
export function Dialog(props: {
  open: boolean
  onClose: () => void
  title: string
  intro?: JSX.Element
  wide?: boolean
  /** Cannot be left by Escape or a click beside it. */
  firm?: boolean
  children: JSX.Element
}) {
  let cameFrom: Element | null = null
  const begin = (event: Event) => {
    cameFrom = document.activeElement
    focusFirst(event)
  }
  const goBack = (event: Event) => {
    if (!(cameFrom instanceof HTMLElement) || !cameFrom.isConnected) return
    event.preventDefault()
    cameFrom.focus()
  }
  const stay = (event: Event) => {
    if (props.firm) event.preventDefault()
  }
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()} modal>
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-veil" />
        <div class="dialog-place">
          <Kobalte.Content
            onOpenAutoFocus={begin}
            onCloseAutoFocus={goBack}
            classList={{ dialog: true, 'dialog--wide': props.wide === true }}
            onEscapeKeyDown={stay}
            onPointerDownOutside={stay}
            onInteractOutside={stay}
          >
            <header class="dialog__head">
              <Kobalte.Title class="dialog__title">{props.title}</Kobalte.Title>
              <Show when={!props.firm}>
                <IconButton icon="cross" label={t().base.close} small onClick={() => props.onClose()} />
              </Show>
            </header>
            <Show when={props.intro}>
              <Kobalte.Description class="dialog__intro">{props.intro}</Kobalte.Description>
            </Show>
            <div class="dialog__body">{props.children}</div>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  )
}

/** The cursor begins at what the dialog is for, not at its cross; before something dangerous, at the way back. */
function focusFirst(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return
  const body = event.currentTarget.querySelector('.dialog__body')
  const first = body?.querySelector<HTMLElement>('[data-first]') ?? body?.querySelector<HTMLElement>(focusable)
  if (!first) return
  event.preventDefault()
  first.focus()
}

const focusable = 'input:not([type=hidden]), textarea, select, button, a[href]'

/** Asks once before something that cannot be undone, and names exactly what will go. */
export function ConfirmDialog(props: {
  open: boolean
  onClose: () => void
  title: string
  children: JSX.Element
  confirm: string
  action: Action<[]>
  danger?: boolean
  /** A word that must be typed first, e.g. the name of the study. */
  word?: string
}) {
  const [typed, setTyped] = createSignal('')
  const isReady = () => props.word === undefined || typed().trim() === props.word
  const close = () => {
    setTyped('')
    props.action.clear()
    props.onClose()
  }
  const confirm = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isReady() && (await props.action.run())) close()
  }
  return (
    <Dialog open={props.open} onClose={close} title={props.title}>
      <form class="form" onSubmit={(event) => void confirm(event)}>
        <div class="stack">{props.children}</div>
        <Show when={props.word}>
          {(word) => (
            <TextField label={t().base.typeWord(word())} value={typed()} onText={setTyped} autocomplete="off" />
          )}
        </Show>
        <FailureNotice failure={props.action.failure()} />
        <div class="form__foot">
          <Button
            type="submit"
            look={props.danger ? 'danger' : 'primary'}
            busy={props.action.pending()}
            disabled={!isReady()}
          >
            {props.confirm}
          </Button>
          <Button look="quiet" onClick={close} {...(props.danger && !props.word ? { 'data-first': '' } : {})}>
            {t().base.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
