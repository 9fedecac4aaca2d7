import { readMyProgress, readTraineeProgress } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { codeEach, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { begin, buildTraining, codeAll, codeNext, openSetFor, type TrainingStudy } from '../support/training.ts'

forEachEngine('progress', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'progress')
  })
  const mine = (someone: Someone) => someone.browser.call(readMyProgress, { params: { study: study.id } })
  const seen = (someone: Someone) =>
    study.trainer.browser.call(readTraineeProgress, { params: { study: study.id, person: someone.id } })

  it('is empty before anything was released', async () => {
    const trainee = await study.add('trainee', 'progress-none')
    const empty = { codebooks: [], codebook: null, curve: [], line: null, biases: [], confusions: [], practise: [] }
    expect(await mine(trainee)).toEqual(empty)
    const set = await openSetFor(study, [trainee], { name: 'Unreleased', feedback: 'check', release: 'trainer' })
    await codeAll(lab(), study, trainee, set.id, { score: 9, category: 'E' })
    expect(await mine(trainee)).toEqual(empty)
    expect((await seen(trainee)).curve).toHaveLength(3)
  })

  it('tells a trainee nothing of a test, and the trainer all', async () => {
    const trainee = await study.add('trainee', 'progress-test')
    const set = await openSetFor(study, [trainee], { name: 'Test', feedback: 'test', criterion: halfAgreed })
    await codeAll(lab(), study, trainee, set.id, { score: 7, category: 'E' })
    expect((await mine(trainee)).curve).toEqual([])
    expect((await mine(trainee)).confusions).toEqual([])
    const { curve, biases } = await seen(trainee)
    expect(curve.map(({ agreed, compared, set: name }) => [agreed, compared, name])).toEqual(
      Array(3).fill([0, 2, 'Test']),
    )
    expect(biases).toMatchObject([{ variable: 'coherence', estimate: 2, n: 3 }])
  })

  it('of practice grows case by case, with the line of the next criterion', async () => {
    const trainee = await study.add('trainee', 'progress-practice')
    const practice = await openSetFor(study, [trainee], { name: 'Practice' })
    const { attempt } = await begin(lab(), study, trainee, practice.id)
    const counts: number[][] = []
    for (const codes of [
      { score: 5, category: 'Ds' },
      { score: 5, category: 'Ds' },
      { score: 5, category: 'F' },
    ]) {
      lab().ports.advance(60_000)
      await codeNext(lab(), study, trainee, attempt.id, codes)
      const { curve } = await mine(trainee)
      const { n = 0, cases = 0 } = curve.at(-1)?.recent ?? {}
      counts.push([curve.length, n, cases])
    }
    expect(counts).toEqual([
      [1, 2, 1],
      [2, 4, 2],
      [3, 6, 3],
    ])
    expect((await mine(trainee)).line).toBeNull()
    await openSetFor(study, [trainee], { name: 'Next', feedback: 'check', criterion: halfAgreed })
    const { line, confusions, practise } = await mine(trainee)
    expect(line).toBe(0.5)
    expect(confusions).toEqual([
      { variable: 'class', label: 'Class', master: 'F', given: 'Ds', count: 2, of: 3, cost: 1 },
    ])
    expect(practise).toEqual([
      {
        set: null,
        variable: 'class',
        label: 'Class',
        why: { kind: 'confusion', master: 'F', given: 'Ds', count: 2, of: 3 },
      },
    ])
    const more = await openSetFor(study, [trainee], { name: 'More practice' })
    expect((await mine(trainee)).practise[0]?.set).toBe(more.id)
  })

  it('names a bias only where it is more than chance, and what agreed least', async () => {
    const trainee = await study.add('trainee', 'progress-bias')
    const set = await openSetFor(study, [trainee], { name: 'Bias' })
    const codes = [6.5, 7, 6.5].map((score) => ({ score, category: 'F' }))
    await codeEach(lab(), study, trainee, set.id, codes)
    const [first] = (await mine(trainee)).practise
    // 1.5, 2 and 1.5 points above the master: the interval is far from 0.
    expect(first).toMatchObject({ variable: 'coherence', why: { kind: 'bias', n: 3 } })
    const other = await study.add('trainee', 'progress-chance')
    const next = await openSetFor(study, [other], { name: 'Chance' })
    await codeEach(lab(), study, other, next.id, [
      { score: 3, category: 'F' },
      { score: 7, category: 'F' },
      { score: 5, category: 'F' },
    ])
    const { practise } = await mine(other)
    expect(practise).toMatchObject([{ variable: 'coherence', why: { kind: 'share', agreed: 1, compared: 3 } }])
  })
})
