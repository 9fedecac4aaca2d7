import type { Messages } from '../en/index.ts'

export const training: Messages['training'] = {
  screen: 'Training',
  policies: { practice: 'Übung', check: 'Zwischenprüfung', test: 'Test' },
  shows: {
    practice: 'Nach jedem Fall sehen Trainees ihn neben der Masterkodierung, Urteil für Urteil.',
    check: 'Nach dem letzten Fall sehen Trainees jeden Fall neben der Masterkodierung, Urteil für Urteil.',
    test: {
      scores:
        'Trainees erfahren, ob das Kriterium erfüllt ist, und die Zahlen; nie ein einzelnes Urteil, nie einen Mastercode.',
      only: 'Trainees erfahren, ob das Kriterium erfüllt ist, und sonst nichts.',
    },
  },
  states: { draft: 'Entwurf', open: 'Offen', closed: 'Geschlossen' },
}
