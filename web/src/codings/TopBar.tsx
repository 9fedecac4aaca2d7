import { Show } from 'solid-js'
import { Button, IconButton } from '../base/Button.tsx'
import { setHelpOpen } from '../base/commands.ts'
import { formatMoment } from '../base/dates.tsx'
import { prefer, preferences } from '../base/preferences.ts'
import { me } from '../base/session.ts'
import { Badge } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { useDesk } from './desk-context.ts'
import { SaveState } from './SaveState.tsx'

const SIZES = ['small', 'normal', 'large', 'larger'] as const

/** Where am I, what is next, is it saved. */
export function TopBar(props: { onSubmit: () => void; isSubmitOpen: boolean }) {
  const { desk } = useDesk()
  const { coding, coder } = desk.workspace
  const last = () => desk.history().done.at(-1)?.label
  const next = () => desk.history().undone.at(-1)?.label
  const isMine = () => me()?.person.id === coder.id
  return (
    <header class="coding-bar">
      <div class="coding-bar__where">
        <h1 class="coding-bar__case">{coding.case.case}</h1>
        <span class="coding-bar__codebook">
          {coding.codebook.title} {coding.codebook.number}
          {coding.version > 1 ? t().codings.bar.versionOf(coding.version, coding.reason) : ''}
        </span>
        <Show when={!desk.workspace.mayWrite && !isMine()}>
          <Badge icon="hidden">{t().codings.bar.reading(coder.name)}</Badge>
        </Show>
        <Show when={desk.head().state === 'submitted'}>
          <Badge kind="good" icon="lock">
            {isMine() ? t().codings.bar.yoursSubmitted : t().codings.states.submitted}{' '}
            <Show when={desk.head().submittedAt}>{(at) => formatMoment(at())}</Show>
          </Badge>
        </Show>
      </div>
      <div class="coding-bar__tools">
        <TextSize />
        <span class="coding-bar__progress">
          <progress
            class="meter"
            value={desk.progress().rated}
            max={Math.max(1, desk.progress().required)}
            aria-label={t().codings.bar.requiredRatings}
          />
          <span>
            {t().base.done(desk.progress().rated, desk.progress().required)}
            <span class="coding-bar__wide">{t().codings.bar.required}</span>
          </span>
        </span>
        <Show when={desk.mayWrite()}>
          <SaveState />
          <IconButton
            small
            icon="undo"
            label={last() ? t().codings.bar.undo(last() ?? '') : t().codings.bar.nothingToUndo}
            disabled={!last()}
            onClick={desk.undo}
          />
          <IconButton
            small
            icon="redo"
            label={next() ? t().codings.bar.redo(next() ?? '') : t().codings.bar.nothingToRedo}
            disabled={!next()}
            onClick={desk.redo}
          />
        </Show>
        <IconButton small icon="keyboard" label={t().keys.title} onClick={() => setHelpOpen(true)} />
        <Show when={desk.mayWrite()}>
          <Button small look="primary" aria-expanded={props.isSubmitOpen} onClick={() => props.onSubmit()}>
            {t().codings.bar.submit}
          </Button>
        </Show>
      </div>
    </header>
  )
}

function TextSize() {
  const at = () => SIZES.indexOf(preferences().readingSize)
  const change = (by: number) => {
    const readingSize = SIZES[at() + by]
    if (readingSize) prefer({ readingSize })
  }
  return (
    <fieldset class="text-size" aria-label={t().codings.bar.textSize}>
      <button
        type="button"
        class="text-size__less"
        aria-label={t().codings.bar.smaller}
        disabled={at() === 0}
        onClick={() => change(-1)}
      >
        A
      </button>
      <button
        type="button"
        class="text-size__more"
        aria-label={t().codings.bar.larger}
        disabled={at() === SIZES.length - 1}
        onClick={() => change(1)}
      >
        A
      </button>
    </fieldset>
  )
}
