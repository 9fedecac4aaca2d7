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
        'attune agreement units.csv --layout units --length 60',
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
    'choose',
    {
      usage: 'attune choose FILE [OPTIONS]',
      about: 'Which coefficients suit the ratings in a file, and why: by level, raters, categories and missing values.',
      examples: [
        'attune choose ratings.csv --item case',
        'attune choose ratings-long.csv --layout long --item case --by variable --all',
      ],
      load: async () => {
        const { choose, chooseSpecs } = await import('./choose/command.ts')
        return { specs: chooseSpecs, run: choose }
      },
    },
  ],
  [
    'compare',
    {
      usage: 'attune compare FILE --measure ID[,ID] [OPTIONS]',
      about:
        'Do two coefficients of the same items differ? Two coders with the same criterion, or two coefficients of the same raters: difference, interval and test.',
      examples: [
        'attune compare ratings.csv --item case --measure cohen-kappa --reference master',
        'attune compare ratings.csv --item case --raters anna,ben --measure cohen-kappa,gwet-ac1',
      ],
      load: async () => {
        const { compare } = await import('./compare/command.ts')
        const { compareSpecs } = await import('./compare/specs.ts')
        return { specs: compareSpecs, run: compare }
      },
    },
  ],
  [
    'influence',
    {
      usage: 'attune influence FILE [OPTIONS]',
      about: 'Which items and which raters cost most agreement: the coefficient without each of them in turn.',
      examples: [
        'attune influence ratings.csv --item case',
        'attune influence ratings.csv --item case --reference master --measure gwet-ac1 --top 5',
      ],
      load: async () => {
        const { influence, influenceSpecs } = await import('./influence/command.ts')
        return { specs: influenceSpecs, run: influence }
      },
    },
  ],
  [
    'criterion',
    {
      usage: 'attune criterion FILE --rule RULE [OPTIONS]',
      about:
        'Does an attempt meet a criterion of reliability? Reads the comparisons of a training set ("comparisons.csv") and judges every attempt in them by a rule.',
      examples: [
        'attune criterion comparisons.csv --rule rule.json',
        'attune criterion comparisons.csv --rule rule.json --trainee tom --attempt 2 --json',
      ],
      load: async () => {
        const { criterion, criterionSpecs } = await import('./criterion/command.ts')
        return { specs: criterionSpecs, run: criterion }
      },
    },
  ],
  [
    'certificate',
    {
      usage: 'attune certificate FILE [--key KEY] [--comparisons FILE]',
      about:
        'Is a certificate as the lab signed it, and still valid? Checks form, checksum and signature without a network, and computes its figures again if the comparisons are given.',
      examples: [
        'attune certificate certificate.json',
        'attune certificate certificate.json --key lab-key.json --comparisons comparisons.csv',
      ],
      load: async () => {
        const { certificate, certificateSpecs } = await import('./certificate/command.ts')
        return { specs: certificateSpecs, run: certificate }
      },
    },
  ],
  [
    'plan',
    {
      usage: 'attune plan kappa|icc|more [FILE] [OPTIONS]',
      about:
        'How many items a study needs, or which power so many have; "more FILE" says how many a study that has begun still needs, and takes the options of "attune agreement" too.',
      examples: [
        'attune plan kappa --kappa0 0.4 --kappa1 0.6 --shares 0.5,0.3,0.2',
        'attune plan icc --rho0 0.7 --rho1 0.85 --raters 2 --items 60',
        'attune plan icc --rho 0.8 --lower 0.6 --assurance 0.9 --raters 3',
        'attune plan more ratings.csv --item case --reference master --half-width 0.1',
      ],
      load: async () => {
        const { plan } = await import('./plan/command.ts')
        const { planSpecs } = await import('./plan/specs.ts')
        return { specs: planSpecs, run: plan }
      },
    },
  ],
  [
    'convert',
    {
      usage: 'attune convert FILE [--to wide|long] [-o FILE]',
      about:
        'Rewrites a file as plain CSV: UTF-8, commas, decimal points. Reads what "attune agreement" reads, of any size, and changes its layout if asked.',
      examples: [
        'attune convert ratings.txt -o ratings.csv',
        'attune convert ratings.csv --item case --to long -o ratings-long.csv',
        'attune convert ratings-long.csv --item case --by variable --to wide',
      ],
      load: async () => {
        const { convert, convertSpecs } = await import('./convert/command.ts')
        return { specs: convertSpecs, run: convert }
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
