/** Every text of a language with the place where it stands; functions say what they say to the number 2. */
export function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return textsOf(value(2, 2, 2, 2), path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, child]) => textsOf(child, path ? `${path}.${name}` : name))
}
