import './base/styles/index.css'
import { render } from 'solid-js/web'
import { App } from './App.tsx'
import { speakChosen } from './base/language.ts'
import { prefer } from './base/preferences.ts'

prefer({})
loadAgainAfterUpdate()
void begin()

/**
 * First the language, then the first word: nobody sees another language flash by. Not by an `await` of the module itself: the
 * bundler would then keep what screens share out of this file, and its style sheets before the one that orders the layers.
 */
async function begin(): Promise<void> {
  await speakChosen()
  const place = document.getElementById('app')
  if (place) render(() => <App />, place)
}

/**
 * After an update of the server an open tab asks for parts that are gone: it loads itself again, but not for ever, and never
 * while the server is away: what waits in this window to be saved would be lost with it.
 */
function loadAgainAfterUpdate(): void {
  const key = 'attune:loaded-again'
  window.addEventListener('vite:preloadError', async () => {
    const before = Number(sessionStorage.getItem(key) ?? 0)
    if (Date.now() - before < 10_000 || !(await isServerThere())) return
    sessionStorage.setItem(key, String(Date.now()))
    location.reload()
  })
}

function isServerThere(): Promise<boolean> {
  return fetch('/api/health', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  )
}
