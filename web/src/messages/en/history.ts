import { plural } from './plural.ts'

export const history = {
  intro: 'Every change in this study. It only grows; a line altered afterwards breaks the chain and is found.',
  earlier: 'Show earlier entries',
  who: 'Who',
  what: 'What',
  everybody: 'Everybody',
  everything: 'Everything',
  only: (subject: string) => `Only ${subject}`,
  broken: (entry: number | null) => `The record is broken at entry ${entry ?? 'unknown'}.`,
  brokenAdvice: 'Somebody changed the database past the application. Compare with a backup made before that entry.',
  unbroken: 'The record is unbroken.',
  sealed: (entries: number) =>
    plural(entries, {
      one: '# entry, each sealed with the fingerprint of the one before it.',
      other: '# entries, each sealed with the fingerprint of the one before it.',
    }),
  nothingFits: 'Nothing fits these filters.',
  nothingFitsAdvice: 'Take one of them away to see more.',
  columns: { number: 'No.', when: 'When', who: 'Who', what: 'What', about: 'About', detail: 'Detail' },
  became: ' became ',
  nothing: 'nothing',
  less: 'Less',
  all: 'All of it',
  theStudy: 'The study',
  codingBy: (name: string, coder: string) => `${name} by ${coder}`,
  /** What was done, as the server writes it down; undefined shows its own words. */
  action: (_action: string): string | undefined => undefined,
  /** What it was done to: `case`, `coding`. */
  kind: (kind: string): string | undefined => (kind === 'media' ? 'Recording' : undefined),
  /** A field of the detail: `contentNote`. */
  field: (_field: string): string | undefined => undefined,
}
