import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** As much of a file as is in memory at once. */
const step = 4 * 1024 * 1024

/** Told a file, answers with how far it is and at last with the SHA-256 of the whole, in hex. */
export type HashNews = { readonly done: number } | { readonly hash: string } | { readonly fault: string }

const say = (news: HashNews) => self.postMessage(news)

self.addEventListener('message', (event: MessageEvent<File>) => {
  hash(event.data).catch((error: unknown) => say({ fault: String(error) }))
})

async function hash(file: File): Promise<void> {
  const sum = sha256.create()
  for (let at = 0; at < file.size; at += step) {
    sum.update(new Uint8Array(await file.slice(at, at + step).arrayBuffer()))
    say({ done: Math.min(file.size, at + step) })
  }
  say({ hash: bytesToHex(sum.digest()) })
}
