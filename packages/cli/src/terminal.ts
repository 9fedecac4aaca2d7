import { fstatSync } from 'node:fs'
import { writeAll } from './whole-file.ts'

/**
 * Standard streams without Node's stream classes, which take longer to load than most files to be computed. A text goes out
 * before the call returns.
 */
const [OUTPUT, ERRORS] = [1, 2]

/** Writes to standard output. `attune ... | head` closes the pipe early; that is no error of anybody. */
export function print(bytes: Uint8Array): void {
  clearProgress()
  try {
    writeAll(OUTPUT, bytes)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
    process.exit()
  }
}

export function say(text: string): void {
  clearProgress()
  try {
    writeAll(ERRORS, new TextEncoder().encode(text))
  } catch {
    // Nobody listens; the exit code still tells.
  }
}

export const showsColour = () =>
  (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb' && isTerminal(OUTPUT)

function isTerminal(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(stream)
  } catch {
    return false // closed
  }
}

/** Nobody needs to be told of what is done within a second. */
const PATIENCE = 1
const CLEAR = '\r\u001B[K'

let isShown = false
let next = PATIENCE
let hasReader: boolean | null = null

/** One line about what takes long, at most ten times a second, and only on a terminal. */
export function showProgress(text: string): void {
  const now = process.uptime() // `performance` would be loaded first
  if (now < next) return
  hasReader ??= isTerminal(ERRORS)
  if (!hasReader) {
    next = Number.POSITIVE_INFINITY
    return
  }
  next = now + 0.1
  isShown = true
  writeAll(ERRORS, new TextEncoder().encode(`${CLEAR}attune: ${text}`))
}

export function clearProgress(): void {
  if (!isShown) return
  isShown = false
  writeAll(ERRORS, new TextEncoder().encode(CLEAR))
}
