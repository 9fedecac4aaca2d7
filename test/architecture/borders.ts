import { areaOf, at, core, within } from './arrows.ts'
import type { Source } from './source.ts'

const packageOf = (from: string) => from.split('/', from.startsWith('@') ? 2 : 1).join('/')

/** SQL is written in a feature's queries and in the ground under them, nowhere else. */
export const sqlElsewhere = (sources: readonly Source[]) =>
  elsewhere(
    within(sources, 'api/src/'),
    ['kysely', 'better-sqlite3', 'pg'],
    /^api\/src\/(base\/(database|migrations)(\/|[-.])|.*(queries\/|queries\.ts$))/,
    'SQL belongs to queries.ts or base/database',
  )

/** HTTP is spoken in a feature's routes, in the app that joins them, and in their ground; files beside it may listen. */
export const httpElsewhere = (sources: readonly Source[]) => [
  ...elsewhere(
    within(sources, 'api/src/'),
    ['hono'],
    /^api\/src\/(app\.ts$|base\/|.*(routes\/|routes\.ts$))/,
    'HTTP belongs to routes.ts, app.ts or base/',
  ),
  ...elsewhere(
    within(sources, 'api/src/'),
    ['@hono/node-server'],
    /^api\/src\/([^/]+$|base\/)/,
    'listening and serving belong beside app.ts or to base/',
  ),
]

function elsewhere(sources: readonly Source[], packages: readonly string[], place: RegExp, rule: string): string[] {
  return sources
    .filter(({ path }) => !place.test(path))
    .flatMap((source) =>
      source.imports
        .filter(({ from }) => packages.includes(packageOf(from)))
        .map(({ from, line }) => at(source, line, `imports "${from}": ${rule}`)),
    )
}

const impure = [
  'Date.now',
  'new Date()',
  'Date()',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'performance.now',
  'fetch()',
  'setTimeout()',
  'setInterval()',
  'require()',
]

/** The core knows no clock, no chance and no outside world: they are arguments. */
export function impureCore(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => core.includes(areaOf(path) ?? ''))
    .flatMap((source) => [
      ...source.imports
        .filter(({ from }) => from.startsWith('node:'))
        .map(({ from, line }) => at(source, line, `the core must not import ${from}`)),
      ...source.uses
        .filter(({ what }) => impure.includes(what) || /^(process|globalThis|window|localStorage)\./.test(what))
        .map(({ what, line }) => at(source, line, `${what} in the core: make it an argument`)),
    ])
}

/** Every name that leaves a file is written down. */
export const starExports = (sources: readonly Source[]) => uses(sources, ['export *'], 'name what is exported')

/** The browser's content policy allows no style attribute, and nothing of ours writes markup as text. */
export const unsafePages = (sources: readonly Source[]) =>
  within(sources, 'web/').flatMap((source) =>
    source.uses
      .filter(({ what }) => what === '<style="…">' || /[.<](innerHTML|outerHTML|insertAdjacentHTML)\b/.test(what))
      .map(({ what, line }) => at(source, line, `${what} is not allowed in a page`)),
  )

function uses(sources: readonly Source[], forbidden: readonly string[], rule: string): string[] {
  return sources.flatMap((source) =>
    source.uses
      .filter(({ what }) => forbidden.includes(what))
      .map(({ what, line }) => at(source, line, `${what}: ${rule}`)),
  )
}

export type Manifest = {
  /** Folder of the package.json, such as `packages/contract`. */
  readonly folder: string
  readonly name: string
  readonly dependencies: readonly string[]
  /** Packages that are used without an import, with the reason. */
  readonly known?: Readonly<Record<string, string>>
}

/** Each package lists just what its files import: no more and no less. */
export function listedAndImported(manifest: Manifest, sources: readonly Source[], styles: readonly string[]): string[] {
  const files = within(sources, `${manifest.folder}/`)
  const imported = new Map<string, string>()
  for (const source of files) {
    for (const { from, line } of source.imports) {
      if (/^(\.|node:|virtual:|vite\/client$)/.test(from) || from === '') continue
      imported.set(packageOf(from), `${source.path}:${line}`)
    }
  }
  for (const text of styles) {
    for (const [, name = ''] of text.matchAll(/(?:@import\s+|url\()['"]([^./'"][^'"]*)['"]/g))
      imported.set(packageOf(name), 'a style sheet')
  }
  // A name put together at run time ends with a slash: it stands for all that begin so.
  const beginnings = [...imported.keys()].filter((name) => name.endsWith('/'))
  const used = (name: string) =>
    imported.has(name) ||
    beginnings.some((beginning) => name.startsWith(beginning)) ||
    name in (manifest.known ?? {}) ||
    imported.has(name.replace(/^@types\//, ''))
  const listed = (name: string) => name === manifest.name || name.endsWith('/') || manifest.dependencies.includes(name)
  return [
    ...[...imported]
      .filter(([name]) => !listed(name))
      .map(([name, place]) => `${place} imports ${name}, which ${manifest.folder}/package.json does not list`),
    ...manifest.dependencies
      .filter((name) => !used(name))
      .map((name) => `${manifest.folder}/package.json lists ${name}, which nothing imports`),
  ]
}
