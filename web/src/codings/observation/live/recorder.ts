import { type Code, findCode, type Modifier } from '@attune/codebooks'
import { createSignal } from 'solid-js'
import { announce } from '../../../base/announce.tsx'
import { clock } from '../../../base/clock.ts'
import { t } from '../../../messages/index.ts'
import { changedAnnotation, type Desk } from '../../desk.ts'
import type { Sight } from '../../desk-context.ts'
import type { Edit } from '../../edits.ts'
import type { EventAnnotation } from '../../turns.ts'
import { codedEvents, newEvent } from '../events/event-actions.ts'
import { endedBy, isOpen, openStateOf } from '../events/event-state.ts'
import { subjectLabel, subjectsFor } from '../events/subjects.ts'
import { stateKeys } from './state-keys.ts'

export type Recorder = ReturnType<typeof createRecorder>

/** Codes by key what is seen at that moment: who, what, and, after it, how. */
export function createRecorder(desk: Desk, sight: Sight) {
  const [isArmed, setArmed] = createSignal(false)
  const [subject, setSubject] = createSignal(desk.codebook.subjects[0]?.id ?? null)
  const [asked, setAsked] = createSignal<{ event: string; modifier: number } | null>(null)
  /** Events by the key that is held down for them. */
  const held = new Map<string, string>()
  const find = (id: string): EventAnnotation | undefined => {
    const found = desk.draft().annotations.get(id)
    return found?.unit === 'event' ? found : undefined
  }
  /** The current subject if the code can be about it, else the only one that it can be about. */
  const subjectOf = (code: Code): string | null => {
    const possible = subjectsFor(desk, code).map(({ id }) => id)
    const now = subject()
    if (now !== null && possible.includes(now)) return now
    return possible.length === 1 ? (possible[0] ?? null) : null
  }

  function begin(code: Code, onset: number): string {
    const event = newEvent(code, { onset, offset: null, subject: subjectOf(code) })
    const ended = endedBy(desk.codebook, codedEvents(desk), event)
    const ends = ended.map((one): Edit => changedAnnotation(one, { offset: onset }))
    const who = event.subject === null ? '' : subjectLabel(desk, event.subject)
    const label = t().live.marked(code.label, who, clock(onset))
    desk.editTogether([...ends, { type: 'put-annotation', annotation: event }], { label })
    sight.used(code.id)
    // What is raised takes room that the behaviours need now; it is one key away afterwards.
    sight.setRaised(null)
    setAsked(code.modifiers ? { event: event.id, modifier: 0 } : null)
    return event.id
  }

  function end(event: EventAnnotation, at: number): void {
    const label = findCode(desk.codebook, event.code)?.label ?? event.code
    if (at < event.onset) announce(t().live.endsBeforeBegin(label, clock(event.onset)))
    else desk.edit(changedAnnotation(event, { offset: at }), { label: t().live.ended(label, clock(at)) })
  }

  /** A key or button of a code: a moment is coded; a state begins, or ends if it goes on. */
  function mark(code: Code, at: number): string | null {
    if (!desk.mayWrite()) return null
    const going =
      code.event === 'state' &&
      openStateOf(desk.codebook, codedEvents(desk), { code: code.id, subject: subjectOf(code) })
    if (!going) return begin(code, at)
    end(going, at)
    return null
  }

  function down(key: string, code: Code, at: number): void {
    const begun = mark(code, at)
    if (begun && code.event === 'state' && stateKeys() === 'hold') held.set(key, begun)
  }

  /** Lets go of a key; a state that it held ends there, unless something else ended it before. */
  function up(key: string, at: number): void {
    const event = find(held.get(key) ?? '')
    held.delete(key)
    if (event && isOpen(desk.codebook, event)) end(event, at)
  }

  const question = (): { event: EventAnnotation; code: Code; modifier: Modifier } | null => {
    const now = asked()
    const event = find(now?.event ?? '')
    const code = event && findCode(desk.codebook, event.code)
    const modifier = code?.modifiers?.[now?.modifier ?? 0]
    return event && code && modifier ? { event, code, modifier } : null
  }
  const askNext = () => setAsked((now) => (now ? { ...now, modifier: now.modifier + 1 } : null))

  /** Answers what is asked about the last event: one value goes on to the next question, of several each is set or unset. */
  function answer(value: string): void {
    const now = question()
    if (!now) return
    const { event, code, modifier } = now
    const chosen = modifier.choose === 'one' ? [value] : toggled(event.modifiers[modifier.id] ?? [], value)
    const { [modifier.id]: _, ...others } = event.modifiers
    const modifiers = chosen.length > 0 ? { ...others, [modifier.id]: chosen } : others
    const words = modifier.values.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
    const label = t().live.said(code.label, modifier.label, words.join(', '))
    desk.edit(changedAnnotation(event, { modifiers }), { label })
    if (modifier.choose === 'one') askNext()
  }

  return {
    isArmed,
    setArmed: (armed: boolean) => setArmed(armed && desk.mayWrite()),
    subject,
    setSubject,
    mark,
    down,
    up,
    end,
    question,
    answer,
    askNext,
    stopAsking: () => setAsked(null),
  }
}

const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
