import { useLocation, useNavigate } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'
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
  createShortcuts('Everywhere', () => [
    { keys: '?', label: 'Show these keys', run: () => setHelpOpen(true) },
    { keys: '/', label: 'Go to a case, a study, a screen', run: () => setPaletteOpen(true) },
    { keys: 'Mod+K', label: 'The same, also from a field', inFields: true, run: () => setPaletteOpen(true) },
    { keys: 'g h', label: 'Home', run: () => navigate('/') },
    ...places().map((place) => ({ keys: place.keys, label: place.label, run: () => navigate(place.href) })),
  ])
  createCommands((typed) => {
    const go = (href: string) => () => navigate(href)
    const studies = me()?.memberships ?? []
    return [
      ...places().map((place) => ({
        id: place.href,
        label: place.label,
        hint: 'Screen',
        keys: place.keys,
        run: go(place.href),
      })),
      ...studies.map(({ study }) => ({
        id: study.id,
        label: study.name,
        hint: 'Study',
        run: go(`/studies/${study.id}`),
      })),
      { id: 'home', label: 'Home', hint: 'Screen', keys: 'g h', run: go('/') },
      { id: 'settings', label: 'My settings', hint: 'Screen', run: go('/settings') },
      { id: 'keys', label: 'Keys of this screen', hint: 'Help', keys: '?', run: () => setHelpOpen(true) },
    ].filter((command) => matches(`${command.label} ${command.hint}`, typed))
  })
  return null
}
