import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { root } from './attune.ts'
import { worldOf } from './world.ts'

const folder = join(root, 'data/examples')
const names = readdirSync(folder).filter((name) => /\.(csv|json)$/.test(name))
const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]))
const page = readFileSync(join(folder, 'README.md'), 'utf8')
const commands = [...page.matchAll(/^attune (.*)$/gm)].map(([, command = '']) => command)

describe('data/examples', () => {
  it.each(commands)('attune %s', async (command) => {
    const { world, seen } = worldOf(files)
    expect([await run(command.split(' '), world), seen.err]).toEqual([0, ''])
    expect(seen.out).toMatch(/\d\.?\d/)
    expect(seen.out).not.toContain('NaN')
  })

  it('has no file that its page does not use', () => {
    expect(names.filter((name) => !new RegExp(` ${name}\\s`).test(page))).toEqual([])
  })
})
