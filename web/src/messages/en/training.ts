/** Sets of cases to be trained with, and the rules to be met on them. */
export const training = {
  screen: 'Training',
  /** How much trainees learn, and when. */
  policies: { practice: 'Practice', check: 'Check', test: 'Test' },
  shows: {
    practice: 'After each case trainees see it beside the master coding, item by item.',
    check: 'After the last case trainees see every case beside the master coding, item by item.',
    test: {
      scores: 'Trainees learn whether the criterion is met and the figures; never an item, never a master code.',
      only: 'Trainees learn whether the criterion is met and nothing else.',
    },
  },
  states: { draft: 'Draft', open: 'Open', closed: 'Closed' },
}
