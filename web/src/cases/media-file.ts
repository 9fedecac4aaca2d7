import { containerOf, type MediaType } from '@attune/contract'

export type KnownMedia = {
  readonly type: MediaType
  readonly kind: 'video' | 'audio'
  readonly duration: number | null
}

/** What a file is, by its first bytes and by what this browser finds in it; null where no browser plays it. */
export async function lookInto(file: File): Promise<KnownMedia | null> {
  const type = containerOf(new Uint8Array(await file.slice(0, 64).arrayBuffer()))
  if (type === null) return null
  if (type.startsWith('audio/')) return { type, kind: 'audio', duration: (await probe(file)).duration }
  const { duration, hasPicture } = await probe(file)
  return { type, kind: hasPicture ? 'video' : 'audio', duration }
}

/** A browser that lacks the codec cannot tell; then it counts as a picture of unknown length. */
function probe(file: File): Promise<{ duration: number | null; hasPicture: boolean }> {
  const player = document.createElement('video')
  const address = URL.createObjectURL(file)
  player.preload = 'metadata'
  player.src = address
  return new Promise<{ duration: number | null; hasPicture: boolean }>((resolve) => {
    player.onloadedmetadata = () => {
      const duration = Number.isFinite(player.duration) && player.duration > 0 ? player.duration : null
      resolve({ duration, hasPicture: player.videoWidth > 0 })
    }
    player.onerror = () => resolve({ duration: null, hasPicture: true })
  }).finally(() => URL.revokeObjectURL(address))
}
