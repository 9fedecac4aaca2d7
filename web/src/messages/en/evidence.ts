import { plural } from './plural.ts'

/** What ratings rest on: passages and events for and against them, and the sheet that shows all of it. */
export const evidence = {
  supports: 'for',
  contradicts: 'against',
  for: (rating: string) => `Evidence for ${rating}`,
  against: (rating: string) => `Evidence against ${rating}`,
  forTitle: 'Speaks for',
  againstTitle: 'Speaks against',
  noRating: 'no rating',
  speaksAgainst: (ratings: string) => `Speaks against ${ratings}`,
  isFor: (code: string, rating: string) => `${code} speaks for ${rating}`,
  isAgainst: (code: string, rating: string) => `${code} speaks against ${rating}`,
  linkFor: (code: string) => `“${code}” speaks for it`,
  linkAgainst: (code: string) => `“${code}” speaks against it`,
  none: 'No evidence linked. Choose an annotation, then press e for evidence, a for evidence against.',
  count: (count: number) =>
    count === 0 ? 'no evidence' : plural(count, { one: '# piece of evidence', other: '# pieces of evidence' }),
  ofWanted: (count: number, wanted: number) => `${count} of ${wanted} pieces of evidence`,
  countAgainst: (count: number) => `${count} against`,
  wanted: (count: number) =>
    plural(count, {
      one: 'Asks for # annotation as evidence, for or against.',
      other: 'Asks for # annotations as evidence, for or against.',
    }),
  piece: (number: number, of: number, what: string) => `Evidence ${number} of ${of}: ${what}`,
  backAtRating: (rating: string) => `Back at ${rating}`,
  noneFor: (rating: string) => `${rating} has no evidence yet.`,
  linkedWithNothing: 'This annotation is not evidence for a rating yet.',
  missingAdvice: 'Choose one to go there. Arrow keys go through the list; n goes to the next without it.',
  keys: {
    link: 'The chosen annotation speaks for the rating, or no longer',
    linkAgainst: 'The chosen annotation speaks against the rating, or no longer',
    walk: 'From the rating to its evidence, piece by piece, and back',
  },
}
