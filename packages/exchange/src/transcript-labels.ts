import { linesOf } from './text-lines.ts'
import { TIME_CODE } from './time-code.ts'

/** A speaker's label at the beginning of a line. */
export interface Label {
  readonly line: number
  /** Offset of the first character of the line that is not blank. */
  readonly start: number
  /** Offset behind the label and its separator. */
  readonly end: number
  /** As written, without separator, final dot and doubled spaces. */
  readonly name: string
  readonly style: Style
}
/** `colon` stands for everything unmistakable. */
type Style = 'colon' | 'tab' | 'dot'

const INTERVIEWER = new Set(
  'i int inter intv interviewer iv ivr itv q interviewerin intervieweur intervieweuse entrevistador entrevistadora intervistatore intervistatrice מראיין מראיינת'.split(
    ' ',
  ),
)
const PARTICIPANT = new Set(
  'participant part subject subj respondent resp speaker sp interviewee ie answer patient pt client proband probandin teilnehmer teilnehmerin befragte befragter mother father mom mum dad parent child partner mutter vater kind mère père madre padre'.split(
    ' ',
  ),
)

/** Marks of writing direction that editors put around labels. */
const BLANK = '[\\s\\uFEFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]'
const TIME = `[[(]?${TIME_CODE}[\\])]?`
const HEAD = `^(?<lead>${BLANK}*)(?:(?:${TIME}|\\d{1,5}[.)]?)\\s+)?`
const NAME = "(?<name>\\p{L}[\\p{L}\\p{M}\\p{N} .'’_/-]{0,39}?)"
/** How it was said, or when: `Mother (crying):`, `I (00:12):`. */
const ASIDE = '(?: {0,2}[([][^()[\\]]{1,40}[)\\]])?'
const COLON = new RegExp(`${HEAD}${NAME}${ASIDE}${BLANK}{0,3}[:：](?!//)`, 'u')
const TAB_OR_DOT = new RegExp(`${HEAD}${NAME}(?:\\.?\\t|\\.(?=[ \\u00A0]+[^\\s.…]))`, 'u')
/** `Speaker 1  0:12` alone on its line, as programs that write speech down do it. */
const ABOVE = new RegExp(`${HEAD}${NAME}[ \\t]{1,6}[[(]?${TIME_CODE}[\\])]?${BLANK}*$`, 'u')
const LONGEST_HEAD = 120

/** How labels are compared: `INT.` and `Int` are the same speaker. */
export function labelKey(name: string): string {
  return name
    .trim()
    .replace(/[:：]$/u, '')
    .trim()
    .replace(/\.$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

const withoutNumber = (key: string) => key.replace(/ ?\d+$/, '')
export const isInterviewerKey = (key: string) => INTERVIEWER.has(withoutNumber(key))
export const isUsualKey = (key: string) =>
  isInterviewerKey(key) || PARTICIPANT.has(withoutNumber(key)) || /^\p{L}$/u.test(withoutNumber(key))

/** Up to four words, none beginning with a small letter: "She said:" in the middle of a story is no label. */
function looksLikeName(name: string): boolean {
  const words = name.trim().split(/ +/)
  return words.length <= 4 && words.every((word) => !/^\p{Ll}/u.test(word))
}

function labelOf(
  text: string,
  line: { number: number; start: number; end: number },
  declared: ReadonlySet<string>,
): Label | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD))
  for (const pattern of [ABOVE, COLON, TAB_OR_DOT]) {
    const found = pattern.exec(head)
    const name = found?.groups?.name
    if (found === null || name === undefined) continue
    const key = labelKey(name)
    const style = pattern !== TAB_OR_DOT ? 'colon' : found[0].endsWith('\t') ? 'tab' : 'dot'
    if (style === 'colon' && /\d$/.test(name) && /^\d\d/.test(head.slice(found[0].length))) continue // a time of day
    if (!declared.has(key) && !isUsualKey(key) && (style === 'dot' || !looksLikeName(name))) continue
    const start = line.start + (found.groups?.lead ?? '').length
    return { line: line.number, start, end: line.start + found[0].length, name: tidy(name), style }
  }
  return null
}

const tidy = (name: string) => name.trim().replace(/\.$/, '').replace(/\s+/g, ' ')

/** How often each key stands at the beginning of a line. */
export function countKeys(labels: readonly Label[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of labels) counts.set(labelKey(name), (counts.get(labelKey(name)) ?? 0) + 1)
  return counts
}

/**
 * The labels of a text. A text that labels its speakers with colons has no labels with tabs or single letters
 * and a dot ("I. I don't know"); `INT.` is unmistakable. A text where labels are rare exceptions has none.
 *
 * @param interviewers labels that the importing person named.
 */
export function findLabels(text: string, interviewers: readonly string[]): Label[] {
  const declared = new Set(interviewers.map(labelKey))
  const found: Label[] = []
  let lines = 0
  for (const line of linesOf(text)) {
    const label = labelOf(text, line, declared)
    if (label !== null) found.push(label)
    if (/\S/.test(text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEAD)))) lines++
  }
  const counts = countKeys(found)
  const isTrusted = (label: Label) => {
    const key = labelKey(label.name)
    return declared.has(key) || isUsualKey(key) || (counts.get(key) ?? 0) > 1
  }
  const hasColons = found.some((label) => label.style === 'colon' && isTrusted(label))
  const labels = found.filter((label) => {
    if (label.style === 'colon') return true
    const isLong = labelKey(label.name).length > 1 && isUsualKey(labelKey(label.name))
    return hasColons ? label.style === 'dot' && isLong : isTrusted(label)
  })
  if (!labels.some(isTrusted) && 2 * labels.length < lines) return []
  return withoutNumbering(labels)
}

const GLUED = /^(\p{L}{1,3})\.?(\d{1,4})$/u

/** `I12`, `P13`: when no such label ever comes back, the number counts turns and is not part of the name. */
function withoutNumbering(labels: Label[]): Label[] {
  const glued = labels.filter(({ name }) => GLUED.test(name))
  const isNumbering = glued.length >= 4 && [...countKeys(glued).values()].every((count) => count === 1)
  return isNumbering ? labels.map((label) => ({ ...label, name: label.name.replace(GLUED, '$1') })) : labels
}
