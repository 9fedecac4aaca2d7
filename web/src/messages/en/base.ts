import { plural } from './plural.ts'

/** Words that many screens share. */
export const base = {
  cancel: 'Cancel',
  save: 'Save',
  close: 'Close',
  tryAgain: 'Try again',
  loading: 'Loading',
  yes: 'yes',
  no: 'no',
  cases: (count: number) => plural(count, { one: '# case', other: '# cases' }),
  codings: (count: number) => plural(count, { one: '# coding', other: '# codings' }),
  codes: (count: number) => plural(count, { one: '# code', other: '# codes' }),
  variables: (count: number) => plural(count, { one: '# variable', other: '# variables' }),
}
