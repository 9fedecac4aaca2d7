import { beforeAll, describe, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { type Report, runMatrix } from './matrix.ts'
import { pictureOf } from './picture.ts'
import { requirements } from './requirements.ts'
import { routes } from './targets.ts'
import { buildWorld, type World } from './world.ts'

describe('the requirements', () => {
  it('name every route of the server, and no other', () => {
    expect(Object.keys(requirements).sort()).toEqual(routes.map(([name]) => name).sort())
  })
})

forEachEngine('no route tells anybody what they must not know', (lab) => {
  let world: World
  let report: Report
  let before: string
  beforeAll(async () => {
    world = await buildWorld(lab())
    before = await pictureOf(lab().ground.db)
    report = await runMatrix(world)
  }, 120_000)

  it('neither by a hidden word, nor by a refusal that differs, nor by a reply that says more than its schema', () => {
    expect(report.faults).toEqual([])
  })

  it('and looked everywhere: every route, actor and thing', () => {
    expect(report.requests).toBeGreaterThan(3000)
    expect(report.refusals).toBeGreaterThan(2000)
    console.info(
      `canary matrix on ${lab().engine}: ${report.requests} requests, ${report.refusals} refusals, ${world.cage.all().length} canaries, ${report.faults.length} leaks`,
    )
  })

  it('while everybody who may know a thing was told it by some route', () => {
    const open = world.cage.all().filter((canary) => canary.mayKnow.size > 0 && !report.seen.has(canary.place))
    expect(open.map((canary) => canary.place)).toEqual([])
  })

  it('and nothing was changed by anybody', async () => {
    expect(await pictureOf(lab().ground.db)).toBe(before)
  })
})
