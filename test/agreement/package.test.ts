import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const library = join(root, 'packages/agreement')
const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))

function compile(...settings: string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...settings], { cwd: project })
}

/** A project of somebody else, with the library installed as `pnpm pack` makes it. */
const project = mkdtempSync(join(tmpdir(), 'library-'))
afterAll(() => rmSync(project, { recursive: true }))

describe('the library as a package', () => {
  beforeAll(() => {
    const installed = join(project, 'node_modules', manifest.name)
    mkdirSync(installed, { recursive: true })
    compile('-p', library, '--outDir', join(installed, 'dist'))
    cpSync(join(library, 'README.md'), join(installed, 'README.md'))
    const { publishConfig, ...rest } = manifest
    writeFileSync(join(installed, 'package.json'), JSON.stringify({ ...rest, ...publishConfig }))
    writeFileSync(join(project, 'package.json'), JSON.stringify({ type: 'module' }))
  }, 60_000)

  it('needs nothing else', () => {
    expect(manifest.dependencies).toBeUndefined()
    expect(manifest.peerDependencies).toBeUndefined()
  })

  it('gives plain Node what the first lines of the README say', () => {
    const code = `${example()}\nconsole.log(estimate.toFixed(3), n)`
    writeFileSync(join(project, 'plain.js'), code)
    expect(execFileSync(process.execPath, [join(project, 'plain.js')], { encoding: 'utf8' })).toBe('0.636 4\n')
  })

  it('has types with which those lines compile, under either way of resolving modules, and a wrong call does not', () => {
    writeFileSync(join(project, 'typed.ts'), `${example()}\nexport { dropped, estimate, interval, n }\n${wrong}`)
    const strict = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2023', '--types', '']
    const file = join(project, 'typed.ts')
    compile(...strict, '--module', 'nodenext', file)
    compile(...strict, '--module', 'esnext', '--moduleResolution', 'bundler', file)
  }, 60_000)
})

const wrong = `// @ts-expect-error: scores without categories are no codes
cohenKappa(ratingTable({ raters: ['Ann', 'Ben'], level: 'interval', rows: [[1, 2]] }))
`

function example(): string {
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(library, 'README.md'), 'utf8')) ?? []
  return block
}
