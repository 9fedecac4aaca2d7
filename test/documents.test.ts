import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean)
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

/** Targets of links and pictures that stay in the project. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?:|#|mailto:)/.test(target))
}

/** Lines of shell blocks, one command each. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n').filter(Boolean))
}

describe('the documents', () => {
  it.each(documents)('%s leads to files that are there', (file) => {
    const missing = linksIn(textOf(file)).filter(
      (target) => !existsSync(join(root, dirname(file), target.split('#')[0] ?? '')),
    )
    expect(missing).toEqual([])
  })

  it.each(documents)('%s names no ticket and no machine', (file) => {
    expect(textOf(file)).not.toMatch(/issue #?\d|\/(home|root|Users)\//i)
  })
})

describe('the commands of the README', () => {
  const commands = commandsIn(textOf('README.md'))

  it('are those that the project has', () => {
    const scripts = commands.map((command) => /^npm (?:run --silent )?([a-z]+)/.exec(command)?.[1])
    expect(new Set(scripts)).toEqual(new Set(['start', 'test', 'attune']))
    for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script)
  })

  it('compute what they promise', () => {
    const [command = ''] = commands.filter((one) => one.includes('attune --'))
    const args = command.split(' -- ')[1]?.split(' ') ?? []
    const out = execFileSync(process.execPath, [join(root, 'packages/cli/src/main.ts'), ...args], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(out).toContain('anna - master')
    expect(out).toMatch(/Cohen's kappa +6 +\.67/)
  })
})
