import {
  addDemo,
  deleteDemo,
  listCodebooks,
  listTrainingSets,
  readDrift,
  readHistory,
  readLab,
  readMe,
  readMyTraining,
  readProgress,
  readReliability,
  setUpLab,
} from '@attune/contract'
import { expect, it } from 'vitest'
import { createDemo } from '../../../api/src/demo/create.ts'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine, origin } from '../support/lab.ts'
import { addPerson, openSessionOf } from '../support/people.ts'

forEachEngine('the demo study', (lab) => {
  const personOf = async (login: string) => {
    const row = await lab()
      .ground.db.selectFrom('person')
      .select('id')
      .where('login', '=', login)
      .executeTakeFirstOrThrow()
    return openSessionOf(lab(), row.id)
  }

  it('is made by the owner of the lab and by nobody else', async () => {
    const owner = await addPerson(lab(), { login: 'owner', isOwner: true })
    const other = await addPerson(lab(), { login: 'other' })
    expect((await other.browser.refused(addDemo)).status).toBe(404)
    const { study } = await owner.browser.call(addDemo)
    const { memberships } = await owner.browser.call(readMe)
    expect(memberships).toMatchObject([{ role: 'pi', study: { id: study, isDemo: true } }])
    expect((await owner.browser.refused(addDemo)).code).toBe('already-exists')
    const { demo } = await openBrowser(lab()).call(readLab)
    expect(demo?.people.map((person) => person.role)).toEqual(
      expect.arrayContaining(['pi', 'trainer', 'coder', 'trainee']),
    )
  })

  it('shows a lab at work: cases, submitted codings, masters, and work left to do', async () => {
    const pi = await personOf('demo-pi')
    const { memberships } = await pi.call(readMe)
    const study = memberships[0]?.study.id ?? ''
    const progress = await pi.call(readProgress, { params: { study }, query: {} })
    expect(progress.cases).toHaveLength(20)
    const count = (state: string) => progress.codings.filter((coding) => coding.state === state).length
    expect([count('submitted'), count('draft'), count('not-started')]).toEqual([80, 0, 5])
    expect(progress.codings.filter((coding) => coding.isMaster)).toHaveLength(24)
    expect(progress.codings.every((coding) => coding.state !== 'submitted' || coding.rated === coding.required)).toBe(
      true,
    )
    const { chain } = await pi.call(readHistory, { params: { study }, query: {} })
    expect(chain.intact).toBe(true)
  })

  it('shows training at work: a certificate, a practice with mistakes, and a coder who drifted and was caught', async () => {
    const trainer = await personOf('demo-trainer')
    const { memberships } = await trainer.call(readMe)
    const params = { study: memberships[0]?.study.id ?? '' }
    const { sets } = await trainer.call(listTrainingSets, { params })
    expect(sets.map(({ feedback, state }) => `${feedback} ${state}`).sort()).toEqual([
      'check open',
      'practice open',
      'test open',
    ])

    const mei = await (await personOf('demo-trainee-3')).call(readMyTraining, { params })
    expect(mei.certificates).toMatchObject([{ state: 'valid' }])
    const jonas = await (await personOf('demo-trainee-2')).call(readMyTraining, { params })
    expect(jonas.certificates).toEqual([])
    expect(jonas.sets.map(({ set, status }) => `${set.feedback} ${status}`).sort()).toEqual([
      'practice done',
      'test ready',
    ])
    const beatriz = await (await personOf('demo-trainee-1')).call(readMyTraining, { params })
    expect(beatriz.sets.map(({ set, status }) => `${set.feedback} ${status}`).sort()).toEqual([
      'check ready',
      'practice ready',
      'test locked',
    ])

    const { coders } = await trainer.call(readDrift, { params })
    expect(coders).toMatchObject([{ person: { name: 'Amara Nwosu' }, paused: true, alarm: { measure: 'bias' } }])
    const [amara] = coders
    const bias = amara?.charts.find(({ measure }) => measure === 'bias')
    expect(bias?.points.map(({ signals }) => signals.length > 0)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ])
  })

  it('has coefficients for every codebook that two people used', async () => {
    const pi = await personOf('demo-pi')
    const { memberships } = await pi.call(readMe)
    const params = { study: memberships[0]?.study.id ?? '' }
    const { versions } = await pi.call(listCodebooks, { params })
    for (const codebook of ['aai', 'ssp']) {
      const codebookVersion = versions.find((version) => version.codebook === codebook)?.id ?? ''
      const { results } = await pi.call(readReliability, { params, query: { codebookVersion } })
      expect(results.filter((result) => result.estimate !== null).length).toBeGreaterThan(20)
    }
  })

  it('goes in one call with its people and everything in it, for its pi or the owner only', async () => {
    const trainer = await personOf('demo-trainer')
    expect((await trainer.refused(deleteDemo)).status).toBe(404)
    const pi = await personOf('demo-pi')
    await pi.call(deleteDemo)
    const { db } = lab().ground
    for (const table of [
      'study',
      'study_case',
      'material',
      'coding',
      'rating',
      'annotation',
      'master',
      'operation',
    ] as const) {
      const { rows } = await db
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      expect([table, Number(rows)]).toEqual([table, 0])
    }
    const left = await db.selectFrom('person').select('login').orderBy('login').execute()
    expect(left.map((person) => person.login)).toEqual(['other', 'owner'])
    expect((await openBrowser(lab()).call(readLab)).demo).toBeNull()
    expect((await pi.refused(readMe)).status).toBe(401)
  })
})

forEachEngine('a lab that began with the demo study', (lab) => {
  it('lets its owner see the demo, whether or not another one was asked for', async () => {
    await createDemo(lab().ground, lab().state)
    const token = (await lab().state.greeting(origin, true)).match(/#([\w-]{43})/)?.[1] ?? ''
    const browser = openBrowser(lab())
    const account = { lab: 'The Lab', login: 'ada', name: 'Ada', password: 'a long enough password' }
    await browser.call(setUpLab, { body: { ...account, token, demo: true } })
    const { memberships } = await browser.call(readMe)
    expect(memberships).toMatchObject([{ role: 'pi', study: { isDemo: true } }])
    await browser.call(deleteDemo)
    expect((await browser.call(readMe)).memberships).toEqual([])
  })
})
