import { place, Refusal } from '../refusal.ts'

/**
 * A rater asked for who has no row is a slip of the pen.
 *
 * @param column that names the raters. @param found everybody in it. @throws Refusal naming who is there.
 */
export function checkAsked(
  file: string,
  asked: readonly string[] | undefined,
  column: string,
  found: ReadonlySet<string>,
): void {
  const absent = asked?.find((rater) => !found.has(rater))
  if (absent === undefined || found.size === 0) return
  throw new Refusal(
    `${place(file, 0)}: there is no rater "${absent}" for --raters.`,
    `Column ${column} has ${[...found].join(', ')}.`,
  )
}
