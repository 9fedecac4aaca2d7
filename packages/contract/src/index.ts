import * as accounts from './accounts.ts'
import * as cases from './cases.ts'
import * as certificates from './certificates.ts'
import * as codebooks from './codebooks.ts'
import * as codings from './codings.ts'
import * as drift from './drift.ts'
import type { Endpoint } from './endpoint.ts'
import * as lab from './lab.ts'
import * as materials from './materials.ts'
import * as media from './media.ts'
import * as people from './people.ts'
import * as reliability from './reliability.ts'
import * as reliabilityFiles from './reliability-files.ts'
import * as reliabilityPairs from './reliability-pairs.ts'
import * as studies from './studies.ts'
import * as trainingAttempts from './training-attempts.ts'
import * as trainingDesk from './training-desk.ts'
import * as trainingSets from './training-sets.ts'

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'access' in value && 'path' in value
}

/** Every endpoint by name: the server serves exactly these, the description and the access test list them. */
export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  [
    ...[lab, people, accounts, studies, codebooks, cases, materials, media, codings],
    ...[reliability, reliabilityPairs, reliabilityFiles, trainingSets, trainingAttempts],
    ...[trainingDesk, certificates, drift],
  ]
    .flatMap((module) => Object.entries(module))
    .filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1])),
)

export type { Account } from './accounts.ts'
export { account, disableAccount, enableAccount, listAccounts } from './accounts.ts'
export type { BlindCase, StudyCase } from './cases.ts'
export { blindCase, changeCase, createCase, deleteCase, listCases, readCase, studyCase } from './cases.ts'
export type { CertificateHead } from './certificates.ts'
export {
  certificateHead,
  exportCertificate,
  listCertificates,
  readCertificate,
  readSigningKey,
  revokeCertificate,
} from './certificates.ts'
export type { CodebookVersion } from './codebooks.ts'
export { addCodebook, codebookVersion, listCodebooks, readCodebook } from './codebooks.ts'
export type {
  Annotation,
  AnnotationInput,
  Change,
  ChangeAnswer,
  CodingHead,
  Declaration,
  EpisodeMark,
  IntervalMark,
  Master,
  Rating,
  Workspace,
} from './codings.ts'
export {
  annotation,
  annotationInput,
  assignCodings,
  change,
  changeAnswer,
  codingHead,
  declaration,
  episodeMark,
  intervalMark,
  listMasters,
  listMyCodings,
  markMaster,
  master,
  memo,
  openCoding,
  rating,
  readCodingHistory,
  reopenCoding,
  saveChange,
  submitCoding,
  unmarkMaster,
  withdrawCoding,
  workspace,
} from './codings.ts'
export type { ChartPromise, ChartSettings, DriftChart, DriftPlan, WatchedCoder } from './drift.ts'
export {
  createDriftPlan,
  driftChart,
  driftPlan,
  endDriftPlan,
  exportDrift,
  listDriftPlans,
  readDrift,
  recalibrate,
  suggestCharts,
} from './drift.ts'
export type {
  Access,
  Body,
  BodyInput,
  Endpoint,
  FileReply,
  Parameters,
  Query,
  QueryInput,
  Reply,
  StreamReply,
} from './endpoint.ts'
export { isFileReply, isStreamReply } from './endpoint.ts'
export { addDemo, deleteDemo, demoPerson, lab, readHealth, readLab, readOpenApi, setUpLab } from './lab.ts'
export type {
  EpisodeSpan,
  ImportFault,
  ImportItem,
  ImportReport,
  Mark,
  Material,
  ObservationRecord,
  RecordEvent,
  Transcript,
  Turn,
} from './materials.ts'
export {
  episodeSpan,
  importFault,
  importItem,
  importMaterials,
  importReport,
  mark,
  material,
  observationRecord,
  readMaterial,
  recordEvent,
  saveObservationRecord,
  transcript,
  turn,
} from './materials.ts'
export type { CaseMedia, MediaTrack, MediaType } from './media.ts'
export {
  addMedia,
  caseMedia,
  changeMedia,
  deleteMedia,
  finishMedia,
  listCaseMedia,
  listCodingMedia,
  mediaPartSize,
  mediaTrack,
  mediaType,
  playMedia,
  sendMediaPart,
} from './media.ts'
export { containerOf } from './media-container.ts'
export type { Me, Member, Person } from './people.ts'
export {
  acceptInvitation,
  changePassword,
  changeRole,
  endMembership,
  endMySession,
  invitation,
  invite,
  joinStudy,
  listMySessions,
  listPeople,
  makePasswordReset,
  me,
  member,
  membership,
  openOutbox,
  person,
  readInvitation,
  readMe,
  session,
  signIn,
  signOut,
  usePasswordReset,
  withdrawInvitation,
} from './people.ts'
export type { Role } from './primitives.ts'
export { caseId, login, password, role, text } from './primitives.ts'
export type { FieldFault, RefusalCode, RefusalReply } from './refusals.ts'
export { fieldFault, refusalReply, refusalStatus } from './refusals.ts'
export type { AgreementResult, ComparedCase, Comparison, Rater, ReliabilityQuery } from './reliability.ts'
export { agreementResult, comparison, rater, readConfusion, readReliability, reliabilityQuery } from './reliability.ts'
export {
  exportAnnotations,
  exportConfusion,
  exportEpisodes,
  exportEvents,
  exportIntervals,
  exportRatingsLong,
  exportRatingsWide,
  exportReport,
  exportResults,
  exportScript,
} from './reliability-files.ts'
export type { KappaCompany, ScoreDifferences } from './reliability-pairs.ts'
export { readCoderMatrix, readPair } from './reliability-pairs.ts'
export type { Study } from './studies.ts'
export {
  changeStudy,
  createStudy,
  criteria,
  deleteStudy,
  historyEntry,
  progress,
  readHistory,
  readProgress,
  readStudy,
  study,
} from './studies.ts'
export type {
  AttemptHead,
  AttemptResult,
  AttemptView,
  CaseFeedback,
  ComparedRating,
  MySet,
  MyTraining,
  TrainingProgress,
} from './training-attempts.ts'
export {
  attemptHead,
  attemptResult,
  attemptView,
  caseFeedback,
  mySet,
  myTraining,
  readAttempt,
  readFeedback,
  readMyProgress,
  readMyTraining,
  requestAttempt,
  startAttempt,
  trainingProgress,
  writeReflection,
} from './training-attempts.ts'
export type { CohortCell, ItemAnalysis } from './training-desk.ts'
export {
  cohortCell,
  commentSubmission,
  decideRequest,
  exportAttempts,
  exportCohort,
  exportComparisons,
  exportItems,
  itemAnalysis,
  readAttemptReview,
  readCaseReview,
  readCohort,
  readItemAnalysis,
  readTraineeProgress,
  releaseFeedback,
  reopenAttempt,
  rescoreAttempt,
} from './training-desk.ts'
export type {
  ChanceToPass,
  CriterionLabels,
  Exposure,
  FeedbackPolicy,
  TrainingScope,
  TrainingSet,
  TrainingSetInput,
} from './training-sets.ts'
export {
  chanceToPass,
  changeTrainingSet,
  closeTrainingSet,
  copyTrainingSet,
  createTrainingSet,
  criterionLabels,
  deleteTrainingSet,
  endEnrolment,
  enrolTrainees,
  exposure,
  feedbackPolicy,
  listPresets,
  listTrainingSets,
  openTrainingSet,
  readChanceToPass,
  readExposure,
  readTrainingSet,
  trainingScope,
  trainingSet,
  trainingSetInput,
  withdrawTrainingCase,
} from './training-sets.ts'
