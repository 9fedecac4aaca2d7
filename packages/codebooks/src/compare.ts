import { formatPath } from './fault.ts'
import type { Codebook } from './schema.ts'

/**
 * How far a change reaches. 'wording': earlier codings mean the same. 'addition': earlier ratings stay
 * valid, there is more to rate. 'structure': earlier ratings may be invalid, or may not compare.
 */
export type Impact = 'wording' | 'addition' | 'structure'

export type Change = {
  /** Where, with ids for the places in lists: `variables.coherence.max`. */
  path: string
  kind: 'added' | 'removed' | 'changed' | 'reordered'
  impact: Impact
  before: unknown
  after: unknown
}

export type CodebookComparison = {
  from: string
  to: string
  /** The farthest-reaching impact, or 'none' if nothing but the version differs. */
  impact: Impact | 'none'
  changes: Change[]
}

/** What differs between two versions of a codebook, in the order of the file. The version itself is no change. */
export function compareCodebooks(before: Codebook, after: Codebook): CodebookComparison {
  const changes = diff({ ...before, version: '' }, { ...after, version: '' }, [])
  const impact = (['structure', 'addition', 'wording'] as const).find((level) =>
    changes.some((change) => change.impact === level),
  )
  return { from: before.version, to: after.version, impact: impact ?? 'none', changes }
}

/** A field of the format, or an id of the codebook's own, which may be spelled like a field. */
type Step = { name: string; kind: 'field' | 'id' }
type Parts = { kind: Step['kind']; entries: Map<string, unknown> }

function diff(before: unknown, after: unknown, steps: readonly Step[]): Change[] {
  const [was, is] = [partsOf(before, steps), partsOf(after, steps)]
  if (!was || !is) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [describe('changed', before, after, steps)]
  }
  const names = [...new Set([...was.entries.keys(), ...is.entries.keys()])]
  const inside = names.flatMap((name) => diffPart(was.entries, is.entries, name, [...steps, { name, kind: was.kind }]))
  return Array.isArray(before) ? [...inside, ...diffOrder(was.entries, is.entries, steps)] : inside
}

function diffPart(was: Map<string, unknown>, is: Map<string, unknown>, name: string, steps: readonly Step[]): Change[] {
  if (!is.has(name)) return [describe('removed', was.get(name), null, steps)]
  if (!was.has(name)) return [describe('added', null, is.get(name), steps)]
  return diff(was.get(name), is.get(name), steps)
}

function diffOrder(was: Map<string, unknown>, is: Map<string, unknown>, steps: readonly Step[]): Change[] {
  const before = [...was.keys()].filter((name) => is.has(name))
  const after = [...is.keys()].filter((name) => was.has(name))
  const same = before.every((name, index) => after[index] === name)
  return same ? [] : [describe('reordered', before, after, steps)]
}

/** The named parts of an object, or of a list whose entries have ids or are ids; null for anything else. */
function partsOf(value: unknown, steps: readonly Step[]): Parts | null {
  if (Array.isArray(value)) {
    const keyed = value.flatMap((entry: unknown) => {
      const id = idOf(entry)
      return id === null ? [] : [[id, entry] as const]
    })
    return keyed.length === value.length ? { kind: 'id', entries: new Map(keyed) } : null
  }
  if (typeof value !== 'object' || value === null) return null
  const entries = new Map(Object.entries(value).filter(([, part]) => part !== undefined))
  return { kind: lastField(steps) === 'map' ? 'id' : 'field', entries }
}

function idOf(entry: unknown): string | null {
  if (typeof entry === 'string') return /^\S{1,64}$/.test(entry) ? entry : null
  return typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id : null
}

const lastField = (steps: readonly Step[]): string | undefined => steps.findLast((step) => step.kind === 'field')?.name

function describe(kind: Change['kind'], before: unknown, after: unknown, steps: readonly Step[]): Change {
  return { path: formatPath(steps.map((step) => step.name)), kind, impact: impactOf(kind, steps), before, after }
}

/** Fields that only explain or arrange. */
const WORDING = new Set(
  'title description citation notice label message boundary anchors group key colour section sections advice snapping'.split(
    ' ',
  ),
)
/** Lists where a further entry leaves every earlier rating valid. A further category does not: it was not on offer. */
const GROWING = new Set(
  'variables codes targets episodes subjects collapses noValue modifiers values sampling'.split(' '),
)
/** Lists whose order is the order of ordered categories. */
const ORDERED = new Set(['categories', 'children', 'outcomes'])

function impactOf(kind: Change['kind'], steps: readonly Step[]): Impact {
  if (steps.some((step) => step.kind === 'field' && WORDING.has(step.name))) return 'wording'
  const field = lastField(steps) ?? ''
  if (kind === 'reordered') return ORDERED.has(field) ? 'structure' : 'wording'
  return kind === 'added' && steps.at(-1)?.kind === 'id' && GROWING.has(field) ? 'addition' : 'structure'
}
