import { readAttempt, readMyTraining } from '@attune/contract'
import type { Scene } from './deeds.ts'

/** What is wrong with the rows after a deed; nothing, whatever was done. */
export async function faultsOfRows(scene: Scene): Promise<string[]> {
  return [...(await faultsOfAttempts(scene)), ...(await faultsOfTurns(scene)), ...(await faultsOfRelease(scene))]
}

async function endsOf({ lab, sets }: Scene): Promise<Map<string, number>> {
  const rows = await lab.ground.db
    .selectFrom('history')
    .select('detail')
    .where('action', 'in', ['attempt finished', 'attempt ran out of time'])
    .where(
      'subject',
      'in',
      sets.map((set) => `training-set:${set}`),
    )
    .execute()
  const ends = new Map<string, number>()
  for (const { detail } of rows) {
    const { attempt }: { attempt: string } = JSON.parse(detail ?? '{}')
    ends.set(attempt, (ends.get(attempt) ?? 0) + 1)
  }
  return ends
}

const isOfAnEnd = (reason: string): boolean => reason === '' || reason.startsWith('reopened: ')

/** One score for each end, one running attempt, never more attempts than allowed. */
async function faultsOfAttempts(scene: Scene): Promise<string[]> {
  const { db } = scene.lab.ground
  const attempts = await db.selectFrom('attempt').selectAll().where('study', '=', scene.study.id).execute()
  const scores = await db
    .selectFrom('attempt_score')
    .select(['attempt', 'reason'])
    .where('study', '=', scene.study.id)
    .execute()
  const ends = await endsOf(scene)
  const places = new Map<string, { running: number; all: number }>()
  for (const { training_set, person, finished_at } of attempts) {
    const key = `${training_set} ${person}`
    const there = places.get(key) ?? { running: 0, all: 0 }
    places.set(key, { running: there.running + (finished_at === null ? 1 : 0), all: there.all + 1 })
  }
  return [
    ...attempts.flatMap(({ id, finished_at, released_at, reopened_reason }) => {
      const own = scores.filter(({ attempt, reason }) => attempt === id && isOfAnEnd(reason)).length
      const times = ends.get(id) ?? 0
      return [
        ...(own === times ? [] : [`attempt ${id} ended ${times} times and has ${own} scores of an end`]),
        ...(finished_at === null && released_at !== null ? [`attempt ${id} runs and was told`] : []),
        ...(finished_at === null && times > 0 && reopened_reason === null ? [`attempt ${id} ended and runs`] : []),
      ]
    }),
    ...[...places].flatMap(([key, { running, all }]) => [
      ...(running > 1 ? [`${running} attempts run at ${key}`] : []),
      ...(all > mostAttempts ? [`${all} attempts were begun at ${key}`] : []),
    ]),
  ]
}
export const mostAttempts = 3

/** No case is there to be coded before all that come before it were handed in or withdrawn. */
async function faultsOfTurns({ lab, study }: Scene): Promise<string[]> {
  const rows = await lab.ground.db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .innerJoin('training_set_case', (join) =>
      join
        .onRef('training_set_case.training_set', '=', 'attempt.training_set')
        .onRef('training_set_case.study_case', '=', 'attempt_case.study_case'),
    )
    .leftJoin('coding', (join) =>
      join.onRef('coding.attempt', '=', 'attempt.id').onRef('coding.study_case', '=', 'attempt_case.study_case'),
    )
    .select(['attempt.id', 'attempt_case.position', 'coding.state', 'training_set_case.withdrawn_at'])
    .where('attempt.study', '=', study.id)
    .execute()
  const shown = rows.filter(({ state }) => state !== null)
  const passed = new Set(
    rows
      .filter(({ state, withdrawn_at }) => state === 'submitted' || withdrawn_at !== null)
      .map(({ id, position }) => `${id} ${position}`),
  )
  return shown.flatMap(({ id, position }) => {
    const before = Array.from({ length: position - 1 }, (_, index) => `${id} ${index + 1}`)
    return before.every((key) => passed.has(key)) ? [] : [`case ${position} of ${id} was there before its turn`]
  })
}

/** Items are released of cases that were handed in, never of a test; a reopened attempt has none. */
async function faultsOfRelease({ lab, study }: Scene): Promise<string[]> {
  const rows = await lab.ground.db
    .selectFrom('attempt_case')
    .innerJoin('attempt', 'attempt.id', 'attempt_case.attempt')
    .innerJoin('training_set', 'training_set.id', 'attempt.training_set')
    .leftJoin('coding', 'coding.id', 'attempt_case.coding')
    .select(['attempt.id', 'attempt_case.position', 'coding.state', 'training_set.content'])
    .where('attempt.study', '=', study.id)
    .where('attempt_case.released_at', 'is not', null)
    .execute()
  return rows.flatMap(({ id, position, state, content }) => [
    ...(state === 'submitted' ? [] : [`case ${position} of ${id} is released and was not handed in`]),
    ...(JSON.parse(content).feedback === 'test' ? [`case ${position} of ${id} is released, of a test`] : []),
  ])
}

/** What people see fits the rows: nothing ahead is named, and what is next can be opened. */
export async function faultsOfViews({ people, study }: Scene): Promise<string[]> {
  const params = { study: study.id }
  const faults: string[] = []
  for (const { browser } of people) {
    const { sets, next } = await browser.call(readMyTraining, { params })
    for (const { attempts } of sets) {
      for (const { id: attempt, state } of attempts.slice(-1)) {
        const seen = await browser.call(readAttempt, { params: { ...params, attempt } })
        const ahead = seen.cases.filter((one) => one.state === 'to-come' && (one.case ?? one.coding) !== null)
        if (ahead.length > 0) faults.push(`${ahead.length} cases of ${attempt} are named ahead`)
        const turns = seen.cases.filter((one) => one.state === 'next')
        if (turns.length !== (state === 'running' ? 1 : 0)) faults.push(`${turns.length} cases of ${attempt} are next`)
        if (turns.some(({ coding }) => coding === null)) faults.push(`the next case of ${attempt} cannot be opened`)
        if (seen.result !== null && seen.attempt.state === 'waiting') faults.push(`${attempt} is told too early`)
      }
    }
    if (next?.attempt != null && next.coding === null) faults.push('what is next cannot be opened')
  }
  return faults
}
