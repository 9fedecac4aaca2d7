import type { Role } from '@attune/contract'

/**
 * Who may do what, written down from the requirements of the product and not from the code: this table is the second pair of
 * eyes. It names roles in the very study that a request is about.
 */
export type Requirement = {
  /** No session is needed. */
  readonly anybody?: true
  /** Any open session will do. */
  readonly account?: true
  readonly owner?: true
  readonly roles?: readonly Role[]
  /** The coder whose coding it is, whatever the role. */
  readonly itsCoder?: true
  /** Whose attempt or certificate it is, whatever the role. */
  readonly itsTrainee?: true
  /** Whoever is let in is told which id does not belong to the study, in the same words whether or not another study has it. */
  readonly namesWrongIds?: true
  /** Somebody who is let in may still find nothing there (a link nobody made, another person's session). */
  readonly mayFindNothing?: true
}

const anybody = { anybody: true } as const
const link = { anybody: true, mayFindNothing: true } as const
const account = { account: true } as const
const everyMember = { roles: ['pi', 'trainer', 'coder', 'trainee'] } as const
const supervisors = { roles: ['pi', 'trainer'] } as const
const pi = { roles: ['pi'] } as const

export const requirements: Readonly<Record<string, Requirement>> = {
  // The door: what one must see to sign in, and what a secret link opens.
  readHealth: anybody,
  readLab: anybody,
  readOpenApi: anybody,
  signIn: anybody,
  setUpLab: link,
  readInvitation: link,
  acceptInvitation: link,
  usePasswordReset: link,

  // One's own account.
  signOut: account,
  readMe: account,
  openOutbox: account,
  changePassword: account,
  listMySessions: account,
  endMySession: { account: true, mayFindNothing: true },
  joinStudy: { account: true, mayFindNothing: true },

  // The lab: its owner creates studies and has no eyes in them, but knows whose accounts there are and which studies they are in.
  createStudy: { owner: true },
  listAccounts: { owner: true },
  disableAccount: { owner: true },
  enableAccount: { owner: true },
  addDemo: { owner: true },
  deleteDemo: { account: true, mayFindNothing: true },

  // The study as such: members know its name and lines; only a pi changes it.
  readStudy: everyMember,
  changeStudy: pi,
  deleteStudy: pi,
  changeRole: pi,
  endMembership: pi,

  // People, progress and history tell of others: for supervisors.
  listPeople: supervisors,
  invite: supervisors,
  withdrawInvitation: supervisors,
  makePasswordReset: supervisors,
  readProgress: supervisors,
  readHistory: supervisors,

  // Cases carry their hidden information: for supervisors. Blind coders get theirs inside their own coding.
  listCases: supervisors,
  createCase: supervisors,
  readCase: supervisors,
  changeCase: supervisors,
  deleteCase: supervisors,
  importMaterials: supervisors,
  readMaterial: supervisors,
  saveObservationRecord: supervisors,
  listCodebooks: supervisors,
  readCodebook: supervisors,
  addCodebook: supervisors,

  // Recordings: supervisors look after them; a coder gets those of the case that he or she codes.
  listCaseMedia: supervisors,
  addMedia: supervisors,
  changeMedia: supervisors,
  deleteMedia: supervisors,
  sendMediaPart: supervisors,
  finishMedia: supervisors,
  listCodingMedia: { ...supervisors, itsCoder: true },
  playMedia: { ...supervisors, itsCoder: true, mayFindNothing: true },

  // Codings: one's own; supervisors read all and write none but their own.
  listMyCodings: everyMember,
  openCoding: { ...supervisors, itsCoder: true },
  readCodingHistory: { ...supervisors, itsCoder: true },
  saveChange: { itsCoder: true },
  submitCoding: { itsCoder: true },
  reopenCoding: supervisors,
  assignCodings: supervisors,
  withdrawCoding: supervisors,

  // Masters and agreement would give the answers away.
  listMasters: supervisors,
  markMaster: supervisors,
  unmarkMaster: supervisors,
  readReliability: supervisors,
  readConfusion: supervisors,
  readPair: supervisors,
  readCoderMatrix: supervisors,
  exportResults: supervisors,
  exportRatingsLong: supervisors,
  exportRatingsWide: supervisors,
  exportAnnotations: supervisors,
  exportEvents: supervisors,
  exportIntervals: supervisors,
  exportEpisodes: supervisors,
  exportConfusion: supervisors,
  exportReport: supervisors,
  exportScript: supervisors,

  // Training sets hold the cases of a test, and who may still be tested with them.
  listPresets: account,
  listTrainingSets: supervisors,
  createTrainingSet: { ...supervisors, namesWrongIds: true },
  readTrainingSet: supervisors,
  changeTrainingSet: supervisors,
  deleteTrainingSet: supervisors,
  openTrainingSet: supervisors,
  closeTrainingSet: supervisors,
  copyTrainingSet: supervisors,
  withdrawTrainingCase: supervisors,
  enrolTrainees: supervisors,
  endEnrolment: supervisors,
  readExposure: supervisors,
  readChanceToPass: supervisors,

  // One's own training: what a set lets one know of it, and nothing of a set that one was not given.
  readMyTraining: everyMember,
  readMyProgress: everyMember,
  startAttempt: { ...everyMember, mayFindNothing: true },
  requestAttempt: { ...everyMember, mayFindNothing: true },
  readAttempt: { itsTrainee: true },
  readFeedback: { itsTrainee: true, mayFindNothing: true },
  writeReflection: { itsTrainee: true },

  // The desk: every answer beside the master's.
  readCohort: supervisors,
  readItemAnalysis: supervisors,
  readAttemptReview: supervisors,
  readCaseReview: supervisors,
  commentSubmission: supervisors,
  releaseFeedback: supervisors,
  decideRequest: supervisors,
  reopenAttempt: supervisors,
  rescoreAttempt: supervisors,
  readTraineeProgress: supervisors,
  exportComparisons: supervisors,
  exportCohort: supervisors,
  exportItems: supervisors,
  exportAttempts: supervisors,

  // Certificates name no case and no code.
  readSigningKey: anybody,
  listCertificates: supervisors,
  readCertificate: { ...supervisors, itsTrainee: true },
  exportCertificate: { ...supervisors, itsTrainee: true },
  revokeCertificate: pi,

  // Whom a plan watches must not know which of the cases are there to watch.
  listDriftPlans: supervisors,
  createDriftPlan: supervisors,
  endDriftPlan: supervisors,
  suggestCharts: supervisors,
  readDrift: supervisors,
  recalibrate: supervisors,
  exportDrift: supervisors,
}
