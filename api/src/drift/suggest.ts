import { type CaseItems, type ComparedWork, deviationInterval } from '@attune/agreement'
import type { Body, ChartSettings, Reply, suggestCharts } from '@attune/contract'
import type { Db } from '../base/database/database.ts'
import { notFound } from '../base/refusal.ts'
import { mainMasters } from '../codings/masters-today.ts'
import { findCodebook } from '../reliability/queries.ts'
import { comparePairs, usualItems, watchedSlots } from './compare.ts'
import { promiseOf } from './promise.ts'

type Asked = Body<typeof suggestCharts>

/** Where nothing is known: within one point in 85 of 100, and half a point between a coder's cases. */
const convention: ChartSettings = {
  agreement: { chart: 'ewma', within: 1, expected: 0.85 },
  bias: { chart: 'ewma', expected: 0, deviation: 0.5, scales: null },
}
/** Fewer cases say less than the convention. */
const fewest = 5

async function refuseStrangers(db: Db, study: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  const members = await db
    .selectFrom('membership')
    .select('person')
    .where('study', '=', study)
    .where('person', 'in', people)
    .execute()
  if (members.length !== new Set(people).size) throw notFound()
}

/** Cases of finished attempts with this codebook, one a person and case: the first time it was coded. */
async function attempted(db: Db, study: string, { codebookVersion, people }: Asked) {
  if (people.length === 0) return []
  const rows = await db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .innerJoin('coding', 'coding.id', 'attempt_case.coding')
    .select(['coding.id', 'coding.study_case', 'coding.coder'])
    .where('attempt.study', '=', study)
    .where('attempt.person', 'in', people)
    .where('attempt.finished_at', 'is not', null)
    .where('coding.codebook_version', '=', codebookVersion)
    .where('coding.state', '=', 'submitted')
    .orderBy('coding.submitted_at', 'desc')
    .execute()
  const first = new Map(rows.map((row) => [`${row.study_case} ${row.coder}`, row]))
  return [...first.values()]
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

type Estimate = Reply<typeof suggestCharts>['estimate']

/** Bias is held against 0, so a lean that somebody already had counts as spread: the deviation is the root mean square of the cases' mean differences. */
function estimateFrom(works: readonly ComparedWork[]): Estimate {
  const differences = works.flatMap(({ difference }) => difference ?? [])
  if (differences.length < fewest) return null
  const square = sum(differences.map((difference) => difference ** 2)) / differences.length
  const deviation = Math.max(0.1, Math.sqrt(square))
  const { lower, upper } = deviationInterval(deviation, differences.length)
  return { cases: differences.length, deviation: hundredths(deviation), lower, upper }
}

/** Variances of means go with 1 / m: their average is that of a case with the harmonic mean of the numbers of scales. */
function usualScales(works: readonly ComparedWork[]): number {
  const counts = works.flatMap(({ scales }) => (scales > 0 ? [scales] : []))
  return Math.max(1, Math.round(counts.length / sum(counts.map((count) => 1 / count))))
}

/** What these people did in training becomes what is expected of them. */
function settingsFrom(works: readonly ComparedWork[], estimate: Estimate, usual: ChartSettings): ChartSettings {
  const [agreed, n] = [sum(works.map((work) => work.agreed)), sum(works.map((work) => work.n))]
  const agreement = { ...usual.agreement, expected: between(0.5, hundredths(agreed / n), 0.98) }
  if (estimate === null) return { ...usual, agreement }
  return { agreement, bias: { ...usual.bias, deviation: estimate.deviation, scales: usualScales(works) } }
}

/** The convention, for cases as they usually are. */
const conventionFor = ({ scales }: CaseItems): ChartSettings =>
  scales === 0 ? convention : { ...convention, bias: { ...convention.bias, scales } }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const hundredths = (value: number): number => Math.round(value * 100) / 100

export async function suggestionFor(db: Db, study: string, asked: Asked): Promise<Reply<typeof suggestCharts>> {
  const codebook = await findCodebook(db, study, asked.codebookVersion)
  await refuseStrangers(db, study, asked.people)
  const slots = watchedSlots(codebook, asked)
  const masters = await mainMasters(db, { study, codebookVersion: asked.codebookVersion })
  const pairs = (await attempted(db, study, asked)).flatMap((row) => {
    const master = masters.get(row.study_case)
    // An own master coding says nothing about its author.
    return master === undefined || master.coder === row.coder ? [] : [{ own: row.id, reference: master.coding }]
  })
  const compared = await comparePairs(db, slots, convention.agreement.within, pairs)
  const works = compared.filter(({ n }) => n > 0)
  const isEnough = works.length >= fewest
  const items = await usualItems(
    db,
    slots,
    [...masters.values()].map(({ coding }) => coding),
  )
  const estimate = isEnough ? estimateFrom(works) : null
  const usual = conventionFor(items)
  const charts = asked.charts ?? (isEnough ? settingsFrom(works, estimate, usual) : usual)
  return {
    ...{ charts, estimate },
    cases: isEnough ? works.length : 0,
    items: isEnough ? sum(works.map(({ n }) => n)) : 0,
    promise: promiseOf(charts, items),
  }
}
