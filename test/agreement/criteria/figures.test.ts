import {
  cohenKappa,
  eventMatch,
  eventTable,
  figuresOf,
  type Judged,
  jackknife,
  joinTables,
  judge,
  plainCompared,
  pooledKappa,
  type RulePredicate,
  ratingTable,
  shareFigure,
  spanF1,
  unitTableFromSpans,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'
import { classes, compared, predicate, scores } from './compared.ts'

const codes = ['loss', 'fear'].map((id) => ({ id, label: id }))
const unit = (code: string, start: number, end: number) => ({ code, start, end })
const own = [
  [unit('loss', 0, 10), unit('fear', 20, 30), unit('loss', 40, 50)],
  [unit('fear', 0, 10), unit('fear', 20, 30)],
  [unit('loss', 0, 9), unit('fear', 60, 70)],
]
const reference = [
  [unit('loss', 1, 10), unit('fear', 22, 30), unit('fear', 40, 50)],
  [unit('fear', 0, 12)],
  [unit('loss', 0, 9), unit('fear', 61, 70), unit('loss', 80, 90)],
]
const records = (kind: 'segment' | 'event', given: boolean) =>
  own.map((mine, index) => ({
    case: String(index + 1),
    unit: kind,
    own: mine,
    reference: reference[index] ?? [],
    given: given ? borders(index) : null,
  }))
const borders = (index: number) => (reference[index] ?? []).map(({ start, end }) => ({ start, end }))
const held = (kind: 'segment' | 'event', given = false) =>
  plainCompared({ cases: ['1', '2', '3'], variables: [], codes, units: records(kind, given), seconds: 1 })

const figureOf = (change: Partial<RulePredicate>, of: ReturnType<typeof held>) => {
  const found = judge(predicate({ variables: { codes: [] }, ...change }), of) as Judged
  return found.figures
}
const raters = ['own', 'reference']
const categories = ['loss', 'fear']

describe('figures of annotations', () => {
  it('are F1 of segments over all cases, with the interval of the jackknife over cases', () => {
    const spans = own.map((mine, index) =>
      unitTableFromSpans({
        raters,
        categories,
        spans: [mine, reference[index] ?? []].map((all) =>
          all.map(({ code, start, end }) => [start, end, code] as const),
        ),
      }),
    )
    const [figure] = figureOf({ measure: 'unit-f1', spread: 'together' }, held('segment'))
    expect(figure?.estimate).toBe(spanF1(joinTables(spans), { overlap: 0.5 }).estimate)
    expect(figure?.lower).toBe(jackknife('span-f1', joinTables(spans), { overlap: 0.5 }).interval?.lower)
    expect(figure).toMatchObject({ n: 14, cases: 3, variable: null })
    const beside = records('event', false).map((record) => ({ ...record, own: [], reference: [] }))
    const withEmpty = plainCompared({
      ...{ cases: ['1', '2', '3'], variables: [], codes },
      units: [...records('segment', false), ...beside],
    })
    expect(figureOf({ measure: 'unit-f1', spread: 'together' }, withEmpty)).toEqual([figure])
    const each = figureOf({ measure: 'unit-f1' }, held('segment'))
    expect(each.map(({ variable, estimate }) => [variable, estimate])).toEqual([
      ['loss', (2 * 2) / 6],
      ['fear', (2 * 3) / 8],
    ])
  })

  it('are matched events within the tolerance', () => {
    const events = own.map((mine, index) =>
      eventTable({
        raters,
        categories,
        events: [mine, reference[index] ?? []].map((all) => all.map(({ code, start }) => [start, code] as const)),
      }),
    )
    const [figure] = figureOf({ measure: 'unit-f1', spread: 'together' }, held('event'))
    expect(figure?.estimate).toBe(eventMatch(joinTables(events), { tolerance: 1 }).estimate)
  })

  it('are kappa of the codes on borders that were given', () => {
    const tables = categories.map((code) =>
      ratingTable({
        raters,
        level: 'nominal',
        categories: ['absent', 'present'],
        rows: own.flatMap((mine, index) =>
          borders(index).map(({ start, end }) =>
            [mine, reference[index] ?? []].map((all) =>
              all.some((one) => one.code === code && one.start === start && one.end === end) ? 'present' : 'absent',
            ),
          ),
        ),
      }),
    )
    const [figure] = figureOf({ measure: 'unit-kappa', spread: 'together' }, held('segment', true))
    expect(figure).toMatchObject({ estimate: pooledKappa(tables).estimate, n: 7 })
    const [loss] = figureOf({ measure: 'unit-kappa', variables: { codes: ['loss'] } }, held('segment', true))
    expect(loss?.estimate).toBe(cohenKappa(tables[0] as (typeof tables)[0]).estimate)
  })

  it('of a case that was not handed in let no kappa be met, and count as missed in an F1', () => {
    const given = Array.from({ length: 10 }, (_, at) => ({ start: 10 * at, end: 10 * at + 5 }))
    const code = (at: number) => ({ code: 'loss', ...(given[at] ?? { start: 0, end: 0 }) })
    const whole = (id: string) => {
      const units = [code(0), code(1), code(2)]
      return { case: id, unit: 'segment', own: units, reference: units, given } as const
    }
    const left = (id: string) => ({ ...whole(id), own: null, reference: [code(0)] })
    const all = { cases: ['1', '2', '3', '4'], variables: [], codes }
    const held = (units: Parameters<typeof plainCompared>[0]['units']) => plainCompared({ ...all, units: units ?? [] })
    const rule = predicate({ measure: 'unit-kappa', variables: { codes: ['loss'] }, threshold: 0.8, minimum: 20 })
    expect(judge(rule, held(['1', '2', '3', '4'].map(whole)))).toMatchObject({ met: true })
    const found = judge(rule, held([whole('1'), whole('2'), left('3'), left('4')]))
    expect(found).toMatchObject({ met: false, reason: 'too-few', figures: [{ n: 20 }] })
    const f1 = judge({ ...rule, measure: 'unit-f1' }, held([whole('1'), left('2')]))
    expect(f1).toMatchObject({ figures: [{ estimate: (2 * 3) / (3 + 4) }] })
  })

  it('are undefined without given borders, without annotations, and of segments with events', () => {
    expect(figureOf({ measure: 'unit-kappa', spread: 'together' }, held('segment'))[0]?.undefined?.code).toBe(
      'not-determined',
    )
    const none = plainCompared({ cases: ['1'], variables: [], codes })
    expect(figureOf({ measure: 'unit-f1' }, none)[0]?.undefined?.code).toBe('no-items')
    const mixed = plainCompared({
      ...{ cases: ['1', '2', '3'], variables: [], codes },
      units: [...records('segment', false), ...records('event', false)],
    })
    expect(figureOf({ measure: 'unit-f1', spread: 'together' }, mixed)[0]?.undefined?.code).toBe('not-determined')
  })

  it('of a code that was named and that nobody set are undefined, so that the rule is not met', () => {
    const joy = { id: 'joy', label: 'joy' }
    const more = plainCompared({
      ...{ cases: ['1', '2', '3'], variables: [], codes: [...codes, joy] },
      units: records('segment', false),
    })
    const found = judge(predicate({ measure: 'unit-f1', variables: { codes: ['joy'] }, threshold: 0 }), more)
    expect(found).toMatchObject({ met: false, reason: 'undefined' })
    expect(figureOf({ measure: 'unit-f1' }, more)).toHaveLength(2)
  })
})

describe('figuresOf', () => {
  const presence = {
    ...classes(
      'conflict',
      ['absent', 'present'],
      [
        ['absent', 'absent'],
        ['present', 'absent'],
        ['present', 'present'],
      ],
    ),
    kind: 'presence' as const,
  }
  const all = compared(
    [
      scores('scale', [
        [4, 5],
        [6, 6],
        [3, 1],
      ]),
      presence,
    ],
    { codes, units: records('segment', false) },
  )

  it('has the measures that suit each kind, in the order of the variables', () => {
    expect(figuresOf(all).map(({ variable, measure }) => `${variable} ${measure}`)).toEqual([
      ...['scale icc', 'scale within-k', 'scale bias'],
      ...['conflict cohen-kappa', 'conflict percent-agreement', 'loss unit-f1', 'fear unit-f1'],
    ])
  })

  it('has intervals of the confidence asked for', () => {
    const [, within] = figuresOf(all, 0.9)
    const [, wider] = figuresOf(all)
    expect(within?.confidence).toBe(0.9)
    expect(within?.lower).toBeGreaterThan(wider?.lower ?? 1)
    expect(() => figuresOf(all, 1)).toThrow('Confidence 1')
  })

  it('refuses a confidence that is none, also where nothing was compared', () => {
    const nothing = compared([])
    expect(figuresOf(nothing, 0.999)).toEqual([])
    for (const confidence of [0, 1, -0.5, 95, Number.NaN]) {
      expect(() => figuresOf(nothing, confidence)).toThrow(`Confidence ${confidence} is not between 0 and 1.`)
    }
  })

  it('takes every kind of score for scores', () => {
    const kinds = (['scale', 'count', 'duration'] as const).map((kind) => ({ ...scores(kind, [[4, 5]]), kind }))
    for (const kind of kinds)
      expect(figuresOf(compared([kind])).map(({ measure }) => measure)).toEqual(['icc', 'within-k', 'bias'])
  })

  it('has kappa of annotations only where all borders were given', () => {
    const of = (given: boolean[]) => {
      const units = given.map((isGiven, index) => records('segment', isGiven)[index]).filter((one) => one !== undefined)
      const found = figuresOf(plainCompared({ cases: ['1', '2', '3'], variables: [], codes, units }))
      return [...new Set(found.map(({ measure }) => measure))]
    }
    expect(of([true, true, true])).toEqual(['unit-kappa'])
    expect(of([true, false, true])).toEqual(['unit-f1'])
    expect(of([false, false, false])).toEqual(['unit-f1'])
  })

  it('has nothing to say of annotations that nobody made, and counts those that one side made', () => {
    const of = (mine: (typeof own)[0] | null, theirs: (typeof own)[0]) => {
      const units = [
        { case: '1', unit: 'segment', own: mine, reference: theirs, given: null },
        { case: '2', unit: 'segment', own: null, reference: [], given: null },
      ] as const
      const found = figuresOf(plainCompared({ cases: ['1', '2'], variables: [], codes, units }))
      return found.map(({ variable, estimate }) => [variable, estimate])
    }
    const loss = [unit('loss', 0, 10)]
    expect(of([], [])).toEqual([])
    expect(of(null, [])).toEqual([])
    expect(of(loss, [])).toEqual([['loss', 0]])
    expect(of(null, loss)).toEqual([['loss', 0]])
    expect(of(loss, loss)).toEqual([['loss', 1]])
  })

  it('refuses items of a case that is not listed', () => {
    expect(() => plainCompared({ cases: [], variables: [presence] })).toThrow('An item of conflict is of case 1')
  })
})

describe('a share', () => {
  const about = { variable: null, label: '', measure: 'percent-agreement', collapse: null, confidence: 0.95, cases: 0 }

  it('of no item has neither value nor interval', () => {
    expect(shareFigure(about, 0, 0)).toMatchObject({ n: 0, estimate: null, lower: null, upper: null })
    expect(shareFigure(about, 0, 0).undefined?.code).toBe('no-items')
  })

  it('of one item has both', () => {
    expect(shareFigure(about, 1, 1)).toMatchObject({ n: 1, estimate: 1, upper: 1, undefined: null })
  })
})
