import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

export const evidence: Messages['evidence'] = {
  supports: 'dafür',
  contradicts: 'dagegen',
  for: (rating) => `Belege für ${rating}`,
  against: (rating) => `Belege gegen ${rating}`,
  forTitle: 'Spricht für',
  againstTitle: 'Spricht gegen',
  noRating: 'kein Rating',
  speaksAgainst: (ratings) => `Spricht gegen ${ratings}`,
  isFor: (code, rating) => `${code} spricht für ${rating}`,
  isAgainst: (code, rating) => `${code} spricht gegen ${rating}`,
  linkFor: (code) => `„${code}“ spricht dafür`,
  linkAgainst: (code) => `„${code}“ spricht dagegen`,
  none: 'Kein Beleg verknüpft. Wählen Sie eine Annotation und drücken Sie e für einen Beleg, a für einen Gegenbeleg.',
  count: (count) => (count === 0 ? 'kein Beleg' : plural(count, { one: '# Beleg', other: '# Belege' })),
  ofWanted: (count, wanted) => `${count} von ${wanted} Belegen`,
  countAgainst: (count) => `${count} dagegen`,
  wanted: (count) =>
    plural(count, {
      one: 'Verlangt # Annotation als Beleg, dafür oder dagegen.',
      other: 'Verlangt # Annotationen als Beleg, dafür oder dagegen.',
    }),
  piece: (number, of, what) => `Beleg ${number} von ${of}: ${what}`,
  backAtRating: (rating) => `Zurück bei ${rating}`,
  noneFor: (rating) => `${rating} hat noch keinen Beleg.`,
  linkedWithNothing: 'Diese Annotation ist noch für kein Rating ein Beleg.',
  missingAdvice:
    'Wählen Sie eines, um dorthin zu gehen. Pfeiltasten gehen durch die Liste; n geht auch ohne sie zum nächsten.',
  keys: {
    link: 'Die gewählte Annotation spricht für das Rating, oder nicht mehr',
    linkAgainst: 'Die gewählte Annotation spricht gegen das Rating, oder nicht mehr',
    walk: 'Vom Rating zu seinen Belegen, einem nach dem anderen, und zurück',
  },
}
