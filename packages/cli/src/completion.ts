import { type OptionSpec, readArguments } from './arguments.ts'
import type { CommandHelp } from './help.ts'
import { Refusal } from './refusal.ts'
import { EXIT, type World } from './world.ts'

export const completionSpecs: readonly OptionSpec[] = [{ name: 'help', about: 'show this help' }]

type Commands = ReadonlyMap<string, CommandHelp>

/** `attune completion SHELL`: a script to be loaded by the shell; it completes names, never contents of files. */
export function completion(args: readonly string[], world: World, commands: Commands): number {
  const [shell, ...more] = readArguments(args, completionSpecs).files
  const write = { bash, zsh: (all: Commands) => `autoload -U +X bashcompinit && bashcompinit\n${bash(all)}`, fish }
  if (more.length === 0 && (shell === 'bash' || shell === 'zsh' || shell === 'fish')) {
    world.print(write[shell](commands))
    return EXIT.done
  }
  throw new Refusal('For which shell?', 'Write "attune completion bash", "zsh" or "fish".')
}

const valuesOf = ({ among, offered }: OptionSpec) => among ?? offered

const flags = ({ specs }: CommandHelp) => specs.map(({ name }) => `--${name}`).join(' ')

function bash(commands: Commands): string {
  const values = [...commands.values()].flatMap(({ specs }) =>
    specs.flatMap((spec) => {
      const values = valuesOf(spec)
      return values === undefined ? [] : [`    --${spec.name}) words="${values.join(' ')}" ;;\n`]
    }),
  )
  const options = [...commands].map(([name, help]) => `      ${name}) words="${flags(help)}" ;;\n`)
  return [
    '_attune() {\n  local words="" current before\n',
    `  current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"\n`,
    `  case "$before" in\n${[...new Set(values)].join('')}  esac\n`,
    '  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then\n',
    `    words="help ${[...commands.keys()].join(' ')}"\n`,
    '  elif [ -z "$words" ] && [[ "$current" == -* ]]; then\n',
    `    case "\${COMP_WORDS[1]}" in\n${options.join('')}    esac\n  fi\n`,
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))\n}\n',
    'complete -o default -F _attune attune\n',
  ].join('')
}

function fish(commands: Commands): string {
  const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const lines = [...commands].flatMap(([command, { about, specs }]) => [
    `complete -c attune -n __fish_use_subcommand -a ${command} -d ${quoted(about)}\n`,
    ...specs.map((spec) => {
      const { name, value, about: does } = spec
      const words = valuesOf(spec)
      const values = `${value === undefined ? '' : ' -r'}${words === undefined ? '' : ` -f -a ${quoted(words.join(' '))}`}`
      return `complete -c attune -n '__fish_seen_subcommand_from ${command}' -l ${name}${values} -d ${quoted(does)}\n`
    }),
  ])
  return lines.join('')
}
