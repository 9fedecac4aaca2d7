import { createSignal } from 'solid-js'

const [message, setMessage] = createSignal('')
let clearing: ReturnType<typeof setTimeout> | undefined

/** Tells a screen reader what has just happened: "Saved", "12 cases assigned". Never the only sign of it. */
export function announce(text: string): void {
  clearTimeout(clearing)
  setMessage('')
  // An empty moment between two equal messages makes both heard.
  clearing = setTimeout(() => {
    setMessage(text)
    clearing = setTimeout(() => setMessage(''), 5000)
  }, 60)
}

/** Stands once in the page. */
export function LiveRegion() {
  return (
    <div class="visually-hidden" role="status" aria-live="polite" data-live-region="">
      {message()}
    </div>
  )
}
