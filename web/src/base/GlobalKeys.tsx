import { useLocation, useNavigate } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'
import { t } from '../messages/index.ts'
import { createCommands, matches, setHelpOpen, setPaletteOpen } from './commands.ts'
import { placesOf, studyFromPath } from './places.ts'
import { me } from './session.ts'
import { createShortcuts, listenForShortcuts } from './shortcuts.ts'

/** Keys and commands that work on every screen. */
export function GlobalKeys() {
  const navigate = useNavigate()
  const location = useLocation()
  const places = () => {
    const here = me()?.memberships.find((one) => one.study.id === studyFromPath(location.pathname))
    return here ? placesOf(here.study.id, here.role) : []
  }
  onMount(() => onCleanup(listenForShortcuts()))
  createShortcuts(
    () => t().keys.everywhere,
    () => [
      { keys: '?', label: t().keys.show, run: () => setHelpOpen(true) },
      { keys: '/', label: t().keys.go, run: () => setPaletteOpen(true) },
      { keys: 'Mod+K', label: t().keys.goFromField, inFields: true, run: () => setPaletteOpen(true) },
      { keys: 'g h', label: t().base.home, run: () => navigate('/') },
      ...places().map((place) => ({ keys: place.keys, label: place.label, run: () => navigate(place.href) })),
    ],
  )
  createCommands((typed) => {
    const go = (href: string) => () => navigate(href)
    const studies = me()?.memberships ?? []
    return [
      ...places().map((place) => ({
        id: place.href,
        label: place.label,
        hint: t().keys.hints.screen,
        keys: place.keys,
        run: go(place.href),
      })),
      ...studies.map(({ study }) => ({
        id: study.id,
        label: study.name,
        hint: t().keys.hints.study,
        run: go(`/studies/${study.id}`),
      })),
      { id: 'home', label: t().base.home, hint: t().keys.hints.screen, keys: 'g h', run: go('/') },
      ...(me()?.isOwner
        ? [{ id: 'accounts', label: t().accounts.title, hint: t().keys.hints.screen, run: go('/accounts') }]
        : []),
      { id: 'settings', label: t().base.mySettings, hint: t().keys.hints.screen, run: go('/settings') },
      { id: 'keys', label: t().keys.title, hint: t().keys.hints.help, keys: '?', run: () => setHelpOpen(true) },
    ].filter((command) => matches(`${command.label} ${command.hint}`, typed))
  })
  return null
}
