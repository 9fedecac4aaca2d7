import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, openSync, statSync } from 'node:fs'
import { readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { run } from '@attune/cli'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { attune, folderWith, PATIENCE, root } from './attune.ts'
import { worldOf } from './world.ts'

vi.setConfig({ testTimeout: PATIENCE })

describe('attune', () => {
  it('prints its version', async () => {
    expect(await attune(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    })
  })

  it('prints its help, and that of each command, on standard output', async () => {
    const { out, code } = await attune(['help'])
    expect(code).toBe(0)
    const names = [...out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name ?? '')
    expect(names).toContain('agreement')
    expect((await attune(['--help'])).out).toBe(out)
    for (const name of names) {
      const [asked, alike] = [worldOf({}), worldOf({})]
      expect([await run(['help', name], asked.world), await run([name, '--help'], alike.world)]).toEqual([0, 0])
      expect(asked.seen.out).toContain(`Usage: attune ${name}`)
      expect(alike.seen).toEqual(asked.seen)
    }
  })

  it.each([
    [[], 'Which command?\n        "attune help"'],
    [['agrement'], 'There is no command "agrement".\n        Did you mean "attune agreement"?'],
    [['frobnicate'], '"attune help" lists the commands.'],
    [['help', 'frobnicate'], 'There is no command "frobnicate".'],
    [['serve'], 'npm start'],
    [['measures', 'extra'], '"attune measures" takes no extra.'],
    [['completion', 'tcsh'], 'For which shell?'],
    [['completion', 'bash', 'zsh'], 'For which shell?'],
  ])('refuses %j with code 2 and a remedy', async (args, message) => {
    const { world, seen } = worldOf({})
    expect([await run(args, world), seen.out]).toEqual([2, ''])
    expect(seen.err).toContain(message)
  })

  it.each([
    [['agreement', 'nix.csv'], 'nix.csv: there is no such file or folder.'],
    [['agreement', 'packages'], 'packages: this is a folder.'],
    [['agreement', 'package.json/x'], 'a part of this path is not a folder'],
    [['verify', 'nix'], 'nix: there is no such file or folder.'],
    [['agreement'], 'Which file?'],
  ])('ends %j with code 2 as a process, with nothing on standard output', async (args, message) => {
    expect(await attune(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) })
  })

  it('lists every coefficient, readable and as JSON', async () => {
    const { out } = await attune(['measures'])
    expect(out).toMatch(/^cohen-kappa +Cohen's kappa +ratings +nominal .*Cohen 1960/m)
    const list = z
      .object({ measures: z.array(z.object({ id: z.string(), source: z.string().min(1) })) })
      .parse(JSON.parse((await attune(['measures', '--json'])).out))
    expect(list.measures.map(({ id }) => id)).toContain('icc')
    for (const { id } of list.measures) expect(out).toMatch(new RegExp(`^${id} `, 'm'))
  })

  it('ends quietly when the pipe is closed', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, index) => `s${index % 2000},${index},A,F\ns${index % 2000},${index},B,F\n`,
    )
    const input = `scale,item,rater,value\n${rows.join('')}`
    const { code, err } = await attune(['agreement', '-', '--layout', 'long', '--by', 'scale', '--json'], {
      input,
      closeOutput: true,
    })
    expect([code, err]).toEqual([0, ''])
  })

  it('ends at once and quietly when it is interrupted', async () => {
    const { signal, out, err } = await attune(['agreement', '-'], { signal: 'SIGINT' })
    expect([signal, out, err]).toEqual(['SIGINT', '', ''])
  })

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full, for results as for files', async () => {
    const folder = await folderWith({ 'x.csv': 'item,A,B\n1,F,F\n2,F,Ds\n' })
    for (const line of [
      'agreement x.csv',
      'convert x.csv',
      'convert x.csv --to long',
      'report x.csv',
      'help',
      'measures',
    ]) {
      const ended = spawnSync(process.execPath, [join(root, 'packages/cli/src/main.ts'), ...line.split(' ')], {
        cwd: folder,
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
        encoding: 'utf8',
      })
      expect([ended.status, ended.stderr], line).toEqual([
        2,
        'attune: standard output: the disk is full.\n        Make room, or name a file on another disk.\n',
      ])
    }
    await symlink('/dev/full', join(folder, 'link'))
    const { code, err } = await attune(['convert', 'x.csv', '-o', 'link', '--force'], { folder })
    expect([code, err]).toEqual([2, expect.stringContaining('link: the disk is full.')])
  })

  it('writes to a device as it stands', async () => {
    const folder = await folderWith({ 'x.csv': 'item,A,B\n1,F,F\n2,F,Ds\n' })
    const link = join(folder, 'link')
    await symlink('/dev/null', link)
    const { code, err } = await attune(['convert', 'x.csv', '-o', link, '--force'], { folder })
    expect([code, err]).toEqual([0, ''])
    expect(await readdir(folder)).toEqual(['link', 'x.csv'])
    expect(statSync(link).isCharacterDevice()).toBe(true)
  })

  it('uses colour only on a terminal', async () => {
    const table = 'A,B\nF,F\nDs,F\n'
    const plain = worldOf({ x: table })
    const terminal = worldOf({ x: table }, { colour: true })
    expect(await run(['agreement', 'x'], plain.world)).toBe(0)
    expect(await run(['agreement', 'x'], terminal.world)).toBe(0)
    expect(plain.seen.out).not.toContain('\u001B')
    expect(terminal.seen.out).toContain('\u001B[1m')
    expect(stripVTControlCharacters(terminal.seen.out)).toBe(plain.seen.out)
  })

  it('says what it is at, to whoever waits at a terminal', async () => {
    const told: string[] = []
    const progress = (text: string) => void told.push(text)
    const { world, seen } = worldOf({ x: `A,B\n${'F,F\n'.repeat(100_000)}Ds,F\n` }, { progress })
    expect(await run(['agreement', 'x', '--measure', 'cohen-kappa'], world)).toBe(0)
    expect(told).toEqual(['x: 100000 rows read', 'cohen-kappa of 2 raters, 0 results so far'])
    expect(await run(['convert', 'x'], world)).toBe(0)
    expect(told.slice(2)).toEqual(['x: 0 MB read', 'x: 0 MB read'])
    expect(seen.err).toBe('')
  })

  it('ends with 3 and asks for a report when the fault is its own', async () => {
    const { world, seen } = worldOf(
      {},
      {
        read: () => Promise.reject(new TypeError('broken inside')),
      },
    )
    expect(await run(['agreement', 'x'], world)).toBe(3)
    expect(seen.err).toMatch(/internal error.*\nTypeError: broken inside\n/s)
  })
})

describe('attune completion', () => {
  it('completes commands, options and values in bash', async () => {
    const { out } = await attune(['completion', 'bash'])
    const folder = await folderWith({ 'attune.bash': out })
    const complete = (...words: string[]) => {
      const typed = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`
      const script = `. ${folder}/attune.bash; ${typed}; _attune; printf '%s\\n' "\${COMPREPLY[@]}"`
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')
    }
    expect(complete('attune', 'agr')).toEqual(['agreement'])
    expect(complete('attune', 'agreement', '--icc')).toEqual(['--icc-form', '--icc-model'])
    expect(complete('attune', 'agreement', '--level', 'n')).toEqual(['nominal'])
  })

  it('prints scripts for zsh and fish', async () => {
    expect((await attune(['completion', 'zsh'])).out).toContain('bashcompinit')
    expect((await attune(['completion', 'fish'])).out).toContain(
      "complete -c attune -n '__fish_seen_subcommand_from agreement' -l level -r -f -a",
    )
  })
})
