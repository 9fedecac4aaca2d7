import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { againstArrows, areaOf, arrows, backInTheApi, pastTheIndex } from './architecture/arrows.ts'
import {
  httpElsewhere,
  impureCore,
  listedAndImported,
  type Manifest,
  sqlElsewhere,
  starExports,
  unsafePages,
} from './architecture/borders.ts'
import { circles } from './architecture/circles.ts'
import { filesIn, readSource, readSources, root, type Source } from './architecture/source.ts'

const sources = readSources(['packages', 'api', 'web', 'test', 'scripts'])
const ours = sources.filter(({ path }) => !path.startsWith('test/') && !path.startsWith('scripts/'))

type Rule = (sources: readonly Source[]) => string[]

/** Each rule with one file that breaks it and one that keeps it, so that it is seen to bite. */
const rules: readonly {
  says: string
  rule: Rule
  breaks: readonly [string, string]
  keeps: readonly [string, string]
}[] = [
  {
    says: 'imports only along the arrows',
    rule: againstArrows,
    breaks: ['web/src/score.ts', "import type { Estimate } from '@attune/agreement'"],
    keeps: ['api/src/reliability/compute.ts', "import { cohenKappa } from '@attune/agreement'"],
  },
  {
    says: 'never imports a test',
    rule: againstArrows,
    breaks: ['api/src/base/x.ts', "import { x } from '../../../test/support/x.ts'"],
    keeps: ['test/api/x.test.ts', "import { x } from '../../api/src/base/x.ts'"],
  },
  {
    says: 'enters a package through its index',
    rule: pastTheIndex,
    breaks: ['api/src/a/x.ts', "export { x } from '../../../packages/contract/src/x.ts'"],
    keeps: ['api/src/a/x.ts', "const x = await import('@attune/contract')"],
  },
  {
    says: 'goes from the app over features to the base, never back',
    rule: backInTheApi,
    breaks: ['api/src/base/session.ts', "type T = import('../people/queries.ts').Person"],
    keeps: ['api/src/people/routes.ts', "import { session } from '../base/session.ts'"],
  },
  {
    says: 'keeps SQL in queries and base/database',
    rule: sqlElsewhere,
    breaks: ['api/src/people/routes.ts', "import { sql } from 'kysely'"],
    keeps: ['api/src/people/queries.ts', "import { sql } from 'kysely'"],
  },
  {
    says: 'keeps HTTP in routes, app and base',
    rule: httpElsewhere,
    breaks: ['api/src/people/queries.ts', "import type { Context } from 'hono'"],
    keeps: ['api/src/people/routes.ts', "import { Hono } from 'hono'"],
  },
  {
    says: 'keeps clocks out of the core',
    rule: impureCore,
    breaks: ['packages/contract/src/x.ts', 'export const now = () => new Date().toISOString()'],
    keeps: ['packages/contract/src/x.ts', 'export const day = (at: number) => new Date(at).toISOString()'],
  },
  {
    says: 'keeps chance out of the core',
    rule: impureCore,
    breaks: ['packages/agreement/src/x.ts', 'export const one = Math.random()'],
    keeps: ['packages/agreement/src/x.ts', 'export const one = (random: () => number) => random()'],
  },
  {
    says: 'keeps the outside world out of the core',
    rule: impureCore,
    breaks: ['packages/exchange/src/x.ts', 'export const shell = process.env.SHELL'],
    keeps: ['packages/exchange/src/x.ts', 'export const shell = (env: { SHELL: string }) => env.SHELL'],
  },
  {
    says: 'names every export',
    rule: starExports,
    breaks: ['packages/agreement/src/index.ts', "export * from './kappa.ts'"],
    keeps: ['packages/agreement/src/index.ts', "export { kappa } from './kappa.ts'"],
  },
  {
    says: 'writes no style attribute',
    rule: unsafePages,
    breaks: ['web/src/x.tsx', 'export const X = () => <p style="color: red" />'],
    keeps: ['web/src/x.tsx', "export const X = () => <p style={{ color: 'red' }} />"],
  },
  {
    says: 'writes no markup as text',
    rule: unsafePages,
    breaks: ['web/src/x.tsx', 'export const X = (p: { t: string }) => <p innerHTML={p.t} />'],
    keeps: ['web/src/x.tsx', 'export const X = (p: { t: string }) => <p>{p.t}</p>'],
  },
]

describe('the house', () => {
  for (const { says, rule } of rules) it(says, () => expect(rule(sources)).toEqual([]))

  it('has every source file in an area that the arrows name', () => {
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter(({ path }) => areaOf(path) === null)).toEqual([])
  })

  it('has no file that imports itself through others', () => {
    expect(circles(sources)).toEqual([])
    const file = (path: string, from: string): Source => readSource(path, `import type { X } from '${from}'`)
    const round = [
      file('api/src/a/x.ts', './y.ts'),
      file('api/src/a/y.ts', '../b/z.ts'),
      file('api/src/b/z.ts', '../a/x.ts'),
    ]
    expect(circles(round)).toEqual(['api/src/a/x.ts -> api/src/a/y.ts -> api/src/b/z.ts -> api/src/a/x.ts'])
    expect(circles(round.slice(0, 2))).toEqual([])
  })

  it('has no circle in its arrows below scripts and tests', () => {
    const reaches = (from: string): string[] => (arrows[from] ?? []).flatMap((to) => [to, ...reaches(to)])
    const houses = Object.keys(arrows).filter((area) => area !== 'scripts' && area !== 'test')
    expect(houses.filter((area) => reaches(area).includes(area))).toEqual([])
  })

  it.each(manifests())('lists in $folder/package.json just what it imports', (manifest) => {
    const styles = filesIn([manifest.folder])
      .filter((path) => path.endsWith('.css'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
    expect(listedAndImported(manifest, sources, styles)).toEqual([])
  })

  it('has no registry address in its lockfile', () => {
    expect(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')).not.toMatch(/https?:\/\//)
  })

  it('asks no other server for anything in its pages', () => {
    const texts = filesIn(['web']).filter((path) => /\.(css|html|tsx?)$/.test(path))
    const addresses = texts.flatMap((path) =>
      [
        ...readFileSync(join(root, path), 'utf8').matchAll(
          /https?:\/\/(?!www\.w3\.org\/|127\.0\.0\.1|localhost)[\w.-]+/g,
        ),
      ].map(([address]) => `${path}: ${address}`),
    )
    expect(addresses).toEqual([])
  })

  it('leaves nothing half done in its sources', () => {
    const marks = new RegExp(
      `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b|@ts-(ignore|nocheck)|\\bas any\\b`,
    )
    const left = ours.filter(({ path }) => marks.test(readFileSync(join(root, path), 'utf8'))).map(({ path }) => path)
    expect(left).toEqual([])
  })
})

describe('the rules of the house', () => {
  for (const { says, rule, breaks, keeps } of rules) {
    it(`find a file that breaks "${says}"`, () => expect(rule([readSource(...breaks)])).toHaveLength(1))
    it(`let a file pass that keeps "${says}"`, () => expect(rule([readSource(...keeps)])).toEqual([]))
  }

  it('find an import that no package.json lists, and a listed package that nothing imports', () => {
    const manifest = { folder: 'api', name: '@attune/api', dependencies: ['hono', 'pg', '@types/pg'] }
    const source = readSource('api/src/main.ts', "import { Hono } from 'hono'\nimport { z } from 'zod/mini'")
    expect(listedAndImported(manifest, [source], [])).toEqual([
      'api/src/main.ts:2 imports zod, which api/package.json does not list',
      'api/package.json lists pg, which nothing imports',
      'api/package.json lists @types/pg, which nothing imports',
    ])
  })
})

function manifests(): Manifest[] {
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    test: {
      '@attune/web': 'its parts are rendered by path',
      '@attune/api': 'its parts are called by path',
      '@attune/cli': 'it is run as a program',
      jsdom: 'named as environment in web/vitest.config.ts',
      vite: 'the Solid plugin runs in it, and web/tsconfig.json names its types',
    },
  }
  const packages = ['agreement', 'charts', 'codebooks', 'contract', 'exchange', 'report', 'cli']
  return [...packages.map((name) => `packages/${name}`), 'api', 'web', 'test'].map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const dependencies = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
    return { folder, name: manifest.name, dependencies, known: known[folder] ?? {} }
  })
}
