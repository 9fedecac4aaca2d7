import { addCodebook, createTrainingSet, listTrainingSets, readMyTraining } from '@attune/contract'
import type { CriticalErrorPredicate, Rule, Selector } from '@attune/criteria'
import { beforeAll, expect, it } from 'vitest'
import { halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import { codebook as tinyCodebook } from '../support/small-study.ts'
import { begin, buildTraining, openSetFor, setInput, type TrainingStudy } from '../support/training.ts'

const { rule } = halfAgreed
const confusion: CriticalErrorPredicate = {
  type: 'no-critical-error',
  against: 'master',
  variables: { ids: ['class'] },
  collapse: 'as-coded',
  window: { kind: 'all' },
  error: { kind: 'confusion', reference: 'Ds', given: null },
  atMost: 0,
}
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
      collapses: [{ variables: { ids: ['class'] }, id: 'as-coded', label: 'As coded' }],
      outcomes: [{ variables: { ids: ['class'] }, collapse: 'as-coded', id: 'Ds', label: 'Ds' }],
    }
    expect(set.criterionLabels).toEqual(labels)
    const { sets } = await study.trainer.browser.call(listTrainingSets, { params: { study: study.id } })
    expect(sets.map(({ criterionLabels }) => criterionLabels)).toEqual([labels])
    const mine = await trainee.browser.call(readMyTraining, { params: { study: study.id } })
    expect(mine.sets.map((one) => one.set.criterionLabels)).toEqual([labels])
    expect(JSON.stringify(mine)).not.toContain('Coherence')
    expect((await begin(lab(), study, trainee, set.id)).set.criterionLabels).toEqual(labels)
  })

  it('are those of the variables that a condition is about, where others use the same ids for something else', async () => {
    const called = (
      id: string,
      label: string,
      outcomes = [
        { id: 'D', label },
        { id: 'S', label: 'Secure' },
      ],
    ) => ({
      ...{ id, label, section: 'main', appliesTo: 'case', required: true, noValue: [], kind: 'classification' },
      ...{ categories: outcomes, alternatives: 1, rationale: 'optional' },
      collapses: [{ id: 'own', label: `Own of ${label}`, rule: 'first', map: { D: 'D', S: 'S' }, outcomes }],
    })
    const variables = [called('adult', 'Dismissing'), called('infant', 'Disorganised')]
    const source = JSON.stringify({ ...tinyCodebook, id: 'two', variables })
    const params = { study: study.id }
    const added = { params, body: { dryRun: false, name: 'two.json', source } }
    const { version, faults } = await study.pi.browser.call(addCodebook, added)
    expect(faults).toEqual([])
    const never = (selector: Selector, collapse = 'own'): Rule => ({
      ...confusion,
      ...{ variables: selector, collapse },
      error: { kind: 'confusion', reference: 'D', given: null },
    })
    const labelsOf = async (asked: Rule) => {
      const body = setInput(study, {
        codebookVersion: version?.id ?? '',
        cases: [],
        criterion: { ...halfAgreed, rule: asked },
      })
      return (await study.trainer.browser.call(createTrainingSet, { params, body })).criterionLabels
    }
    const [adult, infant] = [{ ids: ['adult'] }, { ids: ['infant'] }]
    const every: Selector = { kinds: ['classification'] }
    const one = await labelsOf(never(infant))
    expect(one.outcomes).toEqual([{ variables: infant, collapse: 'own', id: 'D', label: 'Disorganised' }])
    expect(one.collapses).toEqual([{ variables: infant, id: 'own', label: 'Own of Disorganised' }])
    expect(JSON.stringify(one)).not.toMatch(/adult|Dismissing/)
    const two = await labelsOf({ any: [never(adult), never(infant, 'as-coded')] })
    expect(two.outcomes).toEqual([
      { variables: adult, collapse: 'own', id: 'D', label: 'Dismissing' },
      { variables: infant, collapse: 'as-coded', id: 'D', label: 'Disorganised' },
    ])
    const both = await labelsOf(never(every))
    expect(both.outcomes.map(({ variables: about, label }) => [about, label])).toEqual([
      [every, 'Dismissing'],
      [every, 'Disorganised'],
    ])
  })

  it('are none where there is no criterion, or one that names nothing', async () => {
    const none = { variables: [], codes: [], outcomes: [] }
    const free = await openSetFor(study, [], { name: 'No criterion' })
    expect(free.criterionLabels).toEqual({ ...none, collapses: [] })
    const every = await openSetFor(study, [], { name: 'Every variable', criterion: halfAgreed })
    expect(every.criterionLabels).toMatchObject(none)
  })
})
