import { type Random, randomBelow } from '../../base/random.ts'
import type { Compared, ComparedItem, ComparedUnit, ComparedUnits } from '../types.ts'
import { normalDraw, uniform } from './normal-draw.ts'
import { errorSpread, type Truth, trueValue } from './truth.ts'

/** What stays the same from one simulated attempt to the next. */
export interface Simulation {
  readonly design: Compared
  readonly truths: readonly Truth[]
  readonly quality: number
  readonly size: number
  readonly random: Random
}

/** One item of an attempt: where it stands in the design, and where the coder's value comes from. */
interface Drawn {
  readonly case: string
  readonly item: number
  /** The item whose true value the coder gives: the item itself, or one at random. */
  readonly source: number
  /** A score with error; `null`: the source's value as it is. */
  readonly score: number | null
}

/** An attempt of a coder of this quality, as a rule is held against it. */
export function simulatedAttempt(simulation: Simulation): Compared {
  const { design, truths, size, random } = simulation
  const count = design.cases.length
  // As many as there are: the very cases. Else each is drawn from them, whole, so that what goes together in a case stays so.
  const drawn = Array.from({ length: size }, (_, place) => (size === count ? place : randomBelow(random, count)))
  const cases = drawn.map((_, place) => String(place + 1))
  const draws = new Map(truths.map((truth) => [truth.id, drawItems(simulation, truth, drawn)]))
  const byId = new Map(truths.map((truth) => [truth.id, truth]))
  const units = design.units.length === 0 ? [] : drawUnits(simulation, drawn)
  const variable: Compared['variable'] = (id, collapse) => {
    const truth = byId.get(id)
    if (truth === undefined) throw new RangeError(`Variable ${id} is not simulated.`)
    const declared = truth.under(collapse)
    const items = (draws.get(id) ?? []).map(
      ({ case: one, item, source, score }): ComparedItem => ({
        case: one,
        own: score ?? trueValue(truth, declared, source),
        references: declared.items[item]?.references ?? [],
      }),
    )
    return { ...declared, items }
  }
  return { ...design, cases, variable, units }
}

function drawItems({ quality, random }: Simulation, truth: Truth, drawn: readonly number[]): Drawn[] {
  return drawn.flatMap((place, position) =>
    (truth.itemsOfCase[place] ?? []).map((item): Drawn => {
      const shared = { case: String(position + 1), item }
      if (truth.raters[item]! < 0) return { ...shared, source: item, score: null }
      if (truth.isNumeric && quality > 0) {
        const score = Number(trueValue(truth, truth.under('as-coded'), item))
        return { ...shared, source: item, score: truth.round(score + errorSpread(truth, quality) * normalDraw(random)) }
      }
      const guesses = uniform(random) >= quality
      return { ...shared, source: guesses ? truth.pool[randomBelow(random, truth.pool.length)]! : item, score: null }
    }),
  )
}

function drawUnits({ design, quality, random }: Simulation, drawn: readonly number[]): ComparedUnits[] {
  const given = design.units.flatMap((record) => (record.given ?? []).map((border) => codesAt(record, border)))
  return drawn.flatMap((place, position) =>
    design.units
      .filter((record) => record.case === design.cases[place])
      .map((record) => {
        const own =
          record.given === null
            ? record.reference.map((unit, index) => (uniform(random) < quality ? unit : strayed(record, unit, index)))
            : record.given.flatMap((border) => {
                const guesses = uniform(random) >= quality
                const codes = guesses ? given[randomBelow(random, given.length)]! : codesAt(record, border)
                return codes.map((code) => ({ ...border, code }))
              })
        return { ...record, case: String(position + 1), own }
      }),
  )
}

const codesAt = ({ reference }: ComparedUnits, { start, end }: Pick<ComparedUnit, 'start' | 'end'>): string[] =>
  reference.filter((unit) => unit.start === start && unit.end === end).map(({ code }) => code)

/** The same unit where no other lies: one missed and one too many. */
function strayed({ reference }: ComparedUnits, unit: ComparedUnit, index: number): ComparedUnit {
  const last = reference.reduce((most, { end }) => Math.max(most, end), 0)
  const length = unit.end - unit.start
  const start = last + (index + 1) * (last + 1000)
  return { code: unit.code, start, end: start + length }
}
