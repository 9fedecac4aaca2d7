/** `1:02:03.5`, `02:03`, `00:02:03,500`: the form of a time code, for use inside other patterns. */
export const TIME_CODE = '\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?'

const WHOLE = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/

/**
 * Seconds of a time code, or null if it is none. Two parts are minutes and seconds.
 *
 * @example secondsOfTimeCode('1:02:03,5') // 3723.5
 */
export function secondsOfTimeCode(code: string): number | null {
  const found = WHOLE.exec(code)
  if (found === null) return null
  const [hours, minutes, seconds] = [Number(found[1] ?? 0), Number(found[2]), Number(found[3])]
  // With hours before them, minutes end at 59; without, "75:10" is an hour and a quarter.
  if (seconds > 59 || (found[1] !== undefined && minutes > 59)) return null
  return hours * 3600 + minutes * 60 + seconds + Number(`0.${found[4] ?? 0}`)
}

const BEGINNING = new RegExp(`^(?:[[({<]\\s?(${TIME_CODE})\\s?[\\])}>]|(${TIME_CODE})(?=[\\s–-]|$))[\\s–-]*`)
const LONGEST = 24

/** A time code as the first thing between two offsets: its seconds, and where the words begin behind it. */
export function timeAtBeginning(text: string, start: number, end: number): { seconds: number; behind: number } | null {
  const found = BEGINNING.exec(text.slice(start, Math.min(end, start + LONGEST)))
  const seconds = secondsOfTimeCode(found?.[1] ?? found?.[2] ?? '')
  return found === null || seconds === null ? null : { seconds, behind: Math.min(end, start + found[0].length) }
}

export const beginsWithTime = (text: string, start: number, end: number): boolean =>
  timeAtBeginning(text, start, end) !== null
