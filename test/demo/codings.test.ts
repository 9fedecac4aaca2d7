import {
  checkCodeValue,
  checkValue,
  findCode,
  findVariable,
  missingForSubmission,
  slotKey,
  slotsOf,
} from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { caseOf, classesOf, codebookOf, codings, groupOf, masters, people, slotOf } from './demo-codings.ts'
import { demoCases, demoText } from './demo-files.ts'

describe('every demo coding', () => {
  it.each(codings)('$file could be submitted: complete, on the scales, nothing beyond the codebook', (coding) => {
    const codebook = codebookOf(coding)
    const { targets, codebooks } = caseOf(coding)
    expect(codebooks).toContain(coding.codebook)
    const known = slotsOf(codebook, targets).map(slotKey)
    const rated = coding.ratings.map((rating) => slotKey(slotOf(rating)))
    expect(rated.filter((key) => !known.includes(key))).toEqual([])
    expect(new Set(rated).size).toBe(rated.length)
    const faults = coding.ratings.flatMap((rating) => {
      const variable = findVariable(codebook, rating.variable)
      return variable ? checkValue(variable, rating.value) : [{ path: rating.variable, message: 'unknown' }]
    })
    expect(faults).toEqual([])
    const ratings = coding.ratings.map((rating) => ({ ...rating, slot: slotOf(rating) }))
    const annotations = coding.annotations.map(({ evidence }) => ({ evidence: evidence.map(slotOf), contradicts: [] }))
    expect(missingForSubmission(codebook, targets, ratings, annotations)).toEqual([])
  })

  it.each(codings)('$file marks with codes of the codebook, as evidence for ratings it has', (coding) => {
    const codebook = codebookOf(coding)
    const rated = new Set(coding.ratings.map((rating) => slotKey(slotOf(rating))))
    for (const annotation of coding.annotations) {
      const code = findCode(codebook, annotation.code)
      expect(code?.unit, annotation.code).toBe('quote' in annotation ? 'segment' : 'event')
      if (code) expect(checkCodeValue(code, annotation.value)).toEqual([])
      for (const slot of annotation.evidence) expect(rated, slotKey(slot)).toContain(slotKey(slot))
      if (!('onset' in annotation)) continue
      expect(code?.subjects).toContain(annotation.subject)
      expect(annotation.offset !== null, annotation.code).toBe(code?.event === 'state')
      expect(annotation.offset ?? Number.POSITIVE_INFINITY).toBeGreaterThan(annotation.onset)
    }
  })

  it.each(codings)('$file quotes the transcript exactly, each passage within one turn of the speaker', (coding) => {
    const text = caseOf(coding).material === 'transcript' ? demoText(caseOf(coding).file) : ''
    for (const annotation of coding.annotations) {
      if (!('quote' in annotation)) continue
      const { quote, occurrence } = annotation
      let at = -1
      for (let count = 0; count < occurrence; count++) at = text.indexOf(quote, at + 1)
      expect(at, quote).toBeGreaterThanOrEqual(0)
      expect(quote).not.toContain('\n')
      expect(text.slice(text.lastIndexOf('\n', at) + 1, at), quote).toMatch(/^P: /)
      expect(quote, quote).toBe(quote.trim())
    }
  })

  it('is by one of the invented people, and nobody codes a case twice with one codebook', () => {
    const keys = people.map((person) => person.key)
    expect(codings.filter((one) => !keys.includes(one.coder))).toEqual([])
    const seen = codings.map((one) => `${one.coder} ${one.case} ${one.codebook}`)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('the master codings', () => {
  const of = (codebook: string) => masters.filter((one) => one.codebook === codebook)
  const count = (codebook: string, group: string) => of(codebook).filter((one) => groupOf(one) === group).length

  it('are there for every case and every codebook it is coded with, all by the trainer', () => {
    const wanted = demoCases.flatMap((one) => one.codebooks.map((codebook) => `${one.case} ${codebook}`))
    expect(masters.map((one) => `${one.case} ${one.codebook}`).sort()).toEqual(wanted.sort())
    expect(new Set(masters.map((one) => one.coder))).toEqual(new Set(['trainer']))
    expect(of('iwm@1.0.0')).toHaveLength(4)
  })

  it('hold five F, three Ds, two E and two U, one U with F and one with E', () => {
    const counts = ['F', 'Ds', 'E', 'U'].map((group) => count('aai@1.0.0', group))
    expect(counts).toEqual([5, 3, 2, 2])
    const unresolved = of('aai@1.0.0').filter((one) => groupOf(one) === 'U')
    expect(unresolved.map((one) => groupOf(one, 'three-way-forced')).sort()).toEqual(['E', 'F'])
  })

  it('hold four B of four subgroups, one A, one C and two D', () => {
    expect(['B', 'A', 'C', 'D'].map((group) => count('ssp@1.0.0', group))).toEqual([4, 1, 1, 2])
    const secure = of('ssp@1.0.0').filter((one) => groupOf(one) === 'B')
    expect(new Set(secure.map((one) => classesOf(one)[0])).size).toBe(4)
  })

  it.each(masters)('$file gives its reasons in 80 to 200 words and 8 to 20 annotations', (master) => {
    const words = master.master?.rationale.split(/\s+/).length ?? 0
    expect(words).toBeGreaterThanOrEqual(80)
    expect(words).toBeLessThanOrEqual(200)
    expect(master.annotations.length).toBeGreaterThanOrEqual(8)
    expect(master.annotations.length).toBeLessThanOrEqual(20)
    expect(master.memo).not.toBe('')
  })

  it.each(masters.filter((one) => one.codebook === 'aai@1.0.0'))(
    '$file codes U exactly where a loss or trauma is rated above 5',
    (master) => {
      const scores = master.ratings.flatMap(({ variable, value }) =>
        variable.startsWith('unresolved-') && value.kind === 'score' ? [value.score] : [],
      )
      expect(Math.max(...scores) > 5).toBe(groupOf(master) === 'U')
    },
  )
})
