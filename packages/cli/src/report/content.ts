import type { Finding } from '../agreement/compute.ts'
import type { InputSummary } from '../agreement/json.ts'
import type { AgreementRequest } from '../agreement/request.ts'
import type { WeightsFor } from '../agreement/weights.ts'
import type { Ready } from '../input/tables.ts'

/** All that a report is made of. */
export interface ReportContent {
  readonly request: AgreementRequest
  readonly sets: readonly Ready[]
  readonly input: InputSummary
  readonly findings: readonly Finding[]
  readonly remarks: readonly string[]
  readonly weights: WeightsFor | null
  readonly criterion: number | null
}
