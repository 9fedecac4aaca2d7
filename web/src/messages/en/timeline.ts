/** The timeline of an observation: what it shows, and moving events on it. */
export const timeline = {
  title: 'Timeline, while it has the focus',
  keys: 'Timeline. Arrows move the chosen event by a tenth of a second, with Shift by a second; plus and minus zoom.',
  closer: 'Closer',
  wider: 'Wider',
  earlier: 'Earlier',
  later: 'Later',
  whole: 'Everything',
  lanes: 'Lanes',
  byCode: 'by code',
  bySubject: 'by subject',
  move: (code: string) => `Move ${code}`,
  part: 'What moves',
  parts: { whole: 'Whole event', begin: 'Beginning', end: 'End' },
  frame: 'frame',
  seconds: (seconds: number) => `${seconds} s`,
  by: (isEarlier: boolean, step: string) => `${step} ${isEarlier ? 'earlier' : 'later'}`,
  moved: (code: string, begin: string, end: string) =>
    end ? `${code} from ${begin} to ${end}` : `${code} at ${begin}`,
  moveTenth: 'Move the chosen event by 0.1 s',
  moveSecond: 'Move it by 1 s',
  moveFrame: 'Move it by a frame (1/25 s)',
}
