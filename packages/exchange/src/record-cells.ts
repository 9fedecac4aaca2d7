/** A time of an observation record, in seconds: `75.5`, `1:15.5` or `0:01:15.5`; null if it is none of them. */
export function readSeconds(cell: string): number | null {
  const text = cell.trim()
  if (/^-?\d{1,6}(?:\.\d{1,9})?$/.test(text)) return Number(text)
  const clock = /^(?:(\d{1,2}):)?(\d{1,4}):([0-5]\d(?:\.\d{1,9})?)$/.exec(text)
  if (clock === null) return null
  const [, hours, minutes = '', seconds = ''] = clock
  if (hours !== undefined && !/^[0-5]?\d$/.test(minutes)) return null
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
}
