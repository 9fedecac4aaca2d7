import { A, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createEffect, createSignal, ErrorBoundary, For, on, Show, Suspense } from 'solid-js'
import { t } from '../messages/index.ts'
import { LiveRegion } from './announce.tsx'
import { IconButton } from './Button.tsx'
import { GlobalKeys } from './GlobalKeys.tsx'
import { Icon } from './Icon.tsx'
import { Palette } from './Palette.tsx'
import { page } from './page.ts'
import { studyFromPath } from './places.ts'
import { SessionEnded } from './SessionEnded.tsx'
import { ShortcutHelp } from './ShortcutHelp.tsx'
import { SideBar } from './SideBar.tsx'
import { me } from './session.ts'
import { FailureNotice, Skeleton } from './states.tsx'
import { UnsentWork } from './unsent/UnsentWork.tsx'
import './shell.css'

/** The frame around every screen of somebody signed in. */
export function Shell(props: RouteSectionProps) {
  const location = useLocation()
  const [isMenuOpen, setMenuOpen] = createSignal(false)
  let main: HTMLElement | undefined
  const arrive = () => {
    setMenuOpen(false)
    // A screen reader begins at the new screen, not where the link was.
    main?.focus({ preventScroll: true })
  }
  createEffect(on(() => location.pathname, arrive, { defer: true }))
  return (
    <div class="shell" data-layout={page().layout ?? 'usual'} data-menu={isMenuOpen() ? 'open' : undefined}>
      {/* With a target the router leaves it to the browser, which moves the focus too. */}
      <a class="skip-link" href="#main" target="_self">
        {t().base.skip}
      </a>
      <SideBar onLeave={() => setMenuOpen(false)} />
      <div class="shell__page">
        <div class="top-bar">
          <span class="top-bar__menu">
            <IconButton
              icon="menu"
              label={isMenuOpen() ? t().base.closeNavigation : t().base.openNavigation}
              aria-expanded={isMenuOpen()}
              aria-controls="navigation"
              onClick={() => setMenuOpen((was) => !was)}
            />
          </span>
          <Breadcrumb path={location.pathname} />
        </div>
        <main id="main" class="main" tabindex="-1" ref={main}>
          <UnsentWork />
          <ErrorBoundary fallback={(failure, reset) => <Broken failure={failure} reset={reset} />}>
            <Suspense fallback={<Skeleton />}>{props.children}</Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <Palette />
      <ShortcutHelp />
      <SessionEnded />
      <GlobalKeys />
      <LiveRegion />
    </div>
  )
}

/** A screen that failed. Going somewhere else is a new beginning. */
function Broken(props: { failure: unknown; reset: () => void }) {
  const location = useLocation()
  createEffect(
    on(
      () => location.pathname,
      () => props.reset(),
      { defer: true },
    ),
  )
  return (
    <>
      <h1 class="visually-hidden">{t().base.broken}</h1>
      <FailureNotice failure={props.failure} onRetry={() => props.reset()} />
    </>
  )
}

/** Where am I: study, place in it, this screen. */
function Breadcrumb(props: { path: string }) {
  const study = () => me()?.memberships.find((one) => one.study.id === studyFromPath(props.path))?.study
  const crumbs = () => {
    const here = study()
    return [...(here ? [{ label: here.name, href: `/studies/${here.id}` }] : []), ...(page().crumbs ?? [])]
  }
  return (
    <nav class="breadcrumb" aria-label={t().base.whereYouAre}>
      <ol class="plain-list">
        <For each={crumbs()}>
          {(crumb) => (
            <li>
              <A href={crumb.href}>{crumb.label}</A>
              <Icon name="right" />
            </li>
          )}
        </For>
        <Show when={page().title}>
          <li aria-current="page">{page().title}</li>
        </Show>
      </ol>
    </nav>
  )
}
