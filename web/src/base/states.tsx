import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { t } from '../messages/index.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import type { Load } from './load.ts'
import { describeFailure } from './refused.ts'

/** What is loaded, or why it is not yet, or why it is not at all. What was there stays while it is asked for again. */
export function Loaded<T>(props: { of: Load<T>; label?: string; children: (value: () => T) => JSX.Element }) {
  return (
    <>
      <Show when={props.of.failure()}>
        {(failure) => <FailureNotice failure={failure()} onRetry={() => void props.of.reload()} />}
      </Show>
      <Show
        when={props.of.value() !== undefined}
        fallback={
          <Show when={!props.of.failure()}>
            <Skeleton label={props.label} />
          </Show>
        }
      >
        {props.children(() => props.of.value() as T)}
      </Show>
    </>
  )
}

/** Grey lines, but only after 150 ms: what is quick must not flicker. */
export function Skeleton(props: { label?: string | undefined }) {
  const [isLate, setLate] = createSignal(false)
  const timer = setTimeout(() => setLate(true), 150)
  onCleanup(() => clearTimeout(timer))
  return (
    <Show when={isLate()}>
      <div class="skeleton" role="status" aria-label={props.label ?? t().base.loading}>
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
    </Show>
  )
}

const noticeIcons = { info: 'info', good: 'check', warn: 'warning', bad: 'warning', plain: 'info' } as const

/** Something that must be read; it stays where it is. */
export function Notice(props: {
  kind?: keyof typeof noticeIcons
  title?: JSX.Element
  /** Read out at once, because it has just happened. */
  alert?: boolean
  children?: JSX.Element
}) {
  return (
    <div class={`notice notice--${props.kind ?? 'plain'}`} role={props.alert ? 'alert' : undefined}>
      <Icon name={noticeIcons[props.kind ?? 'plain']} />
      <div class="notice__body">
        <Show when={props.title}>
          <p class="notice__title">{props.title}</p>
        </Show>
        {props.children}
      </div>
    </div>
  )
}

/** Why something was refused, what is safe, what to do. Shows nothing while there is no failure. */
export function FailureNotice(props: { failure: unknown; onRetry?: () => void }) {
  const words = () => describeFailure(props.failure)
  return (
    <Show when={props.failure}>
      <Notice kind="bad" title={words().title} alert>
        <Show when={words().advice}>
          <p>{words().advice}</p>
        </Show>
        <Show when={props.onRetry}>
          {(retry) => (
            <div class="button-row">
              <Button small onClick={() => retry()()}>
                {t().base.tryAgain}
              </Button>
            </div>
          )}
        </Show>
      </Notice>
    </Show>
  )
}

/** Nothing here yet: says what to do first. */
export function EmptyState(props: { title: string; heading?: 1 | 2; children?: JSX.Element; actions?: JSX.Element }) {
  return (
    <div class="empty">
      <Dynamic component={props.heading === 1 ? 'h1' : 'h2'}>{props.title}</Dynamic>
      <Show when={props.children}>
        <p>{props.children}</p>
      </Show>
      <Show when={props.actions}>
        <div class="button-row">{props.actions}</div>
      </Show>
    </div>
  )
}

/** A state in a word. The word carries it, the colour only helps. */
export function Badge(props: {
  kind?: 'plain' | 'accent' | 'good' | 'warn' | 'bad' | undefined
  icon?: IconName | undefined
  children: JSX.Element
}) {
  return (
    <span class={`badge${props.kind && props.kind !== 'plain' ? ` badge--${props.kind}` : ''}`}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </span>
  )
}

/** A sheet on the page, with a head if it has a title. */
export function Panel(props: {
  title?: JSX.Element
  intro?: JSX.Element
  actions?: JSX.Element
  /** No margin inside, for a table. */
  flush?: boolean
  children: JSX.Element
}) {
  return (
    <section class="panel">
      <Show when={props.title}>
        <header class="panel__head">
          <div>
            <h2>{props.title}</h2>
            <Show when={props.intro}>
              <p>{props.intro}</p>
            </Show>
          </div>
          <Show when={props.actions}>
            <div class="button-row">{props.actions}</div>
          </Show>
        </header>
      </Show>
      <div classList={{ panel__body: true, 'panel__body--flush': props.flush === true }}>{props.children}</div>
    </section>
  )
}

/** How much of something is done; always beside the figure. */
export function Meter(props: { value: number; of: number; label: string }) {
  return <progress class="meter" value={props.value} max={Math.max(1, props.of)} aria-label={props.label} />
}

/** A table that may be wider than the screen: the frame scrolls, also from the keyboard. */
export function TableFrame(props: { label: string; children: JSX.Element }) {
  return (
    <section class="table-frame" aria-label={props.label} tabindex="0">
      {props.children}
    </section>
  )
}
