import {
  type Codebook,
  checkCodeValue,
  checkValue,
  findCode,
  findVariable,
  type Slot,
  slotKey,
  slotsOf,
} from '@attune/codebooks'
import type { AnnotationInput, Change, FieldFault } from '@attune/contract'
import { Refusal } from '../base/refusal.ts'

/** What a change is held against. `characters` is null where the material is no transcript. */
export type ChangeContext = {
  readonly codebook: Codebook
  readonly targets: readonly string[]
  readonly characters: number | null
  readonly isObservation: boolean
}

function slotFaults(context: ChangeContext, slot: Slot, path: string): FieldFault[] {
  const key = slotKey(slot)
  if (slotsOf(context.codebook, context.targets).some((known) => slotKey(known) === key)) return []
  return [{ path, message: `${key} is nothing to be rated in this case with this codebook.` }]
}

function segmentFaults(context: ChangeContext, annotation: AnnotationInput): FieldFault[] {
  if (annotation.unit !== 'segment') return []
  if (context.characters === null) return [{ path: 'annotation.unit', message: 'This case has no transcript to mark.' }]
  const { start, end } = annotation
  if (start < end && end <= context.characters) return []
  return [
    {
      path: 'annotation.end',
      message: `The segment ${start}-${end} does not lie in the ${context.characters} characters of the text.`,
    },
  ]
}

function eventFaults(context: ChangeContext, annotation: AnnotationInput): FieldFault[] {
  if (annotation.unit !== 'event') return []
  if (!context.isObservation) return [{ path: 'annotation.unit', message: 'This case has no observation record.' }]
  const { onset, offset, subject } = annotation
  const subjects = context.codebook.subjects.map((one) => one.id)
  return [
    ...(offset !== null && offset < onset
      ? [{ path: 'annotation.offset', message: 'The offset lies before the onset.' }]
      : []),
    ...(subject !== null && !subjects.includes(subject)
      ? [{ path: 'annotation.subject', message: `${subject} is not among ${subjects.join(', ')}.` }]
      : []),
  ]
}

function annotationFaults(context: ChangeContext, annotation: AnnotationInput): FieldFault[] {
  const code = findCode(context.codebook, annotation.code)
  if (code === undefined) return [{ path: 'annotation.code', message: `The codebook has no code ${annotation.code}.` }]
  if (code.unit !== annotation.unit) {
    return [
      { path: 'annotation.unit', message: `${code.label} is put on a ${code.unit}, not on a ${annotation.unit}.` },
    ]
  }
  return [
    ...segmentFaults(context, annotation),
    ...eventFaults(context, annotation),
    ...checkCodeValue(code, annotation.value).map((fault) => ({ ...fault, path: `annotation.${fault.path}` })),
    ...annotation.evidence.flatMap((slot, index) => slotFaults(context, slot, `annotation.evidence.${index}`)),
  ]
}

function faultsOf(context: ChangeContext, change: Change): FieldFault[] {
  if (change.type === 'put-annotation') return annotationFaults(context, change.annotation)
  if (change.type !== 'put-rating') return []
  const faults = slotFaults(context, change.slot, 'slot')
  const variable = findVariable(context.codebook, change.slot.variable)
  if (faults.length > 0 || variable === undefined || change.value === null) return faults
  return checkValue(variable, change.value).map((fault) => ({ path: `value.${fault.path}`, message: fault.message }))
}

/** Refuses a change that the codebook or the material does not allow. */
export function checkChange(context: ChangeContext, change: Change): void {
  const faults = faultsOf(context, change).map((fault) => ({ ...fault, path: `body.change.${fault.path}` }))
  if (faults.length > 0) throw new Refusal('bad-request', faults[0]?.message ?? '', { faults })
}
