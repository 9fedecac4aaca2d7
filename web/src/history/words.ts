import { t } from '../messages/index.ts'
import type { Progress } from '../studies/progress.ts'

/** Ids of a study and what people call them. */
export type Names = ReadonlyMap<string, string>

export function namesOf(
  progress: Progress,
  versions: readonly { id: string; title: string; version: string }[],
): Names {
  const names = new Map<string, string>()
  for (const one of progress.cases) names.set(one.id, one.case)
  for (const person of progress.people) names.set(person.id, person.name)
  for (const version of versions) names.set(version.id, `${version.title} ${version.version}`)
  for (const coding of progress.codings) {
    names.set(coding.coding, t().history.codingBy(names.get(coding.case) ?? '', names.get(coding.coder) ?? ''))
  }
  return names
}

/** `case:9e45…` as `Case S-252`; without a name the beginning of the id. */
export function subjectWords(subject: string, names: Names): string {
  const [kind = '', id = ''] = subject.split(':')
  if (kind === 'study') return t().history.theStudy
  return `${t().history.kind(kind) ?? capital(kind)} ${names.get(id) ?? id.slice(0, 8)}`.trim()
}

/** `coding submitted` as words in the language of this desk. */
export function actionWords(action: string): string {
  return t().history.action(action) ?? capital(action)
}

/** `coding submitted`, `password-reset` as words. */
export function capital(words: string): string {
  const plain = words.replace(/[._-]+/g, ' ').trim()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

export type DetailLine = { readonly label: string; readonly old?: string; readonly now: string }

/** The detail of an entry, which is JSON, as lines to read: field, before, after. Ids become names. */
export function detailLines(detail: string, names: Names): DetailLine[] {
  const parsed = parse(detail)
  if (parsed === null) return detail === '' ? [] : [{ label: '', now: detail }]
  const { old, new: now, ...rest } = parsed
  const changes = changedLines(old, now, names)
  const others = Object.entries(rest).map(([name, value]) => ({
    label: fieldName(name),
    now: valueWords(value, names),
  }))
  const lines: DetailLine[] = [...changes, ...others]
  return lines.filter((line) => line.now !== '' || line.old !== undefined)
}

function changedLines(old: unknown, now: unknown, names: Names): DetailLine[] {
  if (old === undefined && now === undefined) return []
  if (isRecord(now) && (old === undefined || old === null || isRecord(old))) {
    return Object.entries(now).map(([name, value]) => ({
      label: fieldName(name),
      ...(isRecord(old) && name in old ? { old: valueWords(old[name], names) } : {}),
      now: valueWords(value, names),
    }))
  }
  const before = valueWords(old, names)
  return [{ label: '', ...(before ? { old: before } : {}), now: valueWords(now, names) || t().history.nothing }]
}

function valueWords(value: unknown, names: Names): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return names.get(value) ?? value
  if (typeof value === 'boolean') return value ? t().base.yes : t().base.no
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => valueWords(one, names)).join(', ')
  if (isRecord(value)) {
    const parts = Object.entries(value).map(([name, part]) => [fieldName(name), valueWords(part, names)] as const)
    return parts.flatMap(([name, words]) => (words ? [`${name} ${words}`] : [])).join(', ')
  }
  return ''
}

/** `contentNote` as `content note`. */
function fieldName(name: string): string {
  const spaced = name.replace(/([a-z])([A-Z])/g, (_, one: string, two: string) => `${one} ${two.toLowerCase()}`)
  return t().history.field(name) ?? spaced
}

function parse(detail: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(detail)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
