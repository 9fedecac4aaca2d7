export {
  type Certificate,
  type CertificateBody,
  canonicalJson,
  certificate,
  certificateBody,
  certificateNotice,
} from './certificate.ts'
export {
  type AgreementPredicate,
  type Criterion,
  type CriterionMeasure,
  type CriterionWindow,
  type CriticalErrorPredicate,
  criterion,
  criterionMeasure,
  type Predicate,
  type Preset,
  predicate,
  preset,
  type Rule,
  rule,
  type Selector,
  selector,
} from './criterion.ts'
export { selects } from './selects.ts'
export { type Figure, figure, type Judged, type Verdict, verdict } from './verdict.ts'
