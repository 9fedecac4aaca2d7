import { criterion, preset, type Rule, rule } from '@attune/criteria'
import { Refusal } from '../refusal.ts'
import { readJson } from '../text-file.ts'
import type { World } from '../world.ts'

export interface RuleFile {
  /** Of a criterion; empty for a bare rule. */
  readonly title: string
  readonly rule: Rule
}

/** A rule alone, a criterion, or one of the shipped presets. @throws Refusal naming the field that is wrong. */
export async function readRule(path: string, world: World): Promise<RuleFile> {
  const content = await readJson(path, world)
  const has = (field: string): boolean => typeof content === 'object' && content !== null && field in content
  const parsed = has('criterion')
    ? map(preset.safeParse(content), ({ criterion: { title, rule: own } }) => ({ title, rule: own }))
    : has('rule')
      ? map(criterion.safeParse(content), ({ title, rule: own }) => ({ title, rule: own }))
      : map(rule.safeParse(content), (own) => ({ title: '', rule: own }))
  if ('found' in parsed) return parsed.found
  const remedy = 'Take the criterion of a training set, or a file of data/criteria, as an example.'
  throw new Refusal(`${path}: ${parsed.fault}`, remedy)
}

interface Issue {
  readonly path: PropertyKey[]
  readonly message: string
  /** Of a choice: what is wrong with each of the forms that it may have. */
  readonly errors?: readonly (readonly Issue[])[]
}
type Parsed<Content> =
  | { readonly success: true; readonly data: Content }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }

function map<Content, Found>(parsed: Parsed<Content>, take: (content: Content) => Found) {
  if (parsed.success) return { found: take(parsed.data) }
  return { fault: faultOf(parsed.error.issues, []) }
}

/** The deepest place: of the forms that something may have, the one that it is nearest to says what is wrong. */
export function faultOf(issues: readonly Issue[], above: readonly PropertyKey[]): string {
  const [first] = issues
  if (first === undefined) return 'This is no rule.'
  const path = [...above, ...first.path]
  const deepest = (first.errors ?? []).toSorted((one, other) => depth(other) - depth(one))[0]
  if (deepest !== undefined && depth(deepest) > 0) return faultOf(deepest, path)
  return `${path.length > 0 ? `${path.map(String).join('.')}: ` : ''}${first.message}`
}

const depth = (issues: readonly Issue[]): number =>
  Math.max(0, ...issues.map(({ path, errors = [] }) => path.length + Math.max(0, ...errors.map(depth))))
