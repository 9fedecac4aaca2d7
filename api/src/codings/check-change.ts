import {
  type Code,
  type Codebook,
  checkCodeValue,
  checkModifiers,
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
    ...modifierFaults(code, annotation),
    ...linkFaults(context, annotation),
  ]
}

function modifierFaults(code: Code, annotation: AnnotationInput): FieldFault[] {
  if (annotation.unit !== 'event') return []
  return checkModifiers(code, annotation.modifiers).map((fault) => ({
    ...fault,
    path: `annotation.modifiers.${fault.path}`,
  }))
}

/** An annotation speaks for a rating or against it, never both. */
function linkFaults(context: ChangeContext, annotation: AnnotationInput): FieldFault[] {
  const supported = new Set(annotation.evidence.map(slotKey))
  const both = annotation.contradicts.findIndex((slot) => supported.has(slotKey(slot)))
  return [
    ...annotation.evidence.flatMap((slot, index) => slotFaults(context, slot, `annotation.evidence.${index}`)),
    ...annotation.contradicts.flatMap((slot, index) => slotFaults(context, slot, `annotation.contradicts.${index}`)),
    ...(both === -1
      ? []
      : [
          {
            path: `annotation.contradicts.${both}`,
            message: 'An annotation supports a rating or contradicts it, not both.',
          },
        ]),
  ]
}

function intervalFaults(context: ChangeContext, change: Extract<Change, { type: 'put-interval' }>): FieldFault[] {
  const { mark } = change
  const sampling = context.codebook.sampling?.find((one) => one.id === mark.sampling)
  if (sampling === undefined) {
    return [{ path: 'mark.sampling', message: `The codebook has no sampling ${mark.sampling}.` }]
  }
  const isAmong = (value: string | null, list: readonly string[] | undefined) =>
    list === undefined ? value === null : value !== null && list.includes(value)
  const stranger = mark.present.find((code) => !sampling.codes.includes(code))
  return [
    ...(isAmong(mark.subject, sampling.subjects)
      ? []
      : [{ path: 'mark.subject', message: `${sampling.label} is not about this subject.` }]),
    ...(isAmong(mark.episode, sampling.episodes)
      ? []
      : [{ path: 'mark.episode', message: `${sampling.label} is not about this episode.` }]),
    ...(stranger === undefined
      ? []
      : [{ path: 'mark.present', message: `${sampling.label} does not ask for ${stranger}.` }]),
  ]
}

function episodeFaults(context: ChangeContext, change: Extract<Change, { type: 'put-episode' }>): FieldFault[] {
  const { episode, onset, offset } = change.mark
  if (!context.codebook.episodes.some((one) => one.id === episode)) {
    return [{ path: 'mark.episode', message: `The codebook has no episode ${episode}.` }]
  }
  if (offset === null || offset >= onset) return []
  return [{ path: 'mark.offset', message: 'The episode ends before it begins.' }]
}

function faultsOf(context: ChangeContext, change: Change): FieldFault[] {
  if (change.type === 'put-annotation') return annotationFaults(context, change.annotation)
  if (change.type === 'put-interval') return intervalFaults(context, change)
  if (change.type === 'put-episode') return episodeFaults(context, change)
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
