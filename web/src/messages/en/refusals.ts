import type { RefusalCode } from '@attune/contract'

const advice: Partial<Record<RefusalCode, string>> = {
  stale: 'It was changed elsewhere in the meantime. Look at it again, then repeat your change.',
  'too-many-tries': 'Wait a minute before the next try.',
  internal: 'What was saved is safe. Try again in a moment.',
  'not-ready': 'What was saved is safe. Try again in a moment.',
  'storage-full': 'Nothing was lost, and nothing more can be saved until there is space.',
}

/** Why something was refused, and what to do. The server speaks English; its words are shown as they come. */
export const refusals = {
  offline: {
    title: 'The server cannot be reached.',
    advice: 'What was saved is safe. Check the network, then try again.',
  },
  notFound: {
    title: 'There is nothing here that you can see.',
    advice: 'It may have been removed, or it belongs to somebody else’s work.',
  },
  unexpected: {
    title: 'This screen met something unexpected.',
    advice: 'What was saved is safe. Load the page again.',
  },
  fields: 'Some fields need another look.',
  unexplained: (status: number) => `The server answered with status ${status} and no explanation.`,
  advice: (code: RefusalCode) => advice[code] ?? '',
  trace: (request: string) => `The server’s log has it as ${request}.`,
  /** What the server said, and its own words where the title does not say them already. */
  said: (_code: RefusalCode, words: string) => ({ title: words, detail: '' }),
}
