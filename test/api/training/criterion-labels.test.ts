import { listTrainingSets, readMyTraining } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import { begin, buildTraining, openSetFor, type TrainingStudy } from '../support/training.ts'

const { rule } = halfAgreed
const confusion = {
  ...{ type: 'no-critical-error', against: 'master', variables: { ids: ['class'] }, collapse: 'as-coded' },
  ...{ window: { kind: 'all' }, error: { kind: 'confusion', reference: 'Ds', given: null }, atMost: 0 },
} as const
const found = { ...rule, measure: 'unit-f1', variables: { codes: ['loss'] }, spread: 'each' } as const

forEachEngine('the labels of a criterion', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'labels')
  })

  it('name what the criterion names and nothing else, to trainers and to trainees', async () => {
    const trainee = await study.add('trainee', 'labels-trainee')
    const set = await openSetFor(study, [trainee], {
      name: 'Names',
      feedback: 'test',
      scope: { variables: ['class'], units: 'free', codes: ['loss'] },
      criterion: { ...halfAgreed, rule: { all: [confusion, { any: [found] }] } },
    })
    const labels = {
      variables: [{ id: 'class', label: 'Class' }],
      codes: [{ id: 'loss', label: 'Loss' }],
      collapses: [{ id: 'as-coded', label: 'As coded' }],
      outcomes: [{ collapse: 'as-coded', id: 'Ds', label: 'Ds' }],
    }
    expect(set.criterionLabels).toEqual(labels)
    const { sets } = await study.trainer.browser.call(listTrainingSets, { params: { study: study.id } })
    expect(sets.map(({ criterionLabels }) => criterionLabels)).toEqual([labels])
    const mine = await trainee.browser.call(readMyTraining, { params: { study: study.id } })
    expect(mine.sets.map((one) => one.set.criterionLabels)).toEqual([labels])
    expect(JSON.stringify(mine)).not.toContain('Coherence')
    expect((await begin(lab(), study, trainee, set.id)).set.criterionLabels).toEqual(labels)
  })

  it('are none where there is no criterion, or one that names nothing', async () => {
    const none = { variables: [], codes: [], outcomes: [] }
    const free = await openSetFor(study, [], { name: 'No criterion' })
    expect(free.criterionLabels).toEqual({ ...none, collapses: [] })
    const every = await openSetFor(study, [], { name: 'Every variable', criterion: halfAgreed })
    expect(every.criterionLabels).toMatchObject(none)
  })
})
