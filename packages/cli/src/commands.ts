import type { OptionSpec } from './arguments.ts'
import type { World } from './world.ts'

/** What a command is made of, once it is loaded. */
interface Loaded {
  readonly specs: readonly OptionSpec[]
  readonly run: (args: readonly string[], world: World) => Promise<number>
}

/** A command before it is loaded: whoever asks for one does not wait for the others. */
export interface Command {
  readonly usage: string
  readonly about: string
  readonly examples: readonly string[]
  readonly load: () => Promise<Loaded>
}

export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'agreement',
    {
      usage: 'attune agreement FILE [OPTIONS]',
      about:
        'Coefficients of agreement from a CSV or TSV file ("-" is standard input), in UTF-8 or UTF-16, with commas, semicolons or tabs.',
      examples: [
        'attune agreement ratings.csv --item case',
        'attune agreement ratings-long.csv --layout long --item case --by variable --reference master',
        'attune agreement table.csv --layout table --measure cohen-kappa --json',
      ],
      load: async () => {
        const { agreement } = await import('./agreement/command.ts')
        const { agreementSpecs } = await import('./agreement/specs.ts')
        return { specs: agreementSpecs, run: agreement }
      },
    },
  ],
  [
    'report',
    {
      usage: 'attune report FILE [OPTIONS] [-o PAGE]',
      about:
        'One self-contained page about the agreement in a file: verdicts, tables, charts, the methods paragraph and an R script. The options are those of "attune agreement".',
      examples: [
        'attune report ratings.csv --item case -o report.html',
        'attune report ratings.csv --item case --reference master --criterion 0.6 -o report.html --force',
      ],
      load: async () => {
        const { report, reportSpecs } = await import('./report/command.ts')
        return { specs: reportSpecs, run: report }
      },
    },
  ],
  [
    'verify',
    {
      usage: 'attune verify [FOLDER] [--json]',
      about: 'Recomputes every reference case and compares: does this installation compute correctly?',
      examples: ['attune verify', 'attune verify my-cases --json'],
      load: async () => {
        const { verify, verifySpecs } = await import('./verify.ts')
        return { specs: verifySpecs, run: verify }
      },
    },
  ],
  [
    'measures',
    {
      usage: 'attune measures [--json]',
      about: 'Lists every coefficient with its levels, raters, missing values and source.',
      examples: [],
      load: async () => {
        const { listMeasures, measuresSpecs } = await import('./measures.ts')
        return { specs: measuresSpecs, run: listMeasures }
      },
    },
  ],
  [
    'completion',
    {
      usage: 'attune completion bash|zsh|fish',
      about: 'Prints a script that completes commands and options in your shell.',
      examples: ['attune completion bash > ~/.local/share/bash-completion/completions/attune'],
      load: async () => {
        const { completion, completionSpecs } = await import('./completion.ts')
        return { specs: completionSpecs, run: async (args, world) => completion(args, world, await allHelp()) }
      },
    },
  ],
])

/** Every command with its options, which loads them all. */
async function allHelp() {
  const all = [...commands].map(async ([name, command]) => {
    const { specs } = await command.load()
    return [name, { ...command, specs }] as const
  })
  return new Map(await Promise.all(all))
}
