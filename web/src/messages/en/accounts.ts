import { plural } from './plural.ts'

export const accounts = {
  title: 'Accounts',
  intro: 'Everybody who has an account in this lab. What is in a study only its members see.',
  counted: (all: number, disabled: number) => {
    const total = plural(all, { one: '# account', other: '# accounts' })
    return disabled === 0 ? total : `${total}, ${disabled} disabled`
  },
  find: 'Find by name or study',
  noneFound: 'No account fits.',
  noneFoundAdvice: 'Type another name or study.',
  owner: 'Owner of the lab',
  inStudy: (study: string, role: string) => `${study}: ${role}`,
  noStudy: 'In no study',
  onlyPi: 'the only one who can sign in',
  seen: 'Last seen',
  notSeen: 'Not seen yet',
  disabled: 'Disabled',
  disabledSince: (day: string) => `Disabled since ${day}`,
  disable: 'Disable',
  disableOf: (name: string) => `Disable the account of ${name}`,
  disableTitle: (name: string) => `Disable the account of ${name}?`,
  disableEnds: (name: string) =>
    `${name} is signed out everywhere at once and cannot sign in. Open password links, and links and invitations that ${name} made, stop working for good.`,
  disableKeeps:
    'Codings, scores, certificates and history stay under the name. Work that waits stays assigned; a supervisor can take back under Progress what was not begun.',
  leavesStudies: (name: string, studies: string) =>
    `Without ${name} nobody who can sign in is principal investigator of ${studies}`,
  leavesStudiesAdvice:
    'Nobody can change roles or settings there until the account is enabled. Where there is time, have that role given to somebody else first.',
  hasBeenDisabled: (name: string) => `The account of ${name} is disabled.`,
  enable: 'Enable',
  enableOf: (name: string) => `Enable the account of ${name}`,
  enableTitle: (name: string) => `Enable the account of ${name}?`,
  enableGives: (name: string) =>
    `${name} can sign in again, with the password the account had, and has the same roles as before. Sessions and links do not come back.`,
  enableAdvice:
    'If somebody else may know that password, have a supervisor make a reset link under People right afterwards.',
  hasBeenEnabled: (name: string) => `The account of ${name} is enabled.`,
}
