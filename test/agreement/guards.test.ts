import {
  bootstrap,
  estimate,
  eventTable,
  ratingTable,
  segmentationTable,
  tableFromCounts,
  unitTable,
  unitTableFromSpans,
} from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const raters = ['Ann', 'Ben']
const coded = ratingTable({ raters, level: 'nominal', categories: ['x', 'y'], rows: [['x', 'y']] })
const tables = {
  'ratings that are numbers': ratingTable({ raters, level: 'interval', rows: [[1, 2]] }),
  'ratings from declared categories': coded,
  'counts of raters for each item and category': tableFromCounts({
    level: 'nominal',
    categories: ['x'],
    counts: [[2]],
  }),
  'units on a continuum': unitTable({ raters, categories: ['x'], units: [] }),
  'segmentations of one text': segmentationTable({ raters, masses: [[1], [1]] }),
  'events with times': eventTable({ raters, categories: ['x'], events: [[], []] }),
}

describe('a coefficient of a table that is not for it', () => {
  it('says which tables it needs', () => {
    const needs = {
      'cohen-kappa': 'ratings from declared categories',
      'fleiss-kappa': 'ratings from declared categories or counts of raters for each item and category',
      'lin-ccc': 'ratings that are numbers',
      'u-alpha-2016': 'units on a continuum',
      pk: 'segmentations of one text',
      'event-match': 'events with times',
    }
    for (const [id, need] of Object.entries(needs)) {
      for (const [kind, table] of Object.entries(tables)) {
        if (!need.includes(kind) && !(id === 'lin-ccc' && table.kind === 'codes')) {
          expect(() => estimate(id, table), `${id} of ${kind}`).toThrow(`${id} needs `)
          if (id !== 'lin-ccc') expect(() => estimate(id, table), `${id} of ${kind}`).toThrow(`${id} needs ${need}.`)
        }
      }
    }
  })

  it('says which level it needs', () => {
    expect(() => estimate('icc', coded)).toThrow(
      'icc needs the level interval or ratio; the table is declared nominal.',
    )
  })
})

describe('a coefficient with an option that is not for it', () => {
  it('names the option, the rule or the weights it takes', () => {
    expect(() => estimate('cohen-kappa', coded, { metric: 'nominal' })).toThrow('cohen-kappa has no option metric.')
    expect(() => estimate('fleiss-kappa', coded, { missing: 'pairwise' })).toThrow(
      'fleiss-kappa treats missing ratings available or listwise, not pairwise.',
    )
    // @ts-expect-error what a file or a command line may name all the same
    expect(() => estimate('weighted-kappa', coded, { weights: 'cubic' })).toThrow(
      /^weighted-kappa takes the weights .*identity, linear, quadratic.*, not cubic\.$/,
    )
    const unset: object = { metric: undefined, weights: undefined }
    expect(estimate('fleiss-kappa', coded, unset).n).toBe(1)
  })

  it.each([
    ['sem', 'type', 'agreement or consistency'],
    ['mdc', 'type', 'agreement or consistency'],
    ['gtheory', 'type', 'agreement or consistency'],
    ['finn', 'design', 'oneway or twoway'],
    ['bland-altman', 'limits', 'z or 2sd'],
    ['bland-altman', 'limitsInterval', 'exact or t or rough'],
    ['krippendorff-alpha', 'metric', 'nominal or ordinal or interval or ratio or circular or bipolar'],
  ])('takes no slip of the pen for a formula: %s, %s', (id, option, known) => {
    const scores = ratingTable({
      raters,
      level: 'interval',
      categories: [1, 2, 3],
      rows: [
        [1, 2],
        [3, 3],
        [2, 2],
      ],
    })
    const slip: object = { [option]: 'agremeent' }
    expect(() => estimate(id, scores, slip)).toThrow(`The option ${option} is ${known}, not agremeent.`)
  })

  it('takes none for a level either', () => {
    const slip: object = { level: 'Nominal' }
    const declared = { raters, level: 'nominal', categories: ['x'], rows: [['x', 'x']] } as const
    expect(() => ratingTable({ ...declared, ...slip })).toThrow(
      'The level is nominal or ordinal or interval or ratio, not Nominal.',
    )
  })

  it('takes none for a formula of units, texts or samples either', () => {
    const slip: object = { variant: 'ku' }
    const units = unitTableFromSpans({
      raters,
      categories: ['x'],
      begin: 0,
      length: 9,
      spans: [[[1, 2, 'x']], [[1, 3, 'x']]],
    })
    expect(() => estimate('u-alpha-2016', units, slip)).toThrow('The option variant is u or |u or cu or (k)u, not ku.')
    const texts = segmentationTable({
      raters,
      masses: [
        [2, 3],
        [3, 2],
      ],
    })
    for (const id of ['pk', 'window-diff']) {
      const other: object = { convention: 'Nltk' }
      expect(() => estimate(id, texts, other)).toThrow('The option convention is segeval or nltk, not Nltk.')
    }
    const plan: object = { method: 'BCa' }
    expect(() => bootstrap('cohen-kappa', coded, {}, plan)).toThrow('The option method is bca or percentile, not BCa.')
  })

  it('is refused by name if there is no such coefficient', () => {
    expect(() => estimate('phrenology', coded)).toThrow(
      /^There is no coefficient "phrenology"; there are percent-agreement, percent-agreement-pairs, .*\.$/,
    )
  })
})
