import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runChild } from '../../scripts/bootstrap/child.mjs'
import { fingerprint, readStamp, writeStamp } from '../../scripts/bootstrap/fingerprint.mjs'
import { manifests } from '../../scripts/bootstrap/packages.mjs'
import { fittingNode, isFitting, tooOld } from '../../scripts/bootstrap/runtime.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-bootstrap-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('fingerprint', () => {
  it('changes with a byte, with a name and with a new file, and with nothing else', () => {
    put('web/a.ts', 'one')
    const first = fingerprint(folder, ['web'])
    utimesSync(join(folder, 'web/a.ts'), new Date(0), new Date(0))
    put('web/node_modules/x/index.js', 'not ours')
    put('web/dist/index.html', 'not a source')
    expect(fingerprint(folder, ['web'])).toBe(first)
    put('web/a.ts', 'two')
    const second = fingerprint(folder, ['web'])
    put('web/b.ts', '')
    expect(new Set([first, second, fingerprint(folder, ['web'])]).size).toBe(3)
  })

  it('takes a file that is not there for absent', () => {
    expect(fingerprint(folder, ['none', 'web/none.json'])).toBe(fingerprint(folder, []))
  })
})

describe('a stamp', () => {
  it('comes back as it was noted, and as null when there is none or it is damaged', () => {
    const file = join(folder, 'cache', 'stamp.json')
    expect(readStamp(file)).toBeNull()
    writeStamp(file, { inputs: 'abc' })
    expect(readStamp(file)).toEqual({ inputs: 'abc' })
    writeFileSync(file, '{"inp')
    expect(readStamp(file)).toBeNull()
  })
})

describe('the manifests', () => {
  it('are the lockfile, the workspace and every package.json, packages of their own included', () => {
    put('packages/agreement/package.json', '{}')
    put('packages/tsconfig.json', '{}')
    expect(manifests(folder)).toEqual([
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      './package.json',
      'packages/agreement/package.json',
      'api/package.json',
      'web/package.json',
      'test/package.json',
    ])
  })
})

describe('the Node that runs the server', () => {
  it.each([
    ['v20.20.2', false],
    ['v22.18.0', false],
    ['v24.6.0', false],
    ['v24.7.0\n', true],
    ['v24.21.0', true],
    ['v26.0.0', true],
  ])('%s fits: %s', (version, fits) => expect(isFitting(version)).toBe(fits))

  it('is our own where the packages bring none', () => {
    expect(fittingNode(folder)).toBe(process.execPath)
  })

  it('is asked for by name where none fits', () => {
    expect(tooOld('v20.11.0', 'darwin on arm64')).toMatch(
      /24\.7 or newer and found v20\.11\.0.*darwin on arm64.*Node 24/s,
    )
  })
})

describe('runChild', () => {
  const quiet = { stdio: 'ignore' as const }

  it('gives the exit code of the program', async () => {
    expect(await runChild(process.execPath, ['-e', 'process.exit(7)'], quiet)).toBe(7)
  })

  it('gives 128 and the number of the signal that ended it', async () => {
    expect(await runChild(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'], quiet)).toBe(137)
  })

  it('hands a signal on to the program and waits for its end', async () => {
    const program = `
      process.on('SIGHUP', () => process.exit(9))
      setInterval(() => {}, 1000)
      process.kill(process.ppid, 'SIGHUP')`
    expect(await runChild(process.execPath, ['-e', program], quiet)).toBe(9)
  })

  it('throws when there is no such program', async () => {
    await expect(runChild(join(folder, 'none'), [], quiet)).rejects.toThrow(/ENOENT/)
  })
})
