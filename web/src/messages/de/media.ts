import type { Messages } from '../en/index.ts'
import { plural } from './plural.ts'

const size = (bytes: number): string => {
  const [amount, unit] =
    bytes >= 1e9 ? [bytes / 1e9, 'GB'] : bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [Math.ceil(bytes / 1e3), 'kB']
  return `${amount.toLocaleString('de', { maximumFractionDigits: 1 })} ${unit}`
}

export const media: Messages['media'] = {
  recording: 'Aufnahme',
  play: 'Abspielen',
  pause: 'Anhalten',
  playOrPause: 'Abspielen oder anhalten',
  back: (seconds) => plural(seconds, { one: '# Sekunde zurück', other: '# Sekunden zurück' }),
  forward: (seconds) => plural(seconds, { one: '# Sekunde vor', other: '# Sekunden vor' }),
  frameBack: 'Ein Bild zurück',
  frameForward: 'Ein Bild vor',
  slower: 'Langsamer',
  faster: 'Schneller',
  rate: 'Geschwindigkeit',
  times: (rate) => `${rate.toLocaleString('de')}×`,
  loop: 'Wiederholen',
  loops: (from, to) => `Wiederholt ${from} bis ${to}.`,
  loopEnds: 'Läuft ohne Wiederholung weiter.',
  nothingToLoop: 'Wählen Sie Wörter aus, eine Stelle oder ein Ereignis, um es zu wiederholen.',
  fromTurn: 'Ab diesem Redebeitrag abspielen',
  place: 'Stelle in der Aufnahme',
  placeOf: (now, end) => `${now} von ${end}`,
  follow: 'Der Text folgt der Aufnahme',
  captions: 'Transkript',
  beginsAt: 'Beginnt bei (s)',
  beginsAtOf: (view) => `${view} beginnt bei, in Sekunden des Falls`,
  asStored: 'Wie in der Studie',
  cannotPlay: (view) =>
    `Dieser Browser kann ${view} nicht abspielen. Laden Sie die Seite neu oder versuchen Sie einen anderen Browser.`,
  drawingSound: 'Der Verlauf des Tons wird gezeichnet.',
  noOutline: 'Dieser Ton ist zu groß oder von einer Art, die sich hier nicht zeichnen lässt. Zu hören ist er trotzdem.',
  outline: (length, heard, loudest) =>
    `Verlauf von ${length} Ton: ${Math.round(heard * 100)} % sind nicht still, am lautesten bei ${loudest}.`,
  staysHere: (bytes) =>
    `bleibt auf Ihrem Rechner (${size(bytes)}). Wählen Sie die Datei; sie wird verglichen, nicht gesendet.`,
  chooseFile: 'Datei wählen',
  openAgain: (name) => `${name} wieder öffnen`,
  comparing: 'Die Datei wird verglichen.',
  otherSize: (name, bytes, wanted) =>
    `${name} ist eine andere Datei: Sie hat ${bytes} Byte, die Aufnahme hat ${wanted}.`,
  otherFile: (name) => `${name} ist eine andere Datei: gleich lang, aber nicht dieselbe. Fragen Sie nach dem Original.`,
  titles: 'Video und Ton',
  noneAdvice:
    'Ein Transkript oder Protokoll lässt sich ohne kodieren. Mit einer Aufnahme sieht oder hört man, was kodiert wird.',
  add: 'Aufnahme hinzufügen',
  file: 'Datei',
  label: 'Was sie zeigt',
  labelHint: 'Raumkamera, Gesicht des Kindes, Mikrofon. Nie ein Name.',
  keep: 'Wo sie bleibt',
  keepLab: 'Ins Labor hochgeladen',
  keepLabHint:
    'Wer den Fall kodiert, spielt sie hier ab. Aus dem Player lässt sie sich nicht speichern; ein Bildschirm lässt sich trotzdem filmen.',
  keepLocal: 'Bei den Kodierenden',
  keepLocalHint: 'Nichts wird hochgeladen. Wer kodiert, braucht eine Kopie genau dieser Datei.',
  offset: 'Beginnt bei, in Sekunden des Falls',
  offsetHint:
    '0, wenn Aufnahme und Fall zugleich beginnen; 2.5, wenn die Kamera 2,5 Sekunden später eingeschaltet wurde.',
  addIt: 'Hinzufügen',
  upload: 'Hochladen',
  uploading: 'Wird hochgeladen',
  checking: 'Die Datei wird geprüft.',
  notPlayable: 'Das ist keine Aufnahme, die Browser abspielen. Nehmen Sie MP4, WebM, Ogg, MP3, WAV oder M4A.',
  columns: { label: 'Ansicht', kind: 'Art', place: 'Bleibt', offset: 'Beginnt bei (s)', length: 'Länge' },
  video: 'Videoaufnahme',
  audio: 'Ton',
  withCoders: (bytes) => `bei den Kodierenden, ${size(bytes)}`,
  inLab: (bytes) => `im Labor, ${size(bytes)}`,
  partly: (received, whole) => `noch nicht ganz: ${size(received)} von ${size(whole)}`,
  unknownLength: 'nicht bekannt',
  deleteOne: (view) => `${view} löschen`,
  deleteTitle: (view) => `Die Aufnahme ${view} löschen?`,
  deleteIt: 'Aufnahme löschen',
  deleteLoses: 'Ihre Datei verschwindet für immer aus dem Labor. Codes und ihre Zeiten bleiben.',
  changed: 'Aufnahme geändert.',
}
