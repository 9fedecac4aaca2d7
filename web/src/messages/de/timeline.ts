import type { Messages } from '../en/index.ts'

export const timeline: Messages['timeline'] = {
  title: 'Zeitleiste, solange sie den Fokus hat',
  keys: 'Zeitleiste. Pfeile bewegen das gewählte Ereignis um eine Zehntelsekunde, mit Umschalt um eine Sekunde; Plus und Minus zoomen.',
  closer: 'Näher',
  wider: 'Weiter weg',
  earlier: 'Früher',
  later: 'Später',
  whole: 'Alles',
  lanes: 'Spuren',
  byCode: 'nach Code',
  bySubject: 'nach Person',
  move: (code) => `${code} bewegen`,
  part: 'Was sich bewegt',
  parts: { whole: 'Ganzes Ereignis', begin: 'Beginn', end: 'Ende' },
  frame: 'Bild',
  seconds: (seconds) => `${String(seconds).replace('.', ',')} s`,
  by: (isEarlier, step) => `${step} ${isEarlier ? 'früher' : 'später'}`,
  moved: (code, begin, end) => (end ? `${code} von ${begin} bis ${end}` : `${code} bei ${begin}`),
  moveTenth: 'Das gewählte Ereignis um 0,1 s bewegen',
  moveSecond: 'Um 1 s bewegen',
  moveFrame: 'Um ein Bild (1/25 s) bewegen',
}
