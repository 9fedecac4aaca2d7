import { agreement } from './agreement/command.ts'
import { agreementSpecs } from './agreement/specs.ts'
import { nearest } from './arguments.ts'
import { completion, completionSpecs } from './completion.ts'
import { type CommandHelp, commandHelp, programHelp } from './help.ts'
import { listMeasures, measuresSpecs } from './measures.ts'
import { Refusal } from './refusal.ts'
import { report, reportSpecs } from './report/command.ts'
import { verify, verifySpecs } from './verify.ts'
import { VERSION } from './version.ts'
import { EXIT, type World } from './world.ts'

interface Command extends CommandHelp {
  readonly run: (args: readonly string[], world: World) => Promise<number>
}

const commands: ReadonlyMap<string, Command> = new Map([
  [
    'agreement',
    {
      usage: 'attune agreement FILE [OPTIONS]',
      about:
        'Coefficients of agreement from a CSV or TSV file ("-" is standard input), in UTF-8 or UTF-16, with commas, semicolons or tabs.',
      specs: agreementSpecs,
      examples: [
        'attune agreement ratings.csv --item case',
        'attune agreement ratings-long.csv --layout long --item case --by variable --reference master',
        'attune agreement table.csv --layout table --measure cohen-kappa --json',
      ],
      run: agreement,
    },
  ],
  [
    'report',
    {
      usage: 'attune report FILE [OPTIONS] [-o PAGE]',
      about:
        'One self-contained page about the agreement in a file: verdicts, tables, charts, the methods paragraph and an R script. The options are those of "attune agreement".',
      specs: reportSpecs,
      examples: [
        'attune report ratings.csv --item case -o report.html',
        'attune report ratings.csv --item case --reference master --criterion 0.6 -o report.html --force',
      ],
      run: report,
    },
  ],
  [
    'verify',
    {
      usage: 'attune verify [FOLDER] [--json]',
      about: 'Recomputes every reference case and compares: does this installation compute correctly?',
      specs: verifySpecs,
      examples: ['attune verify', 'attune verify my-cases --json'],
      run: verify,
    },
  ],
  [
    'measures',
    {
      usage: 'attune measures [--json]',
      about: 'Lists every coefficient with its levels, raters, missing values and source.',
      specs: measuresSpecs,
      examples: [],
      run: listMeasures,
    },
  ],
  [
    'completion',
    {
      usage: 'attune completion bash|zsh|fish',
      about: 'Prints a script that completes commands and options in your shell.',
      specs: completionSpecs,
      examples: ['attune completion bash > ~/.local/share/bash-completion/completions/attune'],
      run: async (args, world) => completion(args, world, commands),
    },
  ],
])

/** Commands of the server; they come with it. */
const SERVER_COMMANDS = ['serve', 'backup', 'restore', 'doctor', 'export', 'import']

/** The program. Never throws: everything ends as an exit code, with a message on standard error if it is not 0. */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(args, world)
  } catch (error) {
    if (error instanceof Refusal) {
      world.say(`attune: ${error.message}\n        ${error.remedy}\n`)
      return EXIT.refused
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    world.say(`attune: internal error; please report it with these lines and the command.\n${trace}\n`)
    return EXIT.broken
  }
}

async function dispatch([name, ...rest]: readonly string[], world: World): Promise<number> {
  if (name === '--version') return shown(world, `${VERSION}\n`)
  if (name === undefined) throw new Refusal('Which command?', '"attune help" lists them.')
  if (name === 'help' || name === '--help' || name === '-h') {
    const [topic] = rest
    return shown(world, topic === undefined ? programHelp(commands) : commandHelp(commandOf(topic)))
  }
  const command = commandOf(name)
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length)
  if (options.includes('--help') || options.includes('-h')) return shown(world, commandHelp(command))
  return command.run(rest, world)
}

function shown(world: World, text: string): number {
  world.print(text)
  return EXIT.done
}

function commandOf(name: string): Command {
  const command = commands.get(name)
  if (command !== undefined) return command
  if (SERVER_COMMANDS.includes(name)) {
    throw new Refusal(
      `"attune ${name}" belongs to the server, which is started another way.`,
      'Write "npm start" in the folder of Attune.',
    )
  }
  const near = nearest(name, [...commands.keys()])
  const remedy = near === undefined ? '"attune help" lists the commands.' : `Did you mean "attune ${near}"?`
  throw new Refusal(`There is no command "${name}".`, remedy)
}
