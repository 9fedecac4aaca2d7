import type { Messages } from '../en/index.ts'

export const transcripts: Messages['transcripts'] = {
  transcript: 'Transkript',
  turn: (number) => `Beitrag ${number}`,
  ofTurns: (count) => `von ${count}`,
  place: (from, to) => (from === to ? `Redebeitrag ${from}` : `Redebeiträge ${from} bis ${to}`),
  caretMode: 'Schreibmarke: Umschalt und Pfeile wählen aus, Esc verlässt den Text',
  notCoded: 'Nicht kodiert',
  coded: (codes: string) => `Kodiert: ${codes}.`,
  grows: { word: 'Ganze Wörter', sentence: 'Ganze Sätze', turn: 'Ganze Beiträge' },
  growsHint: 'Wie das Codebuch es verlangt. Aus mit Alt+S, oder halten Sie Alt, während Sie mit der Maus auswählen.',
  growsOn: 'Auswahlen wachsen auf ganze Einheiten.',
  growsOff: 'Auswahlen bleiben genau so, wie Sie sie machen.',
  codeTurn: 'Beitrag kodieren',
  caretEntered: 'Schreibmarke im Text. Umschalt und Pfeile wählen aus; Escape verlässt ihn.',
  caretLeft: 'Zurück bei den Redebeiträgen',
  codeSelected: 'Die ausgewählten Wörter kodieren',
  codeForSelected: 'Code für die ausgewählten Wörter',
  allCodes: 'Alle Codes',
  newBordersOf: (code) => `Neue Grenzen für ${code}`,
}
