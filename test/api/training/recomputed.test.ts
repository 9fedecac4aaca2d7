import { run } from '@attune/cli'
import {
  type BodyInput,
  type createTrainingSet,
  exportCertificate,
  exportComparisons,
  readMyTraining,
  readSigningKey,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { worldOf } from '../../cli/world.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { begin, buildTraining, codeNext, openSetFor, type TrainingStudy } from '../support/training.ts'

type Criterion = NonNullable<BodyInput<typeof createTrainingSet>['criterion']>
const shared = { type: 'agreement', against: 'master', comparator: '>=', on: 'estimate' } as const
const all = { window: { kind: 'all' }, spread: 'each' } as const
const criterion: Criterion = {
  title: 'Scores near, classes right, passages found',
  modelledOn: null,
  rule: {
    all: [
      { ...shared, ...all, measure: 'within-k', variables: { kinds: ['scale'] }, threshold: 0.6 },
      { ...shared, ...all, measure: 'percent-agreement', variables: { ids: ['class'] }, threshold: 0.6 },
      { ...shared, ...all, measure: 'unit-f1', variables: { codes: ['loss'] }, threshold: 0.6 },
    ],
  },
  validMonths: null,
  renewal: { kind: 'none' },
}

/** What a lab gives out has to stand before somebody who has nothing but the files. */
forEachEngine('a certificate and its comparisons, as files', (lab) => {
  let study: TrainingStudy
  let trainee: Someone
  let files: Record<string, string>

  beforeAll(async () => {
    study = await buildTraining(lab(), 'recomputed', 3)
    trainee = await study.add('trainee', 'recomputed-trainee')
    const set = await openSetFor(study, [trainee], {
      ...{ feedback: 'check', criterion, certifies: true },
      scope: { variables: [], units: 'free', codes: [] },
    })
    const { attempt } = await begin(lab(), study, trainee, set.id)
    await codeNext(lab(), study, trainee, attempt.id, { score: 5, category: 'F', note: 'Loss.' })
    await codeNext(lab(), study, trainee, attempt.id, { score: 6, category: 'F', note: 'Loss.' })
    await codeNext(lab(), study, trainee, attempt.id, { score: 8, category: 'Ds' })
    const params = { study: study.id }
    const { certificates } = await trainee.browser.call(readMyTraining, { params })
    const certificate = certificates[0]?.id ?? ''
    files = {
      'comparisons.csv': await study.trainer.browser.call(exportComparisons, { params: { ...params, set: set.id } }),
      'certificate.json': await trainee.browser.call(exportCertificate, { params: { ...params, certificate } }),
      'key.json': JSON.stringify(await trainee.browser.call(readSigningKey, {})),
      'rule.json': JSON.stringify(criterion),
    }
  })

  const attune = async (...args: string[]) => {
    const { world, seen } = worldOf(files)
    return { code: await run(args, world), ...seen }
  }

  it('holds, and every figure comes out the same', async () => {
    const args = ['certificate.json', '--key', 'key.json', '--comparisons', 'comparisons.csv', '--json']
    const { code, out, err } = await attune('certificate', ...args)
    expect([code, err]).toEqual([0, ''])
    const { valid, key, recomputed } = JSON.parse(out)
    expect([valid, key, recomputed.met]).toEqual([true, true, true])
    const shown = recomputed.figures.map(({ said, differ }: { said: { estimate: number }; differ: string[] }) => [
      said.estimate,
      differ,
    ])
    expect(shown).toEqual([
      [2 / 3, []],
      [2 / 3, []],
      [0.8, []],
    ])
  })

  it('meets the criterion of the set by its comparisons alone', async () => {
    const { code, out } = await attune('criterion', 'comparisons.csv', '--rule', 'rule.json', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).attempts).toMatchObject([{ trainee: trainee.login, attempt: 1, cases: 3, met: true }])
  })

  it('does not hold with a name changed', async () => {
    const changed = (files['certificate.json'] ?? '').replace('"person":', '"person": "Somebody else", "x":')
    const { world } = worldOf({ ...files, 'certificate.json': changed })
    expect(await run(['certificate', 'certificate.json'], world)).toBe(2)
    const other = (files['certificate.json'] ?? '').replace('passages found', 'passages seen')
    const { world: second, seen } = worldOf({ ...files, 'certificate.json': other })
    expect(await run(['certificate', 'certificate.json'], second)).toBe(1)
    expect(seen.out).toContain('Checksum: wrong.')
  })
})
