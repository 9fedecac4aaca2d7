import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { worldOf } from './world.ts'

const files = {
  'wide.csv': 'case,wave,family,A,B\nc1,1,x,F,F\nc2,1,y,F,Ds\nc3,1,z,Ds,Ds\n',
  'long.csv': 'item,wave,family,rater,value\nc1,1,x,A,F\nc1,1,x,B,F\nc2,1,y,A,F\nc2,1,y,B,Ds\n',
  'units.csv': 'document,family,coder,start,end,category\nd1,x,A,1,5,F\nd1,x,B,1,4,F\nd2,y,A,3,5,F\nd2,y,B,2,4,F\n',
}

const columnsOf = (file: keyof typeof files) => files[file].split('\n', 1)[0]?.replaceAll(',', ', ')

async function ended(args: readonly string[]) {
  const { world, seen } = worldOf(files)
  return { code: await run(args, world), ...seen }
}

/** The options of a command that name a column, as its help lists them. */
async function optionsOf(command: string): Promise<string[]> {
  const { out } = await ended(['help', command])
  return [...out.matchAll(/^ +(?:-\w, )?--([\w-]+) (\S*COL\S*)/gm)].map(([, name = '']) => name)
}

const layouts: Readonly<Record<string, readonly (readonly [keyof typeof files, ...string[]])[]>> = {
  item: [['wide.csv'], ['long.csv', '--layout', 'long'], ['units.csv', '--layout', 'units']],
  by: [['wide.csv'], ['long.csv', '--layout', 'long'], ['units.csv', '--layout', 'units']],
  cluster: [
    ['wide.csv', '--level', 'interval'],
    ['long.csv', '--layout', 'long', '--level', 'interval'],
    ['units.csv', '--layout', 'units'],
  ],
  rater: [
    ['long.csv', '--layout', 'long'],
    ['units.csv', '--layout', 'units'],
  ],
  value: [
    ['long.csv', '--layout', 'long'],
    ['units.csv', '--layout', 'units'],
  ],
  pooled: [['wide.csv'], ['long.csv', '--layout', 'long']],
  start: [['units.csv', '--layout', 'units']],
  end: [['units.csv', '--layout', 'units']],
  begin: [['units.csv', '--layout', 'units', '--length', '60']],
  length: [['units.csv', '--layout', 'units']],
}

/** What else a command needs before it looks at a file. */
const needs: Readonly<Record<string, readonly string[]>> = {
  compare: ['--measure', 'span-f1,u-alpha-2016'],
  'plan more': ['--half-width', '0.2'],
}

const cases = ['agreement', 'report', 'choose', 'compare', 'influence'].flatMap((command) =>
  Object.entries(layouts).flatMap(([option, starts]) => starts.map((start) => ({ command, option, start }))),
)

describe('an option that names a column which is not there', () => {
  it.each(['agreement', 'report', 'choose', 'compare', 'influence'])('is known to these tests: %s', async (command) => {
    const options = await optionsOf(command)
    expect(options.length).toBeGreaterThan(5)
    for (const option of options) expect(Object.keys(layouts)).toContain(option)
  })

  it.each(cases)(
    'is named with the file and its columns: $command --$option, $start',
    async ({ command, option, start }) => {
      if (!(await optionsOf(command)).includes(option)) return
      const [file] = start
      const ci = option === 'cluster' && ['agreement', 'report'].includes(command) ? ['--ci', 'jackknife'] : []
      const args = [...command.split(' '), ...start, ...(needs[command] ?? []), ...ci, `--${option}`, 'nowhere']
      expect(await ended(args)).toMatchObject({
        code: 2,
        out: '',
        err: `attune: ${file}, line 1: there is no column "nowhere" for --${option}.\n        The file has the columns ${columnsOf(file)}.\n`,
      })
    },
  )

  it('is named for a study that has begun, and by attune convert', async () => {
    expect((await ended(['plan', 'more', 'wide.csv', '--half-width', '0.2', '--by', 'nowhere'])).err).toContain(
      'wide.csv, line 1: there is no column "nowhere" for --by.',
    )
    for (const option of await optionsOf('convert')) {
      const { code, err } = await ended(['convert', 'long.csv', '--to', 'wide', `--${option}`, 'nowhere'])
      expect([code, err]).toEqual([2, expect.stringContaining(`there is no column "nowhere" for --${option}.`)])
    }
  })

  it('does not make a rater of the column that it means', async () => {
    const { code, err } = await ended([
      'agreement',
      'wide.csv',
      '--ci',
      'jackknife',
      '--cluster',
      'family',
      '--by',
      'wave',
    ])
    expect([code, err]).toEqual([0, ''])
  })
})

describe('a rater who is asked for and not there', () => {
  it.each([
    ['agreement long.csv --layout long', 'long.csv', 'rater'],
    ['agreement units.csv --layout units', 'units.csv', 'coder'],
    ['convert long.csv --to wide', 'long.csv', 'rater'],
  ])('is named beside those who are: attune %s', async (line, file, column) => {
    for (const raters of ['A,Z', 'Z', 'A,B,Z']) {
      expect(await ended([...line.split(' '), '--raters', raters])).toMatchObject({
        code: 2,
        out: '',
        err: `attune: ${file}: there is no rater "Z" for --raters.\n        Column ${column} has A, B.\n`,
      })
    }
  })

  it('is named as the reference', async () => {
    const { code, err } = await ended(['influence', 'wide.csv', '--raters', 'A,B', '--reference', 'Z'])
    expect([code, err]).toEqual([2, expect.stringMatching(/reference "Z".*\n +The file has the raters A, B\.\n/)])
  })
})
