/** A view that is put in step by the coder, on this computer alone: what the study says stays as it is. */
const key = (track: string) => `attune:view-offset:${track}`

export function keptOffset(track: string): number | null {
  try {
    const kept = localStorage.getItem(key(track))
    return kept !== null && Number.isFinite(Number(kept)) ? Number(kept) : null
  } catch {
    return null
  }
}

export function keepOffset(track: string, seconds: number | null): void {
  try {
    if (seconds === null) localStorage.removeItem(key(track))
    else localStorage.setItem(key(track), String(seconds))
  } catch {
    // Without storage the view is in step for this visit.
  }
}
