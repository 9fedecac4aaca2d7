import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chanceToPass, plainCompared } from '@attune/agreement'
import { type BodyInput, listPresets, readChanceToPass } from '@attune/contract'
import type { Rule } from '@attune/criteria'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../api/src/app.ts'
import type { Computing } from '../../../api/src/reliability/computing.ts'
import { agreement, criterionOf } from '../../support/criterion.ts'
import { forEachEngine, openLab, origin } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, buildStudy, type SmallStudy } from '../support/small-study.ts'
import { addMaster } from '../support/training.ts'

const predicate = agreement({ variables: { ids: ['class'] } })

const masters = [
  { category: 'F', score: 5 },
  { category: 'F', score: 3 },
  { category: 'Ds', score: 7 },
  { category: 'E', score: 4.5 },
]

forEachEngine('the planning of a criterion', (lab) => {
  let study: SmallStudy & { trainer: Someone }
  const cases: string[] = []

  beforeAll(async () => {
    const small = await buildStudy(lab(), 'planning')
    study = { ...small, trainer: await small.add('trainer', 'planning-trainer') }
    for (const [index, codes] of masters.entries()) {
      const id = await addCase(study.pi.browser, study.id, `P-${index}`)
      await addMaster(lab(), study, id, codes)
      cases.push(id)
    }
    await addCase(study.pi.browser, study.id, 'no-master')
  })

  const ask = (change: Partial<BodyInput<typeof readChanceToPass>> = {}, rule: Rule = predicate) => ({
    params: { study: study.id },
    body: {
      codebookVersion: study.codebook,
      criterion: criterionOf(rule),
      scope: { variables: [], units: 'none' as const, codes: [] },
      ...{ cases: [], size: 20, quality: 0.6 },
      ...change,
    },
  })
  const chance = (...asked: Parameters<typeof ask>) => study.trainer.browser.call(readChanceToPass, ask(...asked))

  it('takes how common each outcome is from the master codings', async () => {
    // Two of four F, one Ds, one E: one item agrees with .6 + .4 (.25 + .0625 + .0625).
    const shares = [[null, 'F'] as const, [null, 'F'] as const, [null, 'Ds'] as const, [null, 'E'] as const]
    const design = plainCompared({
      cases: shares.map((_, index) => String(index)),
      variables: [
        {
          ...{ id: 'class', label: 'Class', kind: 'classification', collapse: 'as-coded', level: 'nominal' },
          ...{ categories: ['F', 'Ds', 'E'], notCodable: [] },
          items: shares.map(([own, master], index) => ({ case: String(index), own, references: [master] })),
        },
      ],
    })
    const expected = chanceToPass(predicate, design, { quality: 0.6, size: 20 })
    expect(await chance()).toEqual(expected)
    expect(expected.method).toBe('exact')
    const kappa = { ...predicate, measure: 'cohen-kappa' as const, threshold: 0.6 }
    const simulated = chanceToPass(kappa, design, { quality: 0.6, size: 12, trials: 200, seed: 9 })
    expect(await chance({ size: 12, trials: 200, seed: 9 }, kappa)).toEqual(simulated)
  })

  it('draws from the cases that were asked for only', async () => {
    const two = await chance({ cases: cases.slice(0, 2), size: 5 })
    // Masters that only say F are agreed with by everybody.
    expect(two.chance).toBe(1)
  })

  it('keeps to scope and tolerance', async () => {
    const scores = { ...predicate, variables: { kinds: ['scale' as const] } }
    const exact = await chance({ size: 10 }, scores)
    const near = await chance({ size: 10, tolerance: 2 }, scores)
    expect(near.chance).toBeGreaterThan(exact.chance)
    const without = await chance({ scope: { variables: ['class'], units: 'none', codes: [] } }, scores)
    expect(without.chance).toBe(0)
  })

  it('says what is missing where no case has a master coding', async () => {
    const asked = ask({ cases: [randomUUID()] })
    const { status, faults } = await study.trainer.browser.refused(readChanceToPass, asked)
    expect([status, faults[0]?.path]).toEqual([422, 'cases'])
    const other = await study.trainer.browser.refused(readChanceToPass, ask({ codebookVersion: randomUUID() }))
    expect(other.status).toBe(404)
  })

  it('is for supervisors, and the shipped criteria for everybody who is signed in', async () => {
    const coder = await study.add('coder', 'planning-coder')
    expect((await coder.browser.refused(readChanceToPass, ask())).status).toBe(404)
    const { presets } = await coder.browser.call(listPresets, {})
    expect(presets.map(({ id }) => id)).toContain('within-one-in-80-percent-of-five')
  })
})

describe('somebody who leaves while a plan is computed', () => {
  it('ends the computation, which learns of it by its signal', async () => {
    const lab = await openLab('sqlite')
    let seen: AbortSignal | null = null
    const computing: Computing = {
      run: async (_, signal) => {
        seen = signal
        leaving.abort()
        if (!signal.aborted) await once(signal, 'abort')
        throw new Error('stopped')
      },
      close: async () => undefined,
    }
    const leaving = new AbortController()
    const study = randomUUID()
    const admit = async () => ({ study }) as never
    const app = createApp({ ground: lab.ground, state: lab.state, pages: null, computing, seams: { admit } })
    const body = JSON.stringify({
      ...{ codebookVersion: randomUUID(), criterion: criterionOf(predicate), cases: [], size: 20, quality: 0.6 },
      scope: { variables: [], units: 'none', codes: [] },
    })
    const headers = { 'content-type': 'application/json', origin }
    const address = `${origin}/api/studies/${study}/training/planning`
    await app.request(new Request(address, { method: 'POST', body, headers, signal: leaving.signal }))
    expect((seen as AbortSignal | null)?.aborted).toBe(true)
    await lab.close()
  })
})
