import { type Measure, measures } from '@attune/agreement'
import { run } from '@attune/cli'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { worldOf } from './world.ts'

const files = {
  'codes.csv': 'item,A,B\n1,yes,yes\n2,no,yes\n3,no,no\n4,yes,yes\n5,no,no\n6,yes,no\n7,no,no\n8,yes,yes\n',
  'scores.csv': 'item,A,B\n1,4,5\n2,2,2.5\n3,7,6\n4,3,3\n5,8,9\n6,1,2\n7,5,5\n8,6,4\n',
}
const document = z.object({ results: z.array(z.object({ measure: z.string(), estimate: z.number().nullable() })) })

/** A file and a level that suit a coefficient. */
function inputFor({ levels, options }: Measure): string[] {
  if (!levels.includes('nominal')) return ['scores.csv', '--level', 'interval']
  return ['codes.csv', '--level', options.includes('weights') ? 'ordinal' : 'nominal']
}

/** Those that take a file of ratings: items by raters. */
const ofRatings = Object.values<Measure>(measures).filter(({ family }) => family !== 'segments' && family !== 'events')

describe('attune agreement --measure', () => {
  it.each(ofRatings)('computes $id', async (measure) => {
    const { world, seen } = worldOf(files)
    const needed = [
      ...(measure.options.includes('category') ? ['--category', 'yes'] : []),
      ...(measure.options.includes('points') ? ['--points', '9'] : []),
    ]
    const args = ['agreement', ...inputFor(measure), '--measure', measure.id, ...needed]
    expect([await run([...args, '--json'], world), seen.err]).toEqual([0, ''])
    const { results } = document.parse(JSON.parse(seen.out))
    expect(results.map((one) => one.measure)).toEqual([measure.id])
    expect(seen.out).not.toMatch(/NaN|Infinity/)
    for (const format of ['--csv', '--markdown']) expect(await run([...args, format], world)).toBe(0)
    expect(seen.err).toBe('')
  })
})

describe('the options of coefficients', () => {
  it.each([
    ['krippendorff-alpha', ['--metric', 'ordinal'], { metric: 'ordinal' }],
    ['krippendorff-alpha', ['--metric', 'bipolar', '--poles', '0,10'], { metric: 'bipolar', poles: [0, 10] }],
    ['krippendorff-alpha', ['--metric', 'circular', '--period', '12'], { metric: 'circular', period: 12 }],
    ['weighted-kappa', ['--weights', 'quadratic'], { weights: 'quadratic' }],
    ['gwet-ac2', ['--weights', 'linear', '--missing', 'listwise'], { weights: 'linear', missing: 'listwise' }],
    [
      'icc',
      ['--icc-form', 'ICC(C,k)', '--icc-model', 'mixed', '--r0', '0.5'],
      { form: 'ICC(C,k)', model: 'mixed', r0: 0.5 },
    ],
    ['within-k', ['--k', '0.5', '--confidence', '0.9'], { k: 0.5, confidence: 0.9 }],
    ['sem', ['--type', 'consistency'], { type: 'consistency' }],
    ['finn', ['--design', 'twoway', '--points', '9'], { design: 'twoway', points: 9 }],
    ['bland-altman', ['--coverage', '0.9', '--limits-interval', 't'], { coverage: 0.9, limitsInterval: 't' }],
  ])('of %s reach it: %j', async (id, args, options) => {
    const { world, seen } = worldOf(files)
    expect([await run(['agreement', 'scores.csv', '--measure', id, ...args, '--json'], world), seen.err]).toEqual([
      0,
      '',
    ])
    expect(JSON.parse(seen.out).results[0].options).toMatchObject(options)
  })

  it.each([
    ['mcnemar', ['--correct', 'no'], { correct: false }],
    ['mcnemar', ['--exact', 'yes'], { exact: true }],
    ['specific-agreement', ['--category', 'yes'], { category: 'yes' }],
  ])('of %s for codes reach it: %j', async (id, args, options) => {
    const { world, seen } = worldOf(files)
    expect([await run(['agreement', 'codes.csv', '--measure', id, ...args, '--json'], world), seen.err]).toEqual([
      0,
      '',
    ])
    expect(JSON.parse(seen.out).results[0].options).toMatchObject(options)
  })
})
