import { createUniqueId } from 'solid-js'
import { useDesk } from './desk-context.ts'

/** Words about the case as a whole. */
export function MemoPanel() {
  const { desk } = useDesk()
  const id = createUniqueId()
  return (
    <div class="memo-panel">
      <label for={id}>Memo on the case</label>
      <textarea
        id={id}
        class="input memo-panel__text"
        maxlength="50000"
        readonly={!desk.mayWrite()}
        value={desk.draft().memo}
        placeholder="What strikes you, what to come back to, what argues against your coding."
        onInput={(event) =>
          desk.edit(
            { type: 'put-memo', text: event.currentTarget.value },
            { label: 'Memo on the case', stroke: 'memo' },
          )
        }
        onBlur={() => desk.queue.flush()}
      />
    </div>
  )
}
