/** Reading and selecting in a transcript. */
export const transcripts = {
  transcript: 'Transcript',
  turn: (number: number) => `Turn ${number}`,
  ofTurns: (count: number) => `of ${count}`,
  /** In a sentence: "turn 12", "turns 12 to 14". */
  place: (from: number, to: number) => (from === to ? `turn ${from}` : `turns ${from} to ${to}`),
  caretMode: 'Caret mode: Shift and arrows select, Esc leaves',
  notCoded: 'Not coded',
  coded: (codes: string) => `Coded: ${codes}.`,
  /** What a selection grows to. */
  grows: { word: 'Whole words', sentence: 'Whole sentences', turn: 'Whole turns' },
  growsHint: 'As the codebook asks. Off with Alt+S, or hold Alt while you select with the mouse.',
  growsOn: 'Selections grow to whole units.',
  growsOff: 'Selections stay exactly as you make them.',
  codeTurn: 'Code this turn',
  caretEntered: 'Caret in the text. Shift and arrows select; Escape leaves.',
  caretLeft: 'Back among the turns',
  codeSelected: 'Code the selected words',
  codeForSelected: 'Code for the selected words',
  allCodes: 'All codes',
  newBordersOf: (code: string) => `New borders of ${code}`,
}
