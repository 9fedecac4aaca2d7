let heard: () => void = () => {}

/** Who wants to know that the server no longer takes this browser's session. */
export function onSessionEnded(listener: () => void): void {
  heard = listener
}

/** Said by `call` when the server answers that nobody is signed in. */
export function sessionEnded(): void {
  heard()
}
