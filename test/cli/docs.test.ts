import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { attune, folderWith, PATIENCE, root } from './attune.ts'

vi.setConfig({ testTimeout: PATIENCE })

/** The fenced blocks of a page, the files among them, and the commands with what they show. */
function readPage(name: string) {
  const page = readFileSync(join(root, name), 'utf8')
  const fences = [...page.matchAll(/^```(\w*)(?: file=(\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', file, text = '']) => ({
      language,
      file,
      text,
    }),
  )
  const files = Object.fromEntries(fences.flatMap(({ file, text }) => (file === undefined ? [] : [[file, text]])))
  const commands = fences.flatMap(({ language, text }, index) => {
    if (language !== 'sh') return []
    const next = fences[index + 1]
    return text
      .trim()
      .split('\n')
      .map((line) => ({ line, shows: next?.language === 'text' ? next.text : null }))
  })
  return { fences, files, commands }
}

/** Words of a command, quoted or not. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

describe.each([
  ['docs/cli.md', 30],
  ['docs/guide/statistician.md', 7],
])('%s', async (name, least) => {
  const { files, commands } = readPage(name)
  const folder = await folderWith(files)

  it('has commands and files to test', () => {
    expect([commands.length > least, Object.keys(files).length > 0]).toEqual([true, true])
  })

  it.each(commands)('tells the truth about $line', async ({ line, shows }) => {
    const [name, ...args] = wordsOf(line)
    expect(name).toBe('attune')
    const { code, out, err } = await attune(args, { folder })
    expect([code, err]).toEqual([0, ''])
    const written = / -o (\S+)/.exec(line)?.[1]
    if (shows !== null) expect(out).toBe(shows)
    else if (written !== undefined) expect(readFileSync(join(folder, written), 'utf8')).not.toBe('')
    else expect(out).not.toBe('')
  })
})

describe('docs/cli.md', async () => {
  const { files, fences } = readPage('docs/cli.md')
  const folder = await folderWith(files)

  it('shows the JSON of its table', async () => {
    const shown = JSON.parse(fences.find(({ language }) => language === 'json')?.text ?? '')
    const { out } = await attune(
      ['agreement', 'table.csv', '--layout', 'table', '--measure', 'cohen-kappa', '--json'],
      { folder },
    )
    const rounded = (text: string) =>
      JSON.parse(text, (_, value) => (typeof value === 'number' ? Number(value.toFixed(6)) : value))
    expect(rounded(JSON.stringify(shown))).toEqual(rounded(out))
  })
})
