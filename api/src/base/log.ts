/** Lines on stderr: readable, or JSON for a log collector. Never a body, a token or a name of a case. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void

/** `text` is for the person at the terminal and leaves out what is merely of interest; `json` tells everything. */
export function openLog(format: 'text' | 'json', write: (line: string) => void, now: () => Date): Log {
  return (level, message, fields = {}) => {
    if (format === 'json') return write(JSON.stringify({ at: now().toISOString(), level, message, ...fields }))
    if (level === 'info') return
    const tail = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`)
    return write([now().toISOString(), level, message, ...tail].join(' '))
  }
}
