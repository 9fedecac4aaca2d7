import { gamma, type Result, type UnitTable, uAlpha1995, unitTable } from '@attune/agreement'
import { processor } from '../harness/rounds.ts'
import { raterNames, seeded } from '../ratings.ts'
import type { Numbers, Row } from '../row.ts'

const categories = ['search', 'cry', 'play']
/** Seconds of the film for each unit. */
const SHARE = 20

/** One unit in each stretch of 20, which nine raters in ten mark, a little apart and mostly with its own category. */
function unitsOf(units: number, raters: number): UnitTable {
  const random = seeded(units + raters)
  const below = (limit: number) => Math.floor(random() * limit)
  const names = raterNames(raters)
  const marked = Array.from({ length: units }, (_, place) => {
    const [start, length, own] = [below(6), 5 + below(8), below(3)]
    return names.flatMap((rater) => {
      if (random() < 0.1) return []
      const begun = start + below(3)
      const code = random() < 0.85 ? own : below(3)
      return [{ rater, start: SHARE * place + begun, length: Math.min(length + below(3) - 1, SHARE - begun), code }]
    })
  }).flat()
  return unitTable({
    raters: names,
    categories,
    begin: 0,
    length: SHARE * units,
    units: marked.map(({ code, ...unit }) => ({ ...unit, category: categories[code] ?? '' })),
  })
}

const inputOf = ({ starts, ends, codes, offsets }: UnitTable) => [starts, ends, codes, offsets]

function values(result: Result): Numbers {
  if (result.estimate === null) throw new Error(`${result.measure} is undefined: ${result.undefined.message}`)
  return [result.estimate, result.observed ?? 0, result.expected ?? 0]
}

/** What is known of a table is kept with it; a copy of the outer object is a table nobody has seen. */
const unseen = (table: UnitTable): UnitTable => ({ ...table })

export const alphaOfUnits: Row = {
  what: 'alpha-U (1995), 2 raters',
  unit: 'units',
  sizes: [100, 300, 1000].map((n) => ({ n, limit: n === 1000 ? 3 : null })),
  small: 50,
  prepare: (units) => {
    const table = unitsOf(units, 2)
    return {
      ours: () => values(uAlpha1995(unseen(table))),
      floor: { kernel: 'alpha-u', input: [...inputOf(table), categories.length, SHARE * units] },
    }
  },
}

export const gammaOfUnits: Row = {
  what: 'gamma, 2 raters, 30 random continua',
  unit: 'units',
  sizes: [100, 300, 1000].map((n) => ({ n, limit: n === 1000 ? 4 : null })),
  small: 50,
  prepare: (units) => {
    const table = unitsOf(units, 2)
    return {
      ours: () => values(gamma(unseen(table))),
      floor: { kernel: 'gamma', input: [...inputOf(table), SHARE * units, 30] },
    }
  },
}

/** Seconds that an exact gamma of five raters may take. */
const BUDGET = 10

export const gammaOfFive: Row = {
  what: `gamma, 5 raters, best alignments exact, of ${BUDGET} s`,
  unit: 'units',
  sizes: [12, 25, 50].map((n) => ({ n, limit: n === 50 ? 1 : null })),
  small: 5,
  memory: 1024,
  prepare: (units) => {
    const table = unitsOf(units, 5)
    return {
      ours: () => {
        const begun = processor()
        values(gamma(unseen(table)))
        return [processor() - begun]
      },
      floor: { name: `${BUDGET} s`, run: () => [BUDGET] },
      clocksItself: true,
    }
  },
}
