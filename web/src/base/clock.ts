/** Seconds as somebody types them: "83", "83.5", "1:23", "1:23,5", "1:02:03"; null if it is no time. */
export function parseClock(typed: string): number | null {
  const match = /^\s*([-−]?)(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6}(?:[.,]\d{1,3})?)\s*$/.exec(typed)
  if (!match) return null
  const [, sign = '', hours = '0', minutes = '0', rest = '0'] = match
  const hasMinutes = match[3] !== undefined
  const seconds = Number(rest.replace(',', '.'))
  if (hasMinutes && seconds >= 60) return null
  const total = Number(hours) * 3600 + Number(minutes) * 60 + seconds
  return round(sign === '' ? total : -total)
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000

/** "1:23.5", as `parseClock` reads it. */
export function clock(seconds: number): string {
  const total = Math.abs(round(seconds))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const rest = round(total % 60)
  const [whole = '0', part] = String(rest).split('.')
  const tail = `${whole.padStart(2, '0')}${part ? `.${part}` : ''}`
  const lead = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : String(minutes)
  return `${seconds < 0 ? '−' : ''}${lead}:${tail}`
}
