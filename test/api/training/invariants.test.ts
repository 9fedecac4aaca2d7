import { expect, it } from 'vitest'
import { sized } from '../lasting/size.ts'
import { forEachEngine } from '../support/lab.ts'
import { buildTraining, openSetFor } from '../support/training.ts'
import { chance, deeds, pick, type Scene, withdraw } from './deeds.ts'
import { faultsOfRows, faultsOfViews, mostAttempts } from './invariants.ts'

const count = sized(120, 4000)

/** Starts in two windows, lost answers, submissions sent twice, time running out, reopening, releasing, withdrawing. */
forEachEngine('training in any order of deeds', (lab) => {
  it('keeps its rules', { timeout: 900_000 }, async () => {
    const study = await buildTraining(lab(), 'deeds', 4)
    const people = [await study.add('trainee', 'deeds-one'), await study.add('trainee', 'deeds-two')]
    const shared = { attempts: mostAttempts }
    // Feedback on a case of a test that is still open would be refused, so the test has one of its own.
    const cases = study.cases.slice(0, 3)
    const sets = [
      await openSetFor(study, people, { ...shared, name: 'Practice', cases }),
      await openSetFor(study, people, { ...shared, name: 'Check', cases, feedback: 'check', timeLimitMinutes: 5 }),
      await openSetFor(study, people, {
        ...{ ...shared, name: 'Held back', feedback: 'check', release: 'trainer' },
        ...{ order: 'drawn', draw: 2, timeLimitMinutes: 5 },
      }),
      await openSetFor(study, people, {
        ...shared,
        name: 'Test',
        feedback: 'test',
        release: 'trainer',
        cases: study.cases.slice(3),
      }),
    ].map(({ id }) => id)
    const random = chance(3)
    const scene: Scene = { lab: lab(), study, people, sets, random, started: [] }
    for (let at = 0; at < count; at++) {
      const deed = at % 30 === 29 ? withdraw : pick(random, deeds)
      await deed(scene)
      expect(await faultsOfRows(scene), `after deed ${at}, ${deed.name}`).toEqual([])
      // Whoever looks settles what ran out of time, so nobody looks after each deed.
      if (at % 6 === 5) expect(await faultsOfViews(scene), `after deed ${at}, ${deed.name}`).toEqual([])
    }
    const rows = await lab().ground.db.selectFrom('history').select('action').where('study', '=', study.id).execute()
    const done = rows.map(({ action }) => action)
    for (const action of [
      'attempt finished',
      'attempt ran out of time',
      'attempt reopened',
      'training case withdrawn',
    ]) {
      expect(done, `that nobody ever came to "${action}" proves nothing`).toContain(action)
    }
  })
})
