/** This window, for as long as it is open. */
export const thisWindow = crypto.randomUUID()

const lockOf = (window: string) => `attune-window-${window}`

/** The browser itself lets go of the lock when the window ends, however it ends. */
export function holdWindow(): void {
  void navigator.locks?.request(lockOf(thisWindow), () => new Promise(() => {}))
}

/** Windows of this browser that are open now. */
export async function openWindows(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : [])))
}
