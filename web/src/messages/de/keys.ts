import type { Messages } from '../en/index.ts'

export const keys: Messages['keys'] = {
  goTo: 'Gehe zu',
  typeHere: 'Tippen Sie einen Fall, eine Seite oder einen Befehl',
  placeholder: 'Ein Fall, eine Seite, ein Befehl',
  found: 'Gefunden',
  nothing: 'So heißt hier nichts.',
  hints: { screen: 'Seite', study: 'Studie', help: 'Hilfe', case: 'Fall', myCoding: 'Meine Kodierung' },
  title: 'Tasten auf dieser Seite',
  list: 'Tasten',
  everywhere: 'Überall',
  show: 'Diese Tasten zeigen',
  go: 'Zu einem Fall, einer Studie, einer Seite gehen',
  goFromField: 'Dasselbe, auch aus einem Feld heraus',
  single: 'Tasten ohne Strg oder Alt benutzen',
  singleHint: 'Schalten Sie das aus, wenn Sie diktieren oder wenn einzelne Tasten stören.',
  singleOff: 'Tasten mit nur einem Buchstaben sind ausgeschaltet.',
  andThen: 'dann',
  caps: { control: 'Strg', escape: 'Esc', space: 'Leertaste' },
}
