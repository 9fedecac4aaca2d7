import {
  listCodingMedia,
  listMyCodings,
  openCoding,
  readCodingHistory,
  readReliability,
  reopenCoding,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine, type Lab, openLab } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { begin, codingsOf, type DriftStudy, give, master, off, openDriftStudy, work } from './world.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g

/** Everything a coder can ask for, without the random ids. */
async function everything(study: DriftStudy, coder: Someone): Promise<string> {
  const { codings } = await coder.browser.call(listMyCodings, { params: { study: study.id } })
  const answers: unknown[] = [codings]
  for (const { id } of codings) {
    const params = { study: study.id, coding: id }
    answers.push(
      await coder.browser.call(openCoding, { params }),
      await coder.browser.call(readCodingHistory, { params }),
      await coder.browser.call(listCodingMedia, { params }),
    )
  }
  return JSON.stringify(answers).replaceAll(uuid, 'id')
}

const ordinary = ['W-01', 'W-02', 'W-03', 'W-04']

/** One world in which all cases were assigned, and one in which a plan mixed one of them in. */
async function twoWorlds(engine: Lab['engine'], seen: (study: DriftStudy, lab: Lab) => Promise<string>) {
  const answers: string[] = []
  for (const watched of [false, true]) {
    const lab = await openLab(engine)
    const study = await openDriftStudy(lab, 'blind', { masters: 1, ordinary: 4 })
    if (watched) await begin(study, { every: 4 })
    lab.ports.advance(600_000)
    const given = await give(study, study.coder, watched ? ordinary : [...ordinary, 'M-01'])
    if (watched) expect(given).toEqual({ created: 4, alreadyThere: 0 })
    answers.push(await seen(study, lab))
    await lab.close()
  }
  return answers
}

forEachEngine('a calibration case', (lab) => {
  it('looks to its coder like any other: every answer is the same as in a world where it was assigned', async () => {
    const [plain, watched] = await twoWorlds(lab().engine, (study) => everything(study, study.coder))
    expect(plain).toContain('M-01')
    expect(watched).toBe(plain)
  })

  it('stays so while it is coded and after it was handed in', async () => {
    const [plain, watched] = await twoWorlds(lab().engine, async (study, world) => {
      for (const name of ['W-01', 'M-01']) {
        world.ports.advance(600_000)
        await work(study, study.coder, name, off(1))
      }
      return everything(study, study.coder)
    })
    expect(watched).toBe(plain)
  })
})

forEachEngine('an own case that comes again', (lab) => {
  let study: DriftStudy
  let first: string
  let second: string
  beforeAll(async () => {
    study = await openDriftStudy(lab(), 'again', { masters: 3, ordinary: 4 })
    await give(study, study.coder, ['W-01'])
    first = await work(study, study.coder, 'W-01', off(2))
    await begin(study, { every: 100, recodeEvery: 3, people: [study.coder.id] })
    await give(study, study.coder, ['W-02', 'W-03', 'W-04'])
    second = (await codingsOf(study, study.coder)).find((one) => one.case.case === 'W-01')?.id ?? ''
  })

  it('is a fresh coding like the others, and what was said before is withheld', async () => {
    expect(second).not.toBe(first)
    const codings = await codingsOf(study, study.coder)
    const heads = codings
      .filter((one) => /^W-/.test(one.case.case))
      .map(({ version, state, rated, reason }) => ({ version, state, rated, reason }))
    expect(new Set(heads.map((head) => JSON.stringify(head))).size).toBe(1)
    const opened = await study.coder.browser.call(openCoding, { params: { study: study.id, coding: second } })
    expect(opened.ratings).toEqual([])
    expect(opened.versions).toEqual([expect.objectContaining({ id: second, version: 1 })])
    for (const endpoint of [openCoding, readCodingHistory, listCodingMedia])
      expect((await study.coder.browser.refused(endpoint, { params: { study: study.id, coding: first } })).status).toBe(
        404,
      )
    expect(
      (await study.pi.browser.call(openCoding, { params: { study: study.id, coding: first } })).ratings,
    ).toHaveLength(4)
  })

  it('never takes the place of the original: agreement and progress count that one, and only that one is reopened', async () => {
    const open = { params: { study: study.id, coding: first }, body: { reason: 'One more look.' } }
    expect((await study.pi.browser.refused(reopenCoding, open)).code).toBe('in-use')
    await work(study, study.coder, 'W-01', master)
    await give(study, study.trainee, ['W-01'])
    await work(study, study.trainee, 'W-01', off(2))
    const query = { codebookVersion: study.codebook, comparison: 'pairs', variables: 'coherence' } as const
    const { results } = await study.pi.browser.call(readReliability, { params: { study: study.id }, query })
    // Both are 2 points above the master in their originals: no difference between them.
    expect(results.find(({ measure }) => measure === 'bias')?.estimate).toBe(0)
    const versions = (await study.coder.browser.call(openCoding, { params: { study: study.id, coding: first } }))
      .versions
    expect(versions.map(({ id }) => id)).toEqual([first, second])
    const again = { params: { study: study.id, coding: second }, body: { reason: 'One more look.' } }
    expect((await study.pi.browser.refused(reopenCoding, again)).message).toContain('reopen the earlier coding')
    await study.pi.browser.call(reopenCoding, open)
  })

  it('does not come a second time', async () => {
    const before = (await codingsOf(study, study.coder)).length
    await give(study, study.coder, ['M-01', 'M-02', 'M-03'])
    expect(await codingsOf(study, study.coder)).toHaveLength(before + 3)
  })
})
