import { type Fault, formatPath, WHOLE_FILE } from './fault.ts'
import { LIMITS } from './limits.ts'

/**
 * Reads JSON text. JSON.parse alone says where a file breaks in another way in every browser, and silently
 * takes the last of two fields with one name; here both are faults with line and column.
 */
export function readJson(text: string): { ok: true; value: unknown } | { ok: false; faults: Fault[] } {
  if (text.length > LIMITS.characters) {
    const message = `The file has ${text.length} characters, at most ${LIMITS.characters} are possible. Shorten it.`
    return { ok: false, faults: [{ path: WHOLE_FILE, message }] }
  }
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text
  const faults = scan(content)
  if (faults.length > 0) return { ok: false, faults }
  try {
    return { ok: true, value: JSON.parse(content) }
  } catch {
    return { ok: false, faults: [{ path: WHOLE_FILE, message: controlCharacterMessage(content) }] }
  }
}

/** The one break of the syntax that the scan below leaves to JSON.parse: raw control characters in a text. */
function controlCharacterMessage(text: string): string {
  const at = text.split('').findIndex((character) => character < ' ' && !/[\t\n\r]/.test(character))
  return `This is no JSON: a control character stands at ${place(text, at)}. Remove it.`
}

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("[^"\\\n\r\t]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\n\r\t]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y
const BLANK = /[ \t\n\r]*/y

type Expected = 'a value' | 'a value or ]' | 'a field name' | 'a field name or }' | 'a colon' | 'a comma' | 'the end'
type Frame = { closing: '}' | ']'; names: Set<string>; step: string | number }
type Scan = { stack: Frame[]; expected: Expected; faults: Fault[] }

/** The first break of the syntax, or else every field that stands twice. */
function scan(text: string): Fault[] {
  const state: Scan = { stack: [], expected: 'a value', faults: [] }
  let at = 0
  while (state.faults.length < LIMITS.faults) {
    const start = endOf(BLANK, text, at) ?? at
    if (start === text.length) return state.expected === 'the end' ? state.faults : [breakAt(text, start, state)]
    TOKEN.lastIndex = start
    const [, punctuation, string] = TOKEN.exec(text) ?? []
    const end = TOKEN.lastIndex
    if (end === 0 || !advance(state, text, start, punctuation, string)) return [breakAt(text, start, state)]
    at = end
  }
  return state.faults
}

function endOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : null
}

/** Takes one token; false if it may not stand here. */
function advance(state: Scan, text: string, start: number, punctuation?: string, string?: string): boolean {
  const frame = state.stack.at(-1)
  if (punctuation === '{' || punctuation === '[') return open(state, punctuation)
  if (punctuation === '}' || punctuation === ']') return close(state, punctuation)
  if (punctuation === ',') {
    if (state.expected !== 'a comma' || !frame) return false
    frame.step = typeof frame.step === 'number' ? frame.step + 1 : ''
    state.expected = frame.closing === '}' ? 'a field name' : 'a value'
    return true
  }
  if (punctuation === ':') {
    if (state.expected !== 'a colon') return false
    state.expected = 'a value'
    return true
  }
  if (state.expected.startsWith('a field name')) return string !== undefined && name(state, text, start, string)
  return value(state)
}

function value(state: Scan): boolean {
  if (!state.expected.startsWith('a value')) return false
  state.expected = state.stack.length === 0 ? 'the end' : 'a comma'
  return true
}

function open(state: Scan, opening: '{' | '['): boolean {
  if (!value(state) || state.stack.length > LIMITS.nesting) return false
  const inObject = opening === '{'
  state.stack.push({ closing: inObject ? '}' : ']', names: new Set(), step: inObject ? '' : 0 })
  state.expected = inObject ? 'a field name or }' : 'a value or ]'
  return true
}

function close(state: Scan, closing: '}' | ']'): boolean {
  const mayClose = state.expected === 'a comma' || state.expected.endsWith(closing)
  if (!mayClose || state.stack.at(-1)?.closing !== closing) return false
  state.stack.pop()
  state.expected = state.stack.length === 0 ? 'the end' : 'a comma'
  return true
}

function name(state: Scan, text: string, start: number, literal: string): boolean {
  const frame = state.stack.at(-1)
  if (!frame) return false
  frame.step = unquote(literal)
  state.expected = 'a colon'
  if (frame.names.has(frame.step)) {
    const message = `This field stands twice here; the second is at ${place(text, start)}. Remove one of them.`
    state.faults.push({ path: pathOf(state), message })
  }
  frame.names.add(frame.step)
  return true
}

function unquote(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal.slice(1, -1)
  }
}

const pathOf = (state: Scan): string => formatPath(state.stack.map((frame) => frame.step).filter((step) => step !== ''))

function place(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`
}

function breakAt(text: string, at: number, state: Scan): Fault {
  const found = text.slice(at, at + 24).split('\n')[0] ?? ''
  const where = place(text, at)
  if (state.stack.length > LIMITS.nesting) {
    return { path: WHOLE_FILE, message: `The file is nested too deeply at ${where}. Use fewer levels.` }
  }
  const closing = state.stack.at(-1)?.closing
  const wanted = state.expected === 'a comma' && closing ? `a comma or ${closing}` : state.expected
  const remedy = remedyFor(found, state.expected)
  return { path: pathOf(state), message: `This is no JSON at ${where}: ${wanted} is expected here. ${remedy}` }
}

function remedyFor(found: string, expected: Expected): string {
  if (found === '') return 'The file ends too early; is it complete?'
  const textExpected = expected.startsWith('a value') || expected.startsWith('a field name')
  if (found.startsWith('"') && textExpected) {
    return `Found: ${found} - a text ends with " on its own line, and a backslash stands only before " \\ / b f n r t u.`
  }
  const commaBefore = /^[}\]]/.test(found) && (expected === 'a value' || expected === 'a field name')
  return commaBefore ? `Found: ${found[0]} - remove the comma before it.` : `Found: ${found}`
}
