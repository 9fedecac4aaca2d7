import { type Slot, slotKey } from '@attune/codebooks'
import { type CaseFeedback, commentSubmission } from '@attune/contract'
import { createSignal } from 'solid-js'
import { type Action, createAction } from '../../base/action.ts'
import { announce } from '../../base/announce.tsx'
import { call } from '../../base/call.ts'
import { useStudy } from '../../base/study.tsx'
import { t } from '../../messages/index.ts'

export type Commenting = {
  /** Key of the rating that is commented on; empty: the whole case. */
  readonly about: () => string
  readonly setAbout: (key: string) => void
  readonly text: () => string
  readonly setText: (text: string) => void
  readonly send: Action<[]>
  /** Goes to the form with what it is about chosen. */
  readonly begin: (slot: Slot | null) => void
  /** The field that the cursor goes to. */
  readonly field: { current: HTMLElement | undefined }
}

/** A comment of a trainer on a case or on one rating of it. */
export function createCommenting(
  feedback: () => CaseFeedback,
  onFeedback: (feedback: CaseFeedback) => void,
): Commenting {
  const { study } = useStudy()
  const [about, setAbout] = createSignal('')
  const [text, setText] = createSignal('')
  const field: Commenting['field'] = { current: undefined }
  const send = createAction(async () => {
    const { attempt, position, ratings } = feedback()
    const slot = ratings.find((one) => slotKey(one.slot) === about())?.slot ?? null
    const place = { study: study().id, attempt, position: String(position) }
    const after = await call(commentSubmission, place, { body: { about: slot, text: text() } })
    setText('')
    announce(t().desk.review.added)
    onFeedback(after)
  })
  const begin = (slot: Slot | null) => {
    setAbout(slot === null ? '' : slotKey(slot))
    field.current?.querySelector<HTMLElement>('textarea')?.focus()
  }
  return { about, setAbout, text, setText, send, begin, field }
}
