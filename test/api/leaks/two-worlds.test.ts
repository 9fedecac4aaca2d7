import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../support/lab.ts'
import { actions, compareWorlds, readings } from './replay.ts'
import { openTwins } from './twins.ts'

describe.each(engines)('two labs that differ in nothing but what is hidden, on %s', (engine) => {
  let twins: Awaited<ReturnType<typeof openTwins>>
  beforeAll(async () => {
    twins = await openTwins(engine)
  })
  afterAll(() => twins.close())

  it('do differ for a supervisor', async () => {
    const step = {
      method: 'GET',
      path: `/studies/${twins.one.here.study}/masters`,
      body: undefined,
      actor: 'pi',
      label: 'listMasters',
    } as const
    expect((await compareWorlds(twins.one, twins.other, [step])).differences).toHaveLength(1)
  })

  it('give the same bytes to every reading of everybody who must not know', async () => {
    const steps = readings(twins.one)
    const { differences, leaks, requests, accepted } = await compareWorlds(twins.one, twins.other, steps)
    expect(differences).toEqual([])
    expect(leaks).toEqual([])
    expect(accepted).toBeGreaterThan(50)
    console.info(`two worlds on ${engine}: ${requests} readings, ${differences.length} differences`)
  })

  it('give the same bytes to hundreds of deeds of blind coders, and to what they read afterwards', async () => {
    const steps = [
      ...actions(twins.one, 500),
      ...readings(twins.one).filter(({ actor }) => ['trainee', 'coder'].includes(actor)),
    ]
    const { differences, leaks, requests, accepted } = await compareWorlds(twins.one, twins.other, steps)
    expect(differences).toEqual([])
    expect(leaks).toEqual([])
    expect(accepted).toBeGreaterThan(100)
    console.info(
      `two worlds on ${engine}: ${requests} deeds and readings, ${accepted} accepted, ${differences.length} differences`,
    )
  })
})
