import { type AnnotationInput, exportAnnotations } from '@attune/contract'
import { eachCsvRow } from '@attune/exchange'
import { beforeAll, expect, it } from 'vitest'
import { codingOf, rateAll, save, slot, submitNow } from '../support/coding.ts'
import { forEachEngine } from '../support/lab.ts'
import { openStudy, type TestStudy, transcriptText } from '../support/study.ts'

forEachEngine('the annotations of a study as a file', (lab) => {
  let study: TestStudy
  let coding: string
  const query = () => ({ codebookVersion: study.codebook })
  const file = () => study.pi.browser.call(exportAnnotations, { params: { study: study.id }, query: query() })
  const rows = async () => {
    const found: string[][] = []
    eachCsvRow(await file(), ',', (cells) => void found.push([...cells]))
    const [header = [], ...body] = found
    return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]])))
  }
  const annotation = (id: string, change: Partial<AnnotationInput>): AnnotationInput =>
    ({
      unit: 'segment',
      id,
      code: 'loss',
      value: null,
      memo: '',
      confidence: null,
      evidence: [],
      contradicts: [],
      start: 0,
      end: 5,
      ...change,
    }) as AnnotationInput

  beforeAll(async () => {
    study = await openStudy(lab())
    coding = await codingOf(study, study.coder)
    await rateAll(study, study.coder, coding, { coherence: 5, mother: 3, father: 8, pattern: ['F'] })
    const later = annotation('99999999-9999-4999-8999-999999999999', { start: 6, end: 9 })
    const first = annotation('11111111-1111-4111-8111-111111111111', {
      evidence: [slot('loving', 'mother')],
      contradicts: [slot('loving', 'father'), slot('coherence')],
      memo: 'Look again.',
    })
    for (const one of [later, first]) {
      await save(study, study.coder, coding, { type: 'put-annotation', annotation: one, base: 0 })
    }
  })

  it('holds nothing of a draft', async () => {
    expect(await rows()).toEqual([])
  })

  it('holds what was submitted in the order of the text, with evidence for and against and the words', async () => {
    await submitNow(study, study.coder, coding)
    const [first, second] = await rows()
    expect(first).toMatchObject({
      rater: study.coder.login,
      code: 'loss',
      evidence_for: 'loving@mother',
      evidence_against: 'coherence loving@father',
      quote: transcriptText.slice(0, 5),
      memo: 'Look again.',
      turn_first: '1',
    })
    expect(second).toMatchObject({ start: '6', evidence_for: '', evidence_against: '' })
    expect(await file()).toBe(await file())
  })

  it('is for supervisors only', async () => {
    for (const blind of [study.coder, study.trainee]) {
      const answer = await blind.browser.refused(exportAnnotations, { params: { study: study.id }, query: query() })
      expect(answer.status).toBe(404)
    }
  })
})
