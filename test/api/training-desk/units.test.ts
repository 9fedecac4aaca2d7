import { figuresOf, type PlainCompared, plainCompared } from '@attune/agreement'
import {
  exportComparisons,
  openCoding,
  readAttemptReview,
  readFeedback,
  saveChange,
  startAttempt,
  submitCoding,
} from '@attune/contract'
import { readComparisons } from '@attune/exchange'
import { beforeAll, expect, it } from 'vitest'
import { codeEach } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import { buildTraining, openSetFor, type TrainingStudy } from '../support/training.ts'

const found = { score: 5, category: 'F', note: 'Loss.' }
const missed = { score: 5, category: 'F' }

forEachEngine('annotations in training', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'units')
  })
  const tried = async (name: string, units: 'free' | 'given' | 'none') => {
    const trainee = await study.add('trainee', `units-${name}`)
    const scope = { variables: [], units, codes: [] }
    const set = await openSetFor(study, [trainee], { name: `Units ${name}`, scope })
    // Of given borders none may be left without a code.
    const second = units === 'given' ? found : missed
    const codes = units === 'none' ? [missed, missed, missed] : [found, second, found]
    const { attempt } = await codeEach(lab(), study, trainee, set.id, codes)
    const params = { study: study.id, attempt: attempt.id }
    const { scores } = await study.trainer.browser.call(readAttemptReview, { params })
    const told = await trainee.browser.call(readFeedback, { params: { ...params, position: '2' } })
    const file = await study.trainer.browser.call(exportComparisons, { params: { study: study.id, set: set.id } })
    const read = readComparisons(file)
    if (!read.ok || read.attempts[0] === undefined) throw new Error(JSON.stringify(read))
    const { variables, ...rest } = read.attempts[0]
    const plain: PlainCompared = { ...rest, variables: variables.filter(({ collapse }) => collapse !== 'groups') }
    return { figures: scores[0]?.figures ?? [], again: figuresOf(plainCompared(plain)), told }
  }

  it('with free borders are matched: found in two of three cases', async () => {
    const { figures, again, told } = await tried('free', 'free')
    const f1 = figures.find(({ variable }) => variable === 'loss')
    // Two of the trainee's, three of the master's: 2 x 2 / 5.
    expect(f1).toMatchObject({ measure: 'unit-f1', n: 5, estimate: 0.8 })
    expect(figures).toEqual(again)
    expect(told).toMatchObject({ agreed: 2, compared: 3, units: [{ kind: 'missed', mine: null, closeness: null }] })
  })

  it('with given borders are items of their own', async () => {
    const { figures, again, told } = await tried('given', 'given')
    const kappa = figures.find(({ variable }) => variable === 'loss')
    // The codebook has one code, so that there is nothing beyond chance to agree on.
    expect(kappa).toMatchObject({ measure: 'unit-kappa', n: 3, estimate: null, undefined: { code: 'no-variation' } })
    expect(figures).toEqual(again)
    expect(told).toMatchObject({ agreed: 3, compared: 3, units: [{ kind: 'agreed', closeness: 1 }] })
  })

  it('are neither compared nor shown where a set trains none', async () => {
    const { figures, again, told } = await tried('none', 'none')
    expect(figures.map(({ variable }) => variable)).not.toContain('loss')
    expect(figures).toEqual(again)
    expect(told).toMatchObject({ agreed: 2, compared: 2, units: [], annotations: { mine: [], master: [] } })
  })

  it('can be all that a set trains: nothing is rated then', async () => {
    const trainee = await study.add('trainee', 'units-alone')
    const scope = { variables: null, units: 'free' as const, codes: [] }
    const set = await openSetFor(study, [trainee], { name: 'Units alone', scope })
    const { browser } = trainee
    const body = { operation: lab().ports.id() }
    const params = { study: study.id, set: set.id }
    const { cases } = await browser.call(startAttempt, { params, body })
    const at = { study: study.id, coding: cases[0]?.coding ?? '' }
    const { codebook } = await browser.call(openCoding, { params: at })
    expect([codebook.variables, codebook.codes.map(({ id }) => id)]).toEqual([[], ['loss']])
    const links = { value: null, memo: '', confidence: null, evidence: [], contradicts: [] }
    const place = { unit: 'segment', code: 'loss', start: 0, end: 3 } as const
    const annotation = { id: lab().ports.id(), ...place, ...links }
    const change = { type: 'put-annotation', annotation, base: 0 } as const
    const { revision } = await browser.call(saveChange, { params: at, body: { operation: lab().ports.id(), change } })
    const declaration = { knew: false, note: '' }
    const head = await browser.call(submitCoding, {
      params: at,
      body: { operation: lab().ports.id(), revision, declaration },
    })
    expect(head).toMatchObject({ state: 'submitted', rated: 0, required: 0 })
  })
})
