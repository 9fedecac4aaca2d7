import { afterAll, describe, expect, it } from 'vitest'
import { openLab } from '../support/lab.ts'
import { faults } from './faults/all.ts'
import { type Fault, trap } from './faults/fault.ts'
import { runMatrix } from './matrix.ts'
import { actions, compareWorlds, readings } from './replay.ts'
import { openTwins } from './twins.ts'
import { buildWorld } from './world.ts'

/** What the canary matrix says of a lab with this fault. */
async function askMatrix({ options, wrap }: Fault): Promise<string[]> {
  trap.isArmed = false
  const opened = await openLab('sqlite', options)
  const world = await buildWorld(wrap?.(opened) ?? opened)
  trap.isArmed = true
  const report = await runMatrix(world, { stopAtFirst: true })
  await opened.close()
  return report.faults
}

/** What two labs with this fault, that differ in what is hidden, say. */
async function askWorlds({ options, wrap }: Fault): Promise<string[]> {
  trap.isArmed = false
  const { one, other, close } = await openTwins('sqlite', options, wrap)
  trap.isArmed = true
  const mine = readings(one).filter(
    ({ label, actor }) => label.startsWith('listMyCodings, here') && actor === 'trainee',
  )
  const steps = [...mine, ...actions(one, 500), ...readings(one)]
  const { differences, leaks } = await compareWorlds(one, other, steps, { stopAtFirst: true })
  await close()
  return [...differences.map((difference) => difference.step), ...leaks]
}

describe('a fault put in on purpose is found', () => {
  let found = 0
  afterAll(() => console.info(`seeded faults: ${found} of ${faults.length} found`))

  it.each(faults.map((fault) => [fault.caughtBy, fault.says, fault] as const))(
    'by the %s: %s',
    async (by, _, fault) => {
      const findings = await (by === 'matrix' ? askMatrix(fault) : askWorlds(fault))
      expect(findings.length).toBeGreaterThan(0)
      found += 1
    },
    60_000,
  )

  it('and there are many of them', () => expect(faults.length).toBeGreaterThanOrEqual(20))
})
