import { posix } from 'node:path'
import type { Source } from './source.ts'

/** The house: who may import whom. Every arrow points down the page; `api` and `web` meet only in the core. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  scripts: [
    ...['test', 'web', 'api', 'cli', 'report', 'charts', 'exchange', 'contract', 'codebooks', 'criteria'],
    'agreement',
  ],
  test: [
    ...['scripts', 'web', 'api', 'cli', 'report', 'charts', 'exchange', 'contract', 'codebooks', 'criteria'],
    'agreement',
  ],
  web: ['contract', 'codebooks', 'criteria', 'charts'],
  api: ['contract', 'codebooks', 'criteria', 'agreement', 'exchange', 'report'],
  cli: ['agreement', 'exchange', 'codebooks', 'criteria', 'report'],
  report: ['agreement', 'charts'],
  exchange: ['contract', 'codebooks'],
  contract: ['codebooks', 'criteria'],
  codebooks: [],
  criteria: [],
  charts: [],
  agreement: [],
}

/** Pure: values in, values out, the same every time. */
export const core = ['report', 'exchange', 'contract', 'codebooks', 'criteria', 'charts', 'agreement']

/** `packages/agreement/src/x.ts` is in `agreement`, `api/src/app.ts` in `api`. */
export function areaOf(path: string): string | null {
  const [first = '', second = ''] = path.split('/')
  const area = first === 'packages' ? second : first
  return area in arrows ? area : null
}

/** Where an import leads inside this checkout: an area, or null when it leads to a package of others. */
export function targetOf(path: string, from: string): string | null {
  if (from.startsWith('@attune/')) return from.split('/')[1] ?? null
  return from.startsWith('.') ? areaOf(resolved(path, from)) : null
}

export const resolved = (path: string, from: string) => posix.join(posix.dirname(path), from)

export const at = (source: Source, line: number, fault: string) => `${source.path}:${line} ${fault}`

/** Imports that no arrow allows. */
export function againstArrows(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const area = areaOf(source.path)
    if (area === null) return []
    return source.imports.flatMap(({ from, line }) => {
      const target = targetOf(source.path, from)
      if (target === null || target === area || arrows[area]?.includes(target)) return []
      return [at(source, line, `${area} must not import ${target} ("${from}")`)]
    })
  })
}

/** A package is entered through its index: neither by a path into its sources nor by one below its name. */
export function pastTheIndex(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const area = areaOf(source.path)
    // Tests look at parts on purpose, and scripts run before packages are linked.
    if (area === null || area === 'test' || area === 'scripts') return []
    return source.imports.flatMap(({ from, line }) => {
      const target = targetOf(source.path, from)
      if (target === null || target === area || /^@attune\/[a-z]+$/.test(from)) return []
      return [at(source, line, `"${from}" goes past the index of ${target}`)]
    })
  })
}

/** Inside the API: `app.ts ─► features ─► base/`, never back. Files beside `app.ts` stand on its level. */
export function backInTheApi(sources: readonly Source[]): string[] {
  return within(sources, 'api/src/').flatMap((source) =>
    source.imports.flatMap(({ from, line }) => {
      const target = from.startsWith('.') ? resolved(source.path, from) : ''
      if (!target.startsWith('api/src/') || level(target) <= level(source.path)) return []
      return [at(source, line, `${target} stands above: imports go app ─► feature ─► base, never back`)]
    }),
  )
}

const level = (path: string): number => {
  if (path.startsWith('api/src/base/')) return 0
  return path.split('/').length > 3 ? 1 : 2
}

export const within = (sources: readonly Source[], folder: string) =>
  sources.filter(({ path }) => path.startsWith(folder))
