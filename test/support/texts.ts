/** Stands for a number, a list or an object with any fields: as text it is `2`. */
const ofLists = new Set<string | symbol>([
  '0',
  'length',
  'map',
  'filter',
  'join',
  'slice',
  'some',
  'toString',
  'constructor',
])
const anything: unknown = new Proxy(['2'], {
  get: (list, name) => (ofLists.has(name) || typeof name === 'symbol' ? Reflect.get(list, name) : anything),
})

/** What a text with parts says; null where it wants the name of something that only the pages know. */
function said(text: (...parts: unknown[]) => unknown): unknown {
  for (const part of [2, anything]) {
    try {
      const words = text(part, part, part, part)
      // A number has no fields.
      if (typeof words !== 'string' || !words.includes('undefined')) return words
    } catch {
      // Not a number, then.
    }
  }
  return null
}

/** Every text of a language with the place where it stands; functions say what they say to the number 2, or to a list. */
export function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return textsOf(said(value as (...parts: unknown[]) => unknown), path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]) => textsOf(child, path ? `${path}.${name}` : name))
}
