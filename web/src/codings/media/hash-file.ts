import type { HashNews } from './hash-worker.ts'

/**
 * The SHA-256 of a file, in hex, read piece by piece beside the page: nothing of it leaves this computer.
 *
 * @param onShare how much is read, 0 to 1.
 */
export function hashFile(file: File, onShare: (share: number) => void, signal?: AbortSignal): Promise<string> {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string>((resolve, reject) => {
    worker.addEventListener('message', ({ data: news }: MessageEvent<HashNews>) => {
      if ('done' in news) onShare(news.done / file.size)
      else if ('hash' in news) resolve(news.hash)
      else reject(new Error(news.fault))
    })
    worker.addEventListener('error', (event) => reject(new Error(event.message)))
    signal?.addEventListener('abort', () => reject(signal.reason))
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
