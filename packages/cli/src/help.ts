import type { OptionSpec } from './arguments.ts'
import { VERSION } from './version.ts'

/** A command as the help shows it. */
export interface CommandHelp {
  readonly usage: string
  readonly about: string
  readonly specs: readonly OptionSpec[]
  readonly examples: readonly string[]
}

const EXITS = `Exit codes: 0 done; 1 the answer is "no"; 2 wrong usage or bad input; 3 internal error.\n`

/** The help of the program as a whole. */
export function programHelp(commands: ReadonlyMap<string, Pick<CommandHelp, 'about'>>): string {
  const width = Math.max(...[...commands.keys()].map((name) => name.length))
  const lines = [...commands].map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}\n`)
  return [
    `attune ${VERSION}: agreement of raters, from the command line\n\n`,
    'Usage: attune COMMAND [OPTIONS]\n\nCommands:\n',
    ...lines,
    '\n"attune help COMMAND" says more. Results go to standard output, everything else to standard error.\n',
    EXITS,
  ].join('')
}

/** The help of one command, folded to 100 columns. */
export function commandHelp({ usage, about, specs, examples }: CommandHelp): string {
  const names = specs.map(
    ({ name, value, short }) =>
      `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
  )
  const width = Math.max(0, ...names.map((name) => name.length))
  const options = specs.map((spec, index) => {
    const { about: does, group } = spec
    const isFirst = index === 0 || group !== specs[index - 1]?.group
    const heading = isFirst ? `\n${group ?? (index === 0 ? 'Options' : 'Other')}:\n` : ''
    return `${heading}  ${(names[index] ?? '').padEnd(width)}  ${folded(does, 96 - width, width + 4)}\n`
  })
  return [
    `Usage: ${usage}\n\n${folded(about, 100, 0)}\n`,
    ...options,
    ...(examples.length > 0 ? ['\nExamples:\n', ...examples.map((example) => `  ${example}\n`)] : []),
    `\n${EXITS}`,
  ].join('')
}

function folded(text: string, width: number, indent: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length >= width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}
