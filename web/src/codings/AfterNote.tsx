import type { CodingHead } from '@attune/contract'
import { createSignal, type JSX, Show } from 'solid-js'
import { ContentNote } from './ContentNote.tsx'

/** Shows what belongs to a coding once its case's content note, if it has one, was seen. */
export function AfterNote(props: { coding: CodingHead; children: JSX.Element }) {
  const [noted, setNoted] = createSignal<string | null>(null)
  return (
    <Show
      when={isNoted(props.coding.id, noted()) || props.coding.case.contentNote.trim() === ''}
      fallback={
        <ContentNote
          caseId={props.coding.case.case}
          note={props.coding.case.contentNote}
          study={props.coding.study}
          onOpen={() => setNoted(remember(props.coding.id))}
        />
      }
    >
      {props.children}
    </Show>
  )
}

const key = (coding: string): string => `attune:noted:${coding}`

/** Once in a browser session is enough: a reload should not ask again. */
function isNoted(coding: string, now: string | null): boolean {
  if (now === coding) return true
  try {
    return sessionStorage.getItem(key(coding)) !== null
  } catch {
    return false
  }
}

function remember(coding: string): string {
  try {
    sessionStorage.setItem(key(coding), '1')
  } catch {
    // A browser without storage asks again after a reload.
  }
  return coding
}
