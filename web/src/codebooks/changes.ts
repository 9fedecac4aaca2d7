import { type Change, type Codebook, type CodebookComparison, compareCodebooks } from '@attune/codebooks'
import { formatScore } from '../base/numbers.ts'
import { t } from '../messages/index.ts'
import { movedAmong } from './moved.ts'

export type Mark = 'added' | 'removed' | 'renamed' | 'moved' | 'changed'
/** One thing that differs in a part; what is not there in a version is an empty text. */
export type ChangeLine = { readonly field: string; readonly was: string; readonly now: string }
/** A variable, a code or another named part of a codebook, and all that differs in it. */
export type ChangedPart = {
  readonly name: string
  readonly marks: readonly Mark[]
  readonly lines: readonly ChangeLine[]
}
export type ChangedGroup = { readonly title: string; readonly parts: readonly ChangedPart[] }
export type Changes = { readonly impact: CodebookComparison['impact']; readonly groups: readonly ChangedGroup[] }

const lists = ['variables', 'codes', 'sampling', 'targets', 'episodes', 'subjects', 'sections'] as const
type List = (typeof lists)[number]
type Found = { readonly list: List | 'book'; readonly id: string; readonly mark: Mark; readonly line?: ChangeLine }

/** What differs between two versions, part by part and in words: codes and scales first, the book itself last. */
export function changesBetween(before: Codebook, after: Codebook): Changes {
  const { impact, changes } = compareCodebooks(before, after)
  const found = changes.flatMap((change) => read(change, before, after))
  const groups = [...lists, 'book' as const].flatMap((list) => {
    const own = found.filter((one) => one.list === list)
    const ids = [...new Set(own.map((one) => one.id))]
    const parts = ids.map((id) =>
      partOf(
        own.filter((one) => one.id === id),
        nameOf(list, id, before, after),
      ),
    )
    return parts.length === 0 ? [] : [{ title: t().codebooks.changes.lists[list], parts }]
  })
  return { impact, groups }
}

function partOf(found: readonly Found[], name: string): ChangedPart {
  return {
    name,
    marks: [...new Set(found.map((one) => one.mark))],
    lines: found.flatMap((one) => (one.line === undefined ? [] : [one.line])),
  }
}

function read(change: Change, before: Codebook, after: Codebook): Found[] {
  const [first = '', id, ...inside] = stepsOf(change.path)
  const list = lists.find((one) => one === first)
  if (list === undefined) return [{ list: 'book', id: first, mark: 'changed', line: lineOf(change, [first]) }]
  if (id === undefined) return readList(change, list)
  if (inside.length === 0) return [{ list, id, mark: change.kind === 'added' ? 'added' : 'removed' }]
  return [{ list, id, mark: markOf(inside), line: lineOf(change, inside, before, after) }]
}

/** A list as a whole: its order, or a list that one of the versions has not at all. */
function readList({ kind, before, after }: Change, list: List): Found[] {
  const ids = (value: unknown) => (Array.isArray(value) ? value.map((one) => idOf(one)) : [])
  if (kind !== 'reordered') {
    const mark = kind === 'added' ? 'added' : 'removed'
    return ids(kind === 'added' ? after : before).map((id) => ({ list, id, mark }))
  }
  return movedAmong(ids(before), ids(after)).map((id) => ({ list, id, mark: 'moved' as const }))
}

function markOf([field, ...rest]: readonly string[]): Mark {
  if (field === 'label' && rest.length === 0) return 'renamed'
  return field === 'section' || field === 'group' ? 'moved' : 'changed'
}

/** Lists of words: what was put into one or taken out of it is a value and not the name of a field. */
const wordLists: readonly (string | undefined)[] = ['noValue', 'targets', 'episodes', 'subjects', 'codes']

function lineOf(change: Change, inside: readonly string[], before?: Codebook, after?: Codebook): ChangeLine {
  if (change.kind === 'reordered') return { field: fieldWords(inside, 'order'), ...wasAndNow(change) }
  const isEntry = wordLists.includes(inside.at(-2)) && (change.before ?? change.after) === inside.at(-1)
  const field = fieldWords(isEntry ? inside.slice(0, -1) : inside)
  if (inside[0] !== 'section') return { field, ...wasAndNow(change) }
  const section = (book: Codebook | undefined, id: unknown) =>
    book?.sections.find((one) => one.id === id)?.label ?? valueWords(id)
  return { field, was: section(before, change.before), now: section(after, change.after) }
}

function wasAndNow({ before, after }: Change) {
  return { was: valueWords(before), now: valueWords(after) }
}

/** `variables.fear.max` as its steps; a name that is no plain word stands in brackets. */
function stepsOf(path: string): string[] {
  const parts = path.matchAll(/\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_][\w-]*)/g)
  return [...parts].map(([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : String(JSON.parse(quoted))))
}

function nameOf(list: List | 'book', id: string, before: Codebook, after: Codebook): string {
  if (list === 'book') return fieldWords([id])
  const inBook = (book: Codebook) => (book[list] ?? []).find((one) => one.id === id)?.label
  return inBook(after) ?? inBook(before) ?? id
}

/** Lists whose entries have ids of the codebook's own, which may be spelled like a field. */
const keyed: readonly string[] = ['categories', 'children', 'collapses', 'outcomes', 'map', 'modifiers', 'values']

function fieldWords(names: readonly string[], last?: string): string {
  const { fields } = t().codebooks.changes
  const said: string[] = []
  let isId = false
  for (const name of names) {
    if (isId) said.push(name)
    else if (name !== 'children') said.push(wordIn(fields, name))
    isId = !isId && keyed.includes(name)
  }
  if (last !== undefined) said.push(wordIn(fields, last))
  return said.join(' › ')
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

/** A value of the file as people read it. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return formatScore(value)
  if (typeof value === 'boolean') return value ? t().base.yes : t().base.no
  if (Array.isArray(value)) return value.map(valueWords).join(', ')
  if (typeof value !== 'object') return wordIn(t().codebooks.noValues, String(value))
  const parts = Object.entries(value).filter(([name]) => name !== 'id')
  const told = parts.filter(([name]) => ['point', 'label', 'message', 'values'].includes(name))
  if (told.length > 0) return told.map(([, part]) => valueWords(part)).join(': ')
  return parts.map(([name, part]) => `${fieldWords([name])} ${valueWords(part)}`).join(', ')
}

/** What is no word of ours is said as it is, also a name that every object has, like `constructor`. */
function wordIn(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name
}
