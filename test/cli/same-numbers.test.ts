import { fileURLToPath } from 'node:url'
import { run } from '@attune/cli'
import type { AgreementResult } from '@attune/contract'
import { ratingsLongCsv } from '@attune/exchange'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDemo } from '../../api/src/demo/create.ts'
import { ratingRows } from '../../api/src/reliability/exports.ts'
import { makeReport } from '../../api/src/reliability/report.ts'
import { openLab } from '../api/support/lab.ts'
import { worldOf } from './world.ts'

const data = fileURLToPath(new URL('../../data', import.meta.url))
const command =
  'agreement long.csv --layout long --item case --rater rater --value value --by variable,target,episode --reference master --json'

const ofCommand = z.object({
  measure: z.string(),
  raters: z.tuple([z.string(), z.string()]),
  by: z.object({ variable: z.string(), target: z.string(), episode: z.string() }),
  options: z.object({ form: z.string().optional() }),
  n: z.number(),
  estimate: z.number().nullable(),
  ci: z.object({ lower: z.number().nullable(), upper: z.number().nullable() }).nullable(),
})

/** What tells one coefficient from the others, with the coder it is about. */
const keyOf = (
  parts: { variable: string; target: string | null; episode: string | null },
  coder: string,
  measure: string,
) => [parts.variable, parts.target ?? '', parts.episode ?? '', coder, measure].join(' ')

/** Differences are signed by the order of the raters, which may be another one. */
function bounds({ lower, upper }: { lower: number | null; upper: number | null }, sign: number) {
  const ends = [lower, upper].map((bound) => (bound === null ? null : sign * bound))
  return sign < 0 ? ends.toReversed() : ends
}

const lab = await openLab('sqlite')
afterAll(() => lab.close())
const study = await createDemo(lab.ground, { data })
const versions = await lab.ground.db.selectFrom('codebook_version').select(['id', 'codebook']).execute()

describe('attune agreement on the exported ratings of the demo', () => {
  it.each(['aai', 'ssp'])('gives every number of the reliability page of %s', async (codebook) => {
    const version = versions.find((one) => one.codebook === codebook)?.id ?? ''
    const query = { codebookVersion: version, collapse: 'as-coded', comparison: 'master', confidence: 0.95 } as const
    const page = await makeReport(lab.ground.db, study, { ...query, variables: [], coders: [] })
    const { world, seen } = worldOf({ 'long.csv': ratingsLongCsv(await ratingRows(lab.ground.db, study, query)) })
    expect([await run(command.split(' '), world), seen.err]).toEqual([0, ''])
    const { results } = z.object({ results: z.array(ofCommand) }).parse(JSON.parse(seen.out))
    const found = new Map(
      results.map((one) => [keyOf(one.by, one.raters[0], `${one.measure} ${one.options.form ?? ''}`), one]),
    )
    const logins = new Map(page.codings.map(({ rater, login }) => [rater.id, login]))
    // The weights of a codebook's tree are not in the file, and a variable nobody rated has no rows.
    const expected = page.results.filter(({ measure, n }) => measure !== 'weighted-kappa' && n > 0)
    expect(expected.length).toBeGreaterThan(100)
    for (const one of expected) compare(one, found, logins)
  })
})

function compare(
  page: AgreementResult,
  found: ReadonlyMap<string, z.infer<typeof ofCommand>>,
  logins: ReadonlyMap<string, string>,
): void {
  const coder = page.raters.find(({ isMaster }) => !isMaster)?.id ?? ''
  const key = keyOf(page, logins.get(coder) ?? '', `${page.measure} ${page.options.form ?? ''}`)
  const own = found.get(key)
  const sign = page.measure === 'bias' && page.raters[0]?.isMaster === true ? -1 : 1
  expect([key, own?.n]).toEqual([key, page.n])
  expect(own?.estimate === null).toBe(page.estimate === null)
  expect(own?.estimate ?? 0, key).toBeCloseTo(sign * (page.estimate ?? 0), 10)
  const [mine, theirs] = [
    bounds(own?.ci ?? { lower: null, upper: null }, 1),
    bounds(page.interval ?? { lower: null, upper: null }, sign),
  ]
  expect(
    mine.map((bound) => bound?.toFixed(9)),
    key,
  ).toEqual(theirs.map((bound) => bound?.toFixed(9)))
}
