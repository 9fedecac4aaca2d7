import { resolved } from './arrows.ts'
import type { Source } from './source.ts'

/** Files that import each other in a circle, types and late imports included: none of them can be understood, or moved, alone. */
export function circles(sources: readonly Source[]): string[] {
  const known = new Map(sources.map((source) => [source.path, targetsOf(source)]))
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): void => {
    const met = way.indexOf(path)
    if (met >= 0) found.push([...way.slice(met), path].join(' -> '))
    if (met >= 0 || done.has(path)) return
    for (const target of known.get(path) ?? []) walk(target, [...way, path])
    done.add(path)
  }
  for (const path of known.keys()) walk(path, [])
  return found
}

const targetsOf = (source: Source): string[] => [
  ...new Set(source.imports.flatMap(({ from }) => (from.startsWith('.') ? [resolved(source.path, from)] : []))),
]
