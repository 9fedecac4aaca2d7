import { A } from '@solidjs/router'
import { type JSX, Show, splitProps } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

type Look = {
  look?: 'usual' | 'primary' | 'quiet' | 'danger' | undefined
  small?: boolean | undefined
  icon?: IconName | undefined
}
type ButtonProps = Look &
  Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'style'> & {
    /** Runs: still has the focus, takes no second press. */
    busy?: boolean | undefined
  }

/** A thing to do. `type="submit"` must be said where it is meant. */
export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['look', 'small', 'icon', 'busy', 'children', 'onClick'])
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) event.preventDefault()
    else if (typeof own.onClick === 'function') own.onClick(event)
  }
  return (
    <button
      type="button"
      {...rest}
      class={classOf(own, own.children === undefined)}
      aria-busy={own.busy ? 'true' : undefined}
      onClick={press}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </button>
  )
}

/** A button of one sign. Its name is read out and shown as a tip. */
export function IconButton(props: Omit<ButtonProps, 'children'> & { icon: IconName; label: string }) {
  const [own, rest] = splitProps(props, ['label'])
  return <Button {...rest} look={rest.look ?? 'quiet'} aria-label={own.label} title={own.label} />
}

/** A way to another screen that looks like a button. */
export function ButtonLink(props: Look & { href: string; children: JSX.Element }) {
  return (
    <A href={props.href} class={classOf(props, false)}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </A>
  )
}

function classOf(look: Look, isBare: boolean): string {
  const parts = ['button']
  if (look.look && look.look !== 'usual') parts.push(`button--${look.look}`)
  if (look.small) parts.push('button--small')
  if (isBare) parts.push('button--icon')
  return parts.join(' ')
}
