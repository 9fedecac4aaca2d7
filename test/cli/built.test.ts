import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { buildCommandLine } from '../../scripts/bootstrap/bundle.mjs'
import { attune, folderWith, PATIENCE, root } from './attune.ts'
import { exampleFiles } from './example-files.ts'

vi.setConfig({ testTimeout: PATIENCE })

const program = join(root, 'packages/cli/bin/attune.cjs')

describe('the program as it is built', async () => {
  const folder = await folderWith(exampleFiles)
  beforeAll(() => buildCommandLine(root, process.execPath), 120_000)

  it('is there with the reference cases', () => {
    const dist = join(root, 'packages/cli/dist')
    expect([existsSync(join(dist, 'attune.cjs')), existsSync(join(dist, 'reference/README.md'))]).toEqual([true, true])
  })

  it.each([
    [['--version']],
    [['help', 'agreement']],
    [['measures', '--json']],
    [['completion', 'bash']],
    [['agreement', 'wide.csv', '--json']],
    [['agreement', 'utf16.tsv', '--pairs', '--ci', 'bootstrap', '--resamples', '50']],
    [['agreement', 'long.csv', '--layout', 'long', '--item', 'case', '--by', 'variable,target', '--csv']],
    [['agreement', 'table.csv', '--layout', 'table']],
    [['report', 'scores.csv', '--item', 'case']],
    [['agreement', 'nix.csv']],
    [['agreement', 'wide.csv', '--level', 'ratio']],
  ])('gives the bytes of the sources for %j', async (args) => {
    const fromSource = await attune(args, { folder })
    expect(await attune(args, { folder, program })).toEqual(fromSource)
    expect(fromSource.out + fromSource.err).not.toBe('')
  })

  it('verifies itself', async () => {
    const { code, out } = await attune(['verify'], { folder, program })
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, expect.stringContaining(' 0 failed, 0 unsupported')])
  })
})
