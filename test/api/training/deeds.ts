import {
  openCoding,
  readAttempt,
  readMyTraining,
  releaseFeedback,
  reopenAttempt,
  startAttempt,
  submitCoding,
  withdrawTrainingCase,
} from '@attune/contract'
import type { Lab } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { code } from '../support/small-study.ts'
import { innocent, type TrainingStudy } from '../support/training.ts'

/** Where deeds are done: some people at some sets, with chance and a memory of the operations sent. */
export type Scene = {
  readonly lab: Lab
  readonly study: TrainingStudy
  readonly people: readonly Someone[]
  readonly sets: readonly string[]
  readonly random: () => number
  readonly started: { readonly someone: Someone; readonly set: string; readonly operation: string }[]
}

/** mulberry32: what comes next depends on all bits, so that the kind of a deed tells nothing about whom it meets. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}

/** A deed may be refused; it must never fail. */
async function send(someone: Someone, method: string, path: string, body?: unknown): Promise<number> {
  const answer = await someone.browser.send(method, path, body)
  if (answer.status >= 500) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return answer.status
}

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')

/** An attempt of anybody, or of those that are running or wait to be released. */
async function anyAttempt({ lab, study, random }: Scene, which: 'all' | 'running' | 'waiting') {
  const rows = await lab.ground.db
    .selectFrom('attempt')
    .select(['id', 'person', 'training_set'])
    .where('study', '=', study.id)
    .$if(which === 'running', (query) => query.where('finished_at', 'is', null))
    .$if(which === 'waiting', (query) => query.where('finished_at', 'is not', null).where('released_at', 'is', null))
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  return rows.length === 0 ? null : pick(random, rows)
}

async function start(scene: Scene): Promise<void> {
  const someone = pick(scene.random, scene.people)
  const set = pick(scene.random, scene.sets)
  const path = filled(startAttempt.path, { study: scene.study.id, set })
  const operation = scene.lab.ports.id()
  scene.started.push({ someone, set, operation })
  const windows = [send(someone, 'POST', path, { operation })]
  if (scene.random() < 0.3) windows.push(send(someone, 'POST', path, { operation: scene.lab.ports.id() }))
  await Promise.all(windows)
}

/** A start whose answer was lost is sent again, however late. */
async function startAgain(scene: Scene): Promise<void> {
  if (scene.started.length === 0) return
  const { someone, set, operation } = pick(scene.random, scene.started)
  await send(someone, 'POST', filled(startAttempt.path, { study: scene.study.id, set }), { operation })
}

/** Any coding that the attempt ever had, as somebody would send it who kept every id. */
async function anyCoding(scene: Scene) {
  const attempt = await anyAttempt(scene, scene.random() < 0.9 ? 'running' : 'all')
  if (attempt === null) return null
  const rows = await scene.lab.ground.db
    .selectFrom('coding')
    .select(['id', 'state', 'revision'])
    .where('attempt', '=', attempt.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const someone = scene.people.find(({ id }) => id === attempt.person)
  if (rows.length === 0 || someone === undefined) return null
  const open = rows.filter(({ state }) => state !== 'submitted')
  return { coding: pick(scene.random, open.length > 0 && scene.random() < 0.9 ? open : rows), someone }
}

async function submit(scene: Scene): Promise<void> {
  const found = await anyCoding(scene)
  if (found === null) return
  const { coding, someone } = found
  const params = { study: scene.study.id, coding: coding.id }
  const { mayWrite } = await someone.browser.call(openCoding, { params })
  if (mayWrite) await code(scene.lab, someone.browser, scene.study.id, coding.id, { score: 5, category: 'F' })
  const { revision } = await someone.browser
    .call(openCoding, { params })
    .then(({ revision: now }) => ({ revision: now }))
  const body = { operation: scene.lab.ports.id(), revision, declaration: innocent }
  const path = filled(submitCoding.path, params)
  const twice = scene.random() < 0.3 ? [body, { ...body, operation: scene.lab.ports.id() }] : [body]
  await Promise.all([...twice, body].map((one) => send(someone, 'POST', path, one)))
}

async function look(scene: Scene): Promise<void> {
  const someone = pick(scene.random, scene.people)
  const { next } = await someone.browser.call(readMyTraining, { params: { study: scene.study.id } })
  if (next?.attempt == null) return
  await someone.browser.call(readAttempt, { params: { study: scene.study.id, attempt: next.attempt } })
  if (next.coding !== null) {
    await someone.browser.call(openCoding, { params: { study: scene.study.id, coding: next.coding } })
  }
}

/** Six minutes pass: a time limit of five is met. Nobody’s session ends meanwhile. */
async function wait({ lab, people, study }: Scene): Promise<void> {
  lab.ports.advance(360_000)
  for (const one of [...people, study.trainer]) await one.browser.send('GET', '/me')
}

async function reopen(scene: Scene): Promise<void> {
  const attempt = await anyAttempt(scene, scene.random() < 0.5 ? 'waiting' : 'all')
  if (attempt === null) return
  const path = filled(reopenAttempt.path, { study: scene.study.id, attempt: attempt.id })
  await send(scene.study.trainer, 'POST', path, { reason: 'A fire alarm.' })
}

async function release(scene: Scene): Promise<void> {
  const attempt = await anyAttempt(scene, scene.random() < 0.8 ? 'waiting' : 'all')
  if (attempt === null) return
  const path = filled(releaseFeedback.path, { study: scene.study.id, set: attempt.training_set })
  await send(scene.study.trainer, 'POST', path, { attempts: [attempt.id] })
}

/** Takes cases out for good, so it is not among those that come by chance. */
export async function withdraw(scene: Scene): Promise<void> {
  const place = {
    study: scene.study.id,
    set: pick(scene.random, scene.sets),
    case: pick(scene.random, scene.study.cases),
  }
  await send(scene.study.trainer, 'POST', filled(withdrawTrainingCase.path, place), { reason: 'Mixed up.' })
}

const times = (count: number, deed: (scene: Scene) => Promise<void>) => Array.from({ length: count }, () => deed)

export const deeds = [
  ...[...times(5, start), startAgain, look, ...times(2, wait)],
  ...[...times(9, submit), ...times(4, reopen), release],
]
