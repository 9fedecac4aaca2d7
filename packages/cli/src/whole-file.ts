import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import type { Output } from './world.ts'

/**
 * A file that is written beside its place and put there at the end, so that nobody meets one half of it; also not whoever
 * stops the program in between.
 *
 * @param replace whether a file of that name may be replaced. A device or a pipe is written to as it stands.
 * @param whenStopped called before the program ends by a signal.
 */
export function wholeFile(path: string, replace: boolean, whenStopped: () => void): Output {
  if (replace && isDevice(path)) return device(path)
  // An empty file holds the place: of two programs that want the same name, one is refused.
  if (!replace) closeSync(openSync(path, 'wx'))
  const draft = `${path}.${process.pid}.part`
  const abandon = () => {
    rmSync(draft, { force: true })
    if (!replace) rmSync(path, { force: true })
  }
  const trying = <Value>(attempt: () => Value): Value => {
    try {
      return attempt()
    } catch (error) {
      leave()
      abandon()
      throw error
    }
  }
  const leave = onceStopped(() => {
    abandon()
    whenStopped()
  })
  const file = trying(() => openSync(draft, 'wx'))
  return {
    write: (bytes) => trying(() => writeAll(file, bytes)),
    finish: () => {
      trying(() => {
        closeSync(file)
        renameSync(draft, path)
      })
      leave()
    },
    abandon: () => {
      closeSync(file)
      leave()
      abandon()
    },
  }
}

/** Something at a place that is neither a file nor a folder, such as /dev/null. */
function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

function device(path: string): Output {
  const file = openSync(path, 'w')
  const close = () => closeSync(file)
  return { write: (bytes) => writeAll(file, bytes), finish: close, abandon: close }
}

/** All of them, however many a single call takes. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at)
    } catch (error) {
      // A pipe that its other end made non-blocking is full: its reader needs a moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

/** Exit codes of a shell for a program that a signal has ended. */
const STOPS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Cleans up when the program is stopped, until it is told not to. */
function onceStopped(clean: () => void): () => void {
  const stops = Object.entries(STOPS).map(([signal, code]) => {
    const listener = () => {
      clean()
      process.exit(code)
    }
    process.on(signal, listener)
    return () => void process.off(signal, listener)
  })
  return () => {
    for (const release of stops) release()
  }
}
