import { plural } from './plural.ts'

/** Sizes as people say them: "1.2 GB". */
const size = (bytes: number): string =>
  bytes >= 1e9
    ? `${(bytes / 1e9).toFixed(1)} GB`
    : bytes >= 1e6
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${Math.ceil(bytes / 1e3)} kB`

/** Video and audio: the player beside the text, and the recordings of a case. */
export const media = {
  recording: 'Recording',
  play: 'Play',
  pause: 'Pause',
  playOrPause: 'Play or pause',
  back: (seconds: number) => plural(seconds, { one: 'Back # second', other: 'Back # seconds' }),
  forward: (seconds: number) => plural(seconds, { one: 'Forward # second', other: 'Forward # seconds' }),
  frameBack: 'One frame back',
  frameForward: 'One frame forward',
  slower: 'Slower',
  faster: 'Faster',
  rate: 'Speed',
  times: (rate: number) => `${rate}×`,
  loop: 'Repeat',
  loops: (from: string, to: string) => `Repeats ${from} to ${to}.`,
  loopEnds: 'Goes on without repeating.',
  nothingToLoop: 'Select words, or raise a passage or event, to repeat it.',
  fromTurn: 'Play from this turn',
  place: 'Place in the recording',
  placeOf: (now: string, end: string) => `${now} of ${end}`,
  follow: 'The text follows the recording',
  captions: 'Transcript',
  beginsAt: 'Begins at (s)',
  beginsAtOf: (view: string) => `${view} begins at, in seconds of the case`,
  asStored: 'As in the study',
  cannotPlay: (view: string) => `This browser cannot play ${view}. Load the page again, or try another browser.`,
  drawingSound: 'The outline of the sound is being drawn.',
  noOutline: 'This sound is too large, or of a kind, to be drawn here. It can still be heard.',
  outline: (length: string, heard: number, loudest: string) =>
    `Outline of ${length} of sound: ${Math.round(heard * 100)} % is not silent, loudest at ${loudest}.`,
  staysHere: (bytes: number) => `stays on your computer (${size(bytes)}). Choose its file; it is compared, not sent.`,
  chooseFile: 'Choose the file',
  openAgain: (name: string) => `Open ${name} again`,
  comparing: 'The file is being compared.',
  otherSize: (name: string, bytes: number, wanted: number) =>
    `${name} is another file: it has ${bytes} bytes, the recording has ${wanted}.`,
  otherFile: (name: string) => `${name} is another file: as long, but not the same. Ask for the original.`,
  titles: 'Video and audio',
  noneAdvice: 'A transcript or record can be coded without. Add one to see or hear what is coded.',
  add: 'Add a recording',
  file: 'File',
  label: 'What it shows',
  labelHint: 'Room camera, infant’s face, microphone. Never a name.',
  keep: 'Where it stays',
  keepLab: 'Uploaded to the lab',
  keepLabHint: 'Coders of this case play it here. It cannot be saved from the player; a screen can still be filmed.',
  keepLocal: 'With the coders',
  keepLocalHint: 'Nothing is uploaded. Every coder needs a copy of this very file.',
  offset: 'Begins at, in seconds of the case',
  offsetHint: '0 where the recording and the case begin together; 2.5 if the camera was started 2.5 seconds later.',
  addIt: 'Add',
  upload: 'Upload',
  uploading: 'Uploading',
  checking: 'The file is being checked.',
  notPlayable: 'This is no recording that browsers play. Use MP4, WebM, Ogg, MP3, WAV or M4A.',
  columns: { label: 'View', kind: 'Kind', place: 'Stays', offset: 'Begins at (s)', length: 'Length' },
  video: 'Video',
  audio: 'Audio',
  withCoders: (bytes: number) => `with the coders, ${size(bytes)}`,
  inLab: (bytes: number) => `in the lab, ${size(bytes)}`,
  partly: (received: number, whole: number) => `not yet whole: ${size(received)} of ${size(whole)}`,
  unknownLength: 'not known',
  deleteOne: (view: string) => `Delete ${view}`,
  deleteTitle: (view: string) => `Delete the recording ${view}?`,
  deleteIt: 'Delete the recording',
  deleteLoses: 'Its file goes from the lab for good. Codes and their times stay.',
  changed: 'Recording changed.',
}
