import type { ComparedWork } from '@attune/agreement'
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
  bias: { chart: 'ewma', expected: 0, deviation: 0.5 },
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

/**
 * What these people did in training becomes what is expected of them. Bias is held against 0, so a lean that somebody already had counts as
 * spread: the deviation is the root mean square of the cases' mean differences.
 */
function settingsFrom(works: readonly ComparedWork[]): ChartSettings {
  const [agreed, n] = [sum(works.map((work) => work.agreed)), sum(works.map((work) => work.n))]
  const differences = works.flatMap(({ difference }) => difference ?? [])
  const square = sum(differences.map((difference) => difference ** 2)) / differences.length
  return {
    agreement: { ...convention.agreement, expected: between(0.5, hundredths(agreed / n), 0.98) },
    bias: {
      ...convention.bias,
      deviation: differences.length < fewest ? convention.bias.deviation : Math.max(0.1, hundredths(Math.sqrt(square))),
    },
  }
}

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
  const charts = asked.charts ?? (isEnough ? settingsFrom(works) : convention)
  const items = await usualItems(
    db,
    slots,
    [...masters.values()].map(({ coding }) => coding),
  )
  return {
    charts,
    cases: isEnough ? works.length : 0,
    items: isEnough ? sum(works.map(({ n }) => n)) : 0,
    promise: promiseOf(charts, items),
  }
}
