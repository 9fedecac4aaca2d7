import {
  type AttemptView,
  openCoding,
  readAttempt,
  readCohort,
  readFeedback,
  readMyProgress,
  readMyTraining,
  reopenAttempt,
  reopenCoding,
  startAttempt,
  submitCoding,
  writeReflection,
} from '@attune/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathOf } from '../support/browser.ts'
import { engines, type Lab, openLab } from '../support/lab.ts'
import { beginning, fixedId } from '../support/ports.ts'
import { seeded } from './replay.ts'
import { routes } from './targets.ts'
import { buildTraining, type Key, type TrainingWorld } from './training-world.ts'

const key = (score: number, category: Key['category'], word: string): Key => ({ score, category, rationale: word })
/** Six cases of a test. The other lab has the same six keys on other cases, and keys of equal size for the practice. */
const testKeys = [
  key(3, 'F', 'kanariq1'),
  key(6, 'Ds', 'kanariq2'),
  key(7, 'E', 'kanariq3'),
  key(2, 'F', 'kanariq4'),
  key(5, 'Ds', 'kanariq5'),
  key(4, 'F', 'kanariq6'),
]
const practiceKeys = [key(4, 'E', 'kanariq7'), key(8, 'F', 'kanariq8')]
const attempts = 3

type Twins = readonly [TrainingWorld, TrainingWorld]

/** Sends the same to both labs at the same moment; every byte that comes back must be the same. */
function wiretap(twins: Twins) {
  const differences: string[] = []
  const heard: string[] = []
  let sent = 0
  const ask = async (method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> => {
    sent += 1
    const answers: { status: number; text: string; whole: string }[] = []
    for (const { lab, trainee } of twins) {
      lab.ports.setTime(new Date(Date.parse(beginning) + 60_000 + sent * 100).toISOString())
      lab.ports.drawFrom(`request ${sent}`)
      const answer = await trainee.browser.send(method, path, body)
      const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
      const whole = `${answer.status}\n${headers}\n\n${answer.text}`.replace(/"request":"[^"]*"/, '')
      answers.push({ status: answer.status, text: answer.text, whole })
    }
    const [one, other] = answers
    if (one === undefined || other === undefined) throw new Error('There are two labs.')
    if (one.whole !== other.whole) differences.push(`${method} ${path}\n${one.whole}\n${other.whole}`)
    heard.push(one.whole)
    return one
  }
  return { ask, differences, heard, sent: () => sent }
}

const rating = (variable: string, value: object, base: number) => ({
  type: 'put-rating',
  slot: { variable, target: null, episode: null },
  value,
  confidence: null,
  rationale: '',
  base,
})

describe.each(engines)('a trainee who tries everything to climb towards the master codes, on %s', (engine) => {
  // PostgreSQL runs the same queries more slowly; the 500 tries are made on SQLite.
  const pokes = engine === 'sqlite' ? 22 : 2
  let labs: Lab[] = []
  let twins: Twins
  let sets: { test: string; silent: string; practice: string }
  beforeAll(async () => {
    labs = [await openLab(engine), await openLab(engine)]
    const [first, second] = labs as [Lab, Lab]
    const build = (lab: Lab, keys: readonly Key[]) => buildTraining(lab, keys)
    twins = [
      await build(first, [...testKeys, ...practiceKeys]),
      await build(second, [...testKeys.toReversed(), ...practiceKeys.toReversed()]),
    ]
    for (const world of twins) {
      const test = await world.make({
        name: 'Test',
        feedback: 'test',
        cases: world.cases.slice(0, 6),
        attempts,
        showsScores: true,
      })
      const cases = world.cases.slice(0, 6)
      const silent = await world.make({ name: 'Silent', feedback: 'test', cases, showsScores: false })
      const practice = await world.make({ name: 'Practice', feedback: 'practice', cases: world.cases.slice(6) })
      sets = { test, silent, practice }
    }
  }, 120_000)
  afterAll(async () => {
    for (const lab of labs) await lab.close()
  })

  it('learns the one score of each attempt that the trainer allowed, and not one code', async () => {
    const { ask, differences, heard, sent } = wiretap(twins)
    const study = twins[0].study.id
    const random = seeded(20_261_122)
    const base = `/studies/${study}`
    const get = async <Reply>(path: string): Promise<Reply> => JSON.parse((await ask('GET', path)).text)
    const results = new Map<string, Set<string>>()
    let cycles = 0

    /** Everything that could give something away, at one moment. */
    const look = async (view: AttemptView) => {
      const params = { study, attempt: view.attempt.id }
      const { result } = await get<AttemptView>(pathOf(readAttempt, params))
      if (result !== null) {
        const seen = results.get(view.attempt.id) ?? new Set()
        results.set(view.attempt.id, seen.add(JSON.stringify(result)))
      }
      for (const { position } of view.cases) {
        const answer = await ask('GET', pathOf(readFeedback, { ...params, position: String(position) }))
        expect(answer.status).toBe(404)
      }
      await ask('GET', pathOf(readMyTraining, { study }))
      await ask('GET', pathOf(readMyProgress, { study }))
    }

    /** One try at a case: other codes, a submission that cannot go through, a way round. */
    const poke = async (view: AttemptView, coding: string, number: number) => {
      cycles += 1
      const place = `${base}/codings/${coding}`
      const { ratings, revision } = await get<{
        ratings: { slot: { variable: string }; version: number }[]
        revision: number
      }>(pathOf(openCoding, { study, coding }))
      const version = (variable: string) => ratings.find(({ slot }) => slot.variable === variable)?.version ?? 0
      const score = 1 + Math.floor(random() * 17) / 2
      const value = { kind: 'score', score }
      const operation = fixedId(`poke ${number}`)
      await ask('POST', `${place}/changes`, { operation, change: rating('coherence', value, version('coherence')) })
      const sly = { operation: fixedId(`sly ${number}`), revision: revision + (number % 3) }
      const declaration = number % 2 === 0 ? {} : { declaration: { knew: false, note: '' } }
      // A submission that goes through would end the case before its time: the revision is stale, or nothing is declared.
      await ask(
        'POST',
        `${place}/submission`,
        number % 2 === 0 ? sly : { ...sly, ...declaration, revision: revision + 7 },
      )
      await ask('POST', pathOf(reopenCoding, { study, coding }), { reason: 'One more look.' })
      await ask('POST', pathOf(reopenAttempt, { study, attempt: view.attempt.id }), { reason: 'One more look.' })
      await ask('PUT', pathOf(writeReflection, { study, attempt: view.attempt.id, position: '1' }), {
        text: `try ${number}`,
      })
      const [, endpoint] = routes[Math.floor(random() * routes.length)] as (typeof routes)[number]
      if (endpoint.method === 'GET' && endpoint.path.includes(':study')) {
        const ids = {
          study,
          set: sets.test,
          attempt: view.attempt.id,
          coding,
          position: '1',
          case: view.cases[0]?.case?.id ?? '',
        }
        await ask('GET', pathOf(endpoint, ids, { codebookVersion: twins[0].study.codebook }))
      }
      await ask('GET', pathOf(readCohort, { study, set: sets.test }))
      await look(view)
    }

    const finish = async (coding: string, codes: { score: number; category: string }, label: string) => {
      const place = `${base}/codings/${coding}`
      const current = async () =>
        get<{ ratings: { slot: { variable: string }; version: number }[]; revision: number }>(
          pathOf(openCoding, { study, coding }),
        )
      const { ratings } = await current()
      const version = (variable: string) => ratings.find(({ slot }) => slot.variable === variable)?.version ?? 0
      const last = [
        rating('coherence', { kind: 'score', score: codes.score }, version('coherence')),
        rating('class', { kind: 'class', classes: [codes.category] }, version('class')),
      ]
      for (const [index, change] of last.entries()) {
        const operation = fixedId(`${label} ${index}`)
        expect((await ask('POST', `${place}/changes`, { operation, change })).status).toBe(200)
      }
      const { revision } = await current()
      const body = { operation: fixedId(`${label} in`), revision, declaration: { knew: false, note: '' } }
      expect((await ask('POST', pathOf(submitCoding, { study, coding }), body)).status).toBe(200)
      expect((await ask('POST', pathOf(submitCoding, { study, coding }), body)).status).toBe(200)
    }

    const start = (set: string, label: string) =>
      ask('POST', pathOf(startAttempt, { study, set }), { operation: fixedId(label) })

    // The same codes for every case: which key belongs to which case then changes no score, so that whatever differs tells more.
    const plans = [
      { score: 5, category: 'F' },
      { score: 6, category: 'Ds' },
      { score: 4, category: 'E' },
    ]
    const attempt = async (set: string, label: string, codesOf: (position: number) => (typeof plans)[number]) => {
      const begun = await start(set, label)
      expect(begun.status, begun.text).toBe(200)
      let view: AttemptView = JSON.parse(begun.text)
      for (const [position] of testKeys.entries()) {
        const coding = view.cases[position]?.coding
        if (!coding) throw new Error(`Case ${position + 1} was not opened: ${JSON.stringify(view.cases)}`)
        for (let number = 0; number < pokes; number += 1) await poke(view, coding, cycles)
        await finish(coding, codesOf(position), `${label} case ${position}`)
        view = await get(pathOf(readAttempt, { study, attempt: view.attempt.id }))
      }
      await look(view)
      return view
    }
    for (const [index, codes] of plans.entries()) await attempt(sets.test, `attempt ${index}`, () => codes)
    const surplus = await start(sets.test, 'one attempt too many')
    expect(surplus.status).toBe(409)
    // Without scores the codes may even be other codes in every case, half of them right in the one lab and not in the other.
    const guess = (position: number) => (position < 3 ? (testKeys[position] as Key) : { score: 9, category: 'E' })
    const { result } = await attempt(sets.silent, 'silent attempt', guess)
    expect(result).toMatchObject({ met: false, verdict: null, figures: [] })

    expect(cycles).toBe(4 * testKeys.length * pokes)
    expect([...results.values()].map((seen) => seen.size)).toEqual([1, 1, 1, 1])
    expect(differences.slice(0, 3)).toEqual([])
    expect(heard.filter((text) => /kanariq/.test(text))).toEqual([])
    console.info(
      `score oracle on ${engine}: ${cycles} cycles, ${sent()} requests to each lab, ${results.size} scores, ${differences.length} differing answers, 0 codes learned`,
    )
  }, 300_000)

  it('sees the master coding of a practised case after that case, and of no other', async () => {
    const [world] = twins
    const { study, trainee } = world
    const params = { study: study.id }
    const words = [...testKeys, ...practiceKeys].map(({ rationale }) => rationale)
    const known = (text: string) => words.filter((word) => text.includes(word))
    let view = await trainee.browser.call(startAttempt, {
      params: { ...params, set: sets.practice },
      body: { operation: fixedId('practice') },
    })
    const seen: string[][] = []
    for (const [index] of practiceKeys.entries()) {
      const coding = view.cases[index]?.coding ?? ''
      const workspace = await trainee.browser.call(openCoding, { params: { ...params, coding } })
      const body = (change: object) => ({ operation: world.lab.ports.id(), change })
      const place = `/studies/${study.id}/codings/${coding}`
      await trainee.browser.send('POST', `${place}/changes`, body(rating('coherence', { kind: 'score', score: 5 }, 0)))
      await trainee.browser.send(
        'POST',
        `${place}/changes`,
        body(rating('class', { kind: 'class', classes: ['F'] }, 0)),
      )
      const early = pathOf(readFeedback, { ...params, attempt: view.attempt.id, position: String(index + 1) })
      expect((await trainee.browser.send('GET', early)).status).toBe(404)
      const { revision } = await trainee.browser.call(openCoding, { params: { ...params, coding } })
      const declaration = { knew: false, note: '' }
      await trainee.browser.call(submitCoding, {
        params: { ...params, coding },
        body: { operation: world.lab.ports.id(), revision, declaration },
      })
      const feedback = await trainee.browser.send('GET', early)
      expect(feedback.status).toBe(200)
      view = await trainee.browser.call(readAttempt, { params: { ...params, attempt: view.attempt.id } })
      const next = view.cases[index + 1]?.coding
      const ahead = next ? await trainee.browser.send('GET', pathOf(openCoding, { ...params, coding: next })) : null
      seen.push(known(JSON.stringify([workspace, feedback.text, view, ahead?.text ?? ''])))
    }
    expect(seen).toEqual([['kanariq7'], ['kanariq8']])
  })
})
