import { signOut } from '@attune/contract'
import { A, useLocation, useNavigate } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'
import { t } from '../messages/index.ts'
import { Button, IconButton } from './Button.tsx'
import { call } from './call.ts'
import { setHelpOpen, setPaletteOpen } from './commands.ts'
import { Dialog } from './Dialog.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Keys } from './Keys.tsx'
import { placesOf, studyFromPath } from './places.ts'
import { prefer } from './preferences.ts'
import { leave, me } from './session.ts'
import { countWaiting } from './unsent/unsent.ts'

/** Navigation by role: the studies, the places of the study one is in, oneself. */
export function SideBar(props: { onLeave: () => void }) {
  const location = useLocation()
  const membership = () => me()?.memberships.find((one) => one.study.id === studyFromPath(location.pathname))
  return (
    <aside class="side-bar" id="navigation" aria-label={t().base.navigation}>
      <A href="/" class="side-bar__mark" end>
        <img src="/mark.svg" alt="" width="24" height="24" />
        Attune
      </A>
      <button type="button" class="side-bar__search" onClick={() => setPaletteOpen(true)}>
        <Icon name="search" />
        <span>{t().keys.goTo}</span>
        <Keys of="/" />
      </button>
      <nav aria-label={t().base.mainNavigation}>
        <ul class="plain-list">
          <Line href="/" icon="home" label={t().base.home} />
          <Show when={me()?.isOwner}>
            <Line href="/accounts" icon="people" label={t().accounts.title} />
          </Show>
        </ul>
        <Show when={membership()}>
          {(one) => (
            <>
              <h2 class="side-bar__title">{one().study.name}</h2>
              <p class="side-bar__role">{t().base.roles[one().role]}</p>
              <ul class="plain-list">
                <For each={placesOf(one().study.id, one().role)}>
                  {(place) => <Line href={place.href} icon={place.icon} label={place.label} />}
                </For>
              </ul>
            </>
          )}
        </Show>
        <Show when={!membership() && (me()?.memberships.length ?? 0) > 0}>
          <h2 class="side-bar__title">{t().base.studies}</h2>
          <ul class="plain-list">
            <For each={me()?.memberships}>
              {(one) => <Line href={`/studies/${one.study.id}`} icon="right" label={one.study.name} />}
            </For>
          </ul>
        </Show>
      </nav>
      <Foot onLeave={props.onLeave} />
    </aside>
  )
}

function Line(props: { href: string; icon: IconName; label: JSX.Element }) {
  return (
    <li>
      <A href={props.href} class="side-bar__line" end={props.href === '/' || props.href.split('/').length === 3}>
        <Icon name={props.icon} />
        <span>{props.label}</span>
      </A>
    </li>
  )
}

function Foot(props: { onLeave: () => void }) {
  const navigate = useNavigate()
  const [isAsking, setAsking] = createSignal(false)
  const ask = async () => {
    const person = me()?.person.id
    if (person !== undefined && (await countWaiting(person)) > 0) setAsking(true)
    else await out()
  }
  const out = async () => {
    setAsking(false)
    try {
      await call(signOut, {}, { body: {} })
    } finally {
      props.onLeave()
      leave()
      navigate('/')
    }
  }
  const isDark = () => getComputedStyle(document.documentElement).colorScheme === 'dark'
  const prefersDark = () =>
    document.documentElement.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches
  return (
    <div class="side-bar__foot">
      <A href="/settings" class="side-bar__person">
        <span>{me()?.person.name}</span>
        <span class="quiet">{t().base.mySettings}</span>
      </A>
      <div class="button-row">
        <IconButton
          icon="sun"
          label={t().base.lightOrDark}
          small
          onClick={() => prefer({ theme: isDark() || prefersDark() ? 'light' : 'dark' })}
        />
        <IconButton icon="keyboard" label={t().keys.title} small onClick={() => setHelpOpen(true)} />
        <IconButton icon="leave" label={t().base.signOut} small onClick={() => void ask()} />
      </div>
      <Dialog open={isAsking()} onClose={() => setAsking(false)} title={t().base.unsent.signOutTitle}>
        <p>{t().base.unsent.signOutAdvice}</p>
        <div class="button-row">
          <Button look="primary" onClick={() => setAsking(false)}>
            {t().base.unsent.stay}
          </Button>
          <Button onClick={() => void out()}>{t().base.unsent.signOut}</Button>
        </div>
      </Dialog>
    </div>
  )
}
