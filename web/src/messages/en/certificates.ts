import { plural } from './plural.ts'

const count = (number: number) => plural(number, { one: '# certificate', other: '# certificates' })

/** Certificates of reliability: the list, the page that is printed, taking one back. */
export const certificates = {
  title: 'Certificates',
  one: 'Certificate',
  intro: 'Each says that a rule was met on a set of cases in this lab. What ended stays in the record.',
  summary: (part: { all: number; valid: number; soon: number }) => {
    const head =
      part.all === part.valid ? `${count(part.all)}, all valid.` : `${part.valid} of ${count(part.all)} valid.`
    return part.soon === 0 ? head : `${head} ${count(part.soon)} will expire within 60 days.`
  },
  none: 'No certificate has been issued yet.',
  noneAdvice:
    'One is issued when somebody meets the criterion of a training set that gives certificates, and the result is released.',
  noneFits: 'No certificate fits these words.',
  noneFitsAdvice: 'Change the search or the state above to see more.',
  search: 'Search',
  searchHint: 'Person, set or rule',
  state: 'State',
  everyState: 'Every state',
  shown: (shown: number, all: number) => (shown === all ? count(all) : `${shown} of ${count(all)}`),
  table: 'Certificates of this study',
  columns: { person: 'Person', set: 'Training set', criterion: 'Rule', issued: 'Issued', expires: 'Expires' },
  states: { valid: 'Valid', expired: 'Expired', revoked: 'Revoked', replaced: 'Replaced' },
  never: 'Does not expire',
  open: (person: string, set: string) => `Certificate of ${person} for ${set}`,
  endedBy: (part: { at: string; by: string; reason: string }) => `${part.at}, ${part.by}: ${part.reason}`,
  newer: 'See the certificate in its place',
  older: 'See the earlier certificate',
  revoke: 'Revoke',
  revokeTitle: (person: string) => `Revoke the certificate of ${person}?`,
  revokeHint:
    'It stays in the record and says on its face that it was revoked, by whom, and why. A revoked certificate cannot be made valid again.',
  revokeIt: 'Revoke the certificate',
  revoked: 'Certificate revoked.',
  reason: 'Reason',
  reasonHint: 'The person it belongs to reads it too.',
  print: 'Print',
  printKey: 'Print the certificate',
  save: 'Save as JSON',
  attempt: 'See the attempt',
  paper: {
    heading: 'Certificate of coding reliability',
    issuedTo: 'This certifies that',
    met: (part: { set: string; cases: number; isBlind: boolean }) =>
      `met the criterion below on the training set “${part.set}”, ${plural(part.cases, {
        one: '# case',
        other: '# cases',
      })} coded ${part.isBlind ? 'blind to the master coding and to case information' : 'with parts known beforehand'}.`,
    criterion: 'Criterion',
    modelledOn: (words: string, source: string) =>
      `Modelled on ${words}${source ? `; source: ${source}` : ''}. Nobody there has approved it.`,
    figures: 'Figures',
    figuresTable: 'Agreement with the master coding',
    noFigures: 'No figures are stored with this certificate.',
    dates: 'Dates and origin',
    codebook: 'Codebook',
    codebookVersion: (title: string, number: string) => `${title}, version ${number}`,
    fingerprintOf: 'SHA-256 of the codebook',
    study: 'Study',
    attempt: 'Attempt',
    attemptFinished: (number: number, day: string) => `No. ${number}, finished ${day}`,
    issued: 'Issued',
    issuedBy: (day: string, person: string) => `${day} by ${person}`,
    expires: 'Valid until',
    neverExpires: 'No date of expiry',
    program: 'Computed with',
    programVersion: (version: string) => `Attune ${version}`,
    number: 'Certificate no.',
    verify: 'How to check it',
    verifyWords: (command: string) =>
      `Anybody can check it without a network: save the certificate as JSON and run “${command}”. The checksum shows that no letter was changed, the signature that this lab’s server wrote it. Compare the fingerprint with the one the lab names.`,
    checksum: 'SHA-256 checksum',
    key: 'Fingerprint of the lab’s Ed25519 key',
    fits: 'Checked in this browser: the checksum fits what stands here.',
    fitsNot:
      'The checksum does not fit what stands here. Do not rely on this page; ask the lab for the certificate again.',
    notice:
      'This certificate says that a rule was met on a set of cases in this lab. It is not an accreditation by the owner of an instrument.',
    band: {
      expired: (day: string) => `Expired ${day}`,
      revoked: (day: string) => `Revoked ${day}`,
      replaced: (day: string) => `Replaced ${day}`,
    },
    bandAdvice: {
      expired: () => 'It shows what was met then. It is no longer valid.',
      revoked: (by: string, reason: string) => `By ${by}: ${reason} It is not valid.`,
      replaced: (by: string, reason: string) => `By ${by}: ${reason} A newer certificate counts in its place.`,
    },
    rescored: (day: string, reason: string) => `The attempt was scored again ${day}: ${reason}`,
    replaces: 'This certificate replaces an earlier one; the figures here are the later ones.',
    laterFigures: 'The figures here are the later ones.',
  },
}
