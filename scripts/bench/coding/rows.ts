import type { Row, Size } from '../row.ts'
import { openScreen, type Screen } from './screen.ts'

/** An interview of three hours with a code in every fourth sentence, and far more than anybody codes. */
const sizes = (limit: number): Size[] => [
  { n: 12_500, limit },
  { n: 150_000, limit },
]
const annotationsFor = (words: number): number => (words > 100_000 ? 20_000 : 500)

type Of = (screen: Screen) => Promise<number>

/** A row in Chromium, with its own clock. */
function row(what: string, limit: number, ours: Of, floor: { name: string; of: Of }, memory?: number): Row {
  return {
    what,
    unit: 'words',
    sizes: sizes(limit),
    small: 2000,
    ...(memory === undefined ? {} : { memory }),
    prepare: async (words) => {
      const screen = await openScreen(words, annotationsFor(words))
      await screen.open()
      return {
        clocksItself: true,
        ours: async () => [await ours(screen)],
        floor: { name: floor.name, run: async () => [await floor.of(screen)] },
        peak: screen.heap,
        end: screen.close,
      }
    },
  }
}

/** What a coder does not notice as waiting; the ratio is the share of it that is used. */
const budget = (milliseconds: number) => ({ name: `${milliseconds} ms`, of: async () => milliseconds / 1000 })

export const rows: readonly Row[] = [
  row(
    'opening an interview, against its text as plain turns',
    3,
    (screen) => screen.open(),
    { name: 'plain turns', of: (screen) => screen.layOut() },
    400,
  ),
  row('a code until it is painted, of 50 ms', 1, async (screen) => (await screen.code()).painted, budget(50)),
  row(
    'a code until the server has it, of 200 ms',
    1,
    async (screen) => (await screen.code()).acknowledged,
    budget(200),
  ),
  row('scrolling, the frame 95 in 100 do not exceed, of 25 ms', 1, (screen) => screen.scroll(), budget(25)),
]
