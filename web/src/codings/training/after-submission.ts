import { readAttempt, type Workspace } from '@attune/contract'
import { call } from '../../base/call.ts'

/** Where one goes after submitting in training: to the feedback of the case if it is there already, else to the attempt. */
export async function afterSubmission(study: string, training: NonNullable<Workspace['training']>): Promise<string> {
  const attempt = `/studies/${study}/attempts/${training.attempt}`
  if (training.feedback !== 'practice') return attempt
  const view = await call(readAttempt, { study, attempt: training.attempt }).catch(() => null)
  const isReady = view?.cases.some((one) => one.position === training.position && one.feedback === 'ready')
  return isReady ? `${attempt}/cases/${training.position}` : attempt
}
