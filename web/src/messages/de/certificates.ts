import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

const count = (number: number) => plural(number, { one: '# Zertifikat', other: '# Zertifikate' })

export const certificates: Messages['certificates'] = {
  title: 'Zertifikate',
  one: 'Zertifikat',
  intro:
    'Jedes sagt, dass in diesem Labor eine Regel an einem Satz von Fällen erfüllt wurde. Auch was nicht mehr gilt, bleibt verzeichnet.',
  summary: ({ all, valid, soon }) => {
    const head =
      all === valid
        ? plural(all, { one: '# Zertifikat, es ist gültig.', other: '# Zertifikate, alle gültig.' })
        : `${valid} von ${plural(all, { one: '# Zertifikat', other: '# Zertifikaten' })} gültig.`
    return soon === 0
      ? head
      : `${head} ${plural(soon, { one: '# Zertifikat läuft', other: '# Zertifikate laufen' })} in den nächsten 60 Tagen ab.`
  },
  none: 'Noch wurde kein Zertifikat ausgestellt.',
  noneAdvice:
    'Eines entsteht, wenn jemand das Kriterium eines Trainingssets erfüllt, das Zertifikate vergibt, und das Ergebnis freigegeben ist.',
  noneFits: 'Kein Zertifikat passt dazu.',
  noneFitsAdvice: 'Ändern Sie oben die Suche oder den Stand, um mehr zu sehen.',
  search: 'Suche',
  searchHint: 'Person, Set oder Regel',
  state: 'Stand',
  everyState: 'Jeder Stand',
  shown: (shown, all) =>
    shown === all ? count(all) : `${shown} von ${plural(all, { one: '# Zertifikat', other: '# Zertifikaten' })}`,
  table: 'Zertifikate dieser Studie',
  columns: { person: 'Person', set: 'Trainingsset', criterion: 'Regel', issued: 'Ausgestellt', expires: 'Gültig bis' },
  states: { valid: 'Gültig', expired: 'Abgelaufen', revoked: 'Widerrufen', replaced: 'Ersetzt' },
  never: 'Unbefristet',
  open: (person, set) => `Zertifikat von ${person} für ${set}`,
  endedBy: ({ at, by, reason }) => `${at}, ${by}: ${reason}`,
  newer: 'Zum Zertifikat an seiner Stelle',
  older: 'Zum früheren Zertifikat',
  revoke: 'Widerrufen',
  revokeTitle: (person) => `Das Zertifikat von ${person} widerrufen?`,
  revokeHint:
    'Es bleibt verzeichnet und trägt sichtbar, dass es widerrufen ist, von wem und warum. Ein widerrufenes Zertifikat wird nicht wieder gültig.',
  revokeIt: 'Zertifikat widerrufen',
  revoked: 'Zertifikat widerrufen.',
  reason: 'Grund',
  reasonHint: 'Auch die Person, der es gehört, liest ihn.',
  print: 'Drucken',
  printKey: 'Das Zertifikat drucken',
  save: 'Als JSON sichern',
  attempt: 'Zum Versuch',
  paper: {
    heading: 'Zertifikat über Kodierreliabilität',
    issuedTo: 'Hiermit wird bescheinigt:',
    met: ({ set, cases, isBlind }) =>
      `hat das folgende Kriterium am Trainingsset „${set}“ erfüllt: ${plural(cases, {
        one: '# Fall',
        other: '# Fälle',
      })}, kodiert ${isBlind ? 'ohne Kenntnis der Masterkodierung und der Fallinformationen' : 'mit teilweiser Kenntnis vorab'}.`,
    criterion: 'Kriterium',
    modelledOn: (words, source) =>
      `Angelehnt an: ${words}${source ? `; Quelle: ${source}` : ''}. Niemand dort hat es gebilligt.`,
    figures: 'Zahlen',
    figuresTable: 'Übereinstimmung mit der Masterkodierung',
    noFigures: 'Mit diesem Zertifikat sind keine Zahlen gespeichert.',
    dates: 'Daten und Herkunft',
    codebook: 'Codebuch',
    codebookVersion: (title, number) => `${title}, Version ${number}`,
    fingerprintOf: 'SHA-256 des Codebuchs',
    study: 'Studie',
    attempt: 'Versuch',
    attemptFinished: (number, day) => `Nr. ${number}, abgeschlossen ${day}`,
    issued: 'Ausgestellt',
    issuedBy: (day, person) => `${day} von ${person}`,
    expires: 'Gültig bis',
    neverExpires: 'Ohne Ablaufdatum',
    program: 'Berechnet mit',
    programVersion: (version) => `Attune ${version}`,
    number: 'Zertifikat Nr.',
    verify: 'So lässt es sich prüfen',
    verifyWords: (command) =>
      `Prüfen kann es jede Person ohne Netz: das Zertifikat als JSON sichern und „${command}“ ausführen. Die Prüfsumme zeigt, dass kein Zeichen verändert wurde, die Signatur, dass der Server dieses Labors es geschrieben hat. Vergleichen Sie den Fingerabdruck mit dem, den das Labor nennt.`,
    checksum: 'Prüfsumme SHA-256',
    key: 'Fingerabdruck des Ed25519-Schlüssels des Labors',
    fits: 'In diesem Browser geprüft: Die Prüfsumme passt zu dem, was hier steht.',
    fitsNot:
      'Die Prüfsumme passt nicht zu dem, was hier steht. Verlassen Sie sich nicht auf diese Seite; bitten Sie das Labor noch einmal um das Zertifikat.',
    notice:
      'Dieses Zertifikat sagt, dass in diesem Labor eine Regel an einem Satz von Fällen erfüllt wurde. Es ist keine Akkreditierung durch die Inhaber eines Instruments.',
    band: {
      expired: (day) => `Abgelaufen am ${day}`,
      revoked: (day) => `Widerrufen am ${day}`,
      replaced: (day) => `Ersetzt am ${day}`,
    },
    bandAdvice: {
      expired: () => 'Es zeigt, was damals erfüllt war. Es gilt nicht mehr.',
      revoked: (by, reason) => `Von ${by}: ${reason} Es gilt nicht.`,
      replaced: (by, reason) => `Von ${by}: ${reason} An seiner Stelle gilt ein neueres Zertifikat.`,
    },
    rescored: (day, reason) => `Der Versuch wurde am ${day} neu ausgewertet: ${reason}`,
    replaces: 'Dieses Zertifikat ersetzt ein früheres; die Zahlen hier sind die späteren.',
    laterFigures: 'Die Zahlen hier sind die späteren.',
  },
}
