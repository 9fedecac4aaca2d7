import { createUniqueId } from 'solid-js'
import { t } from '../messages/index.ts'
import { useDesk } from './desk-context.ts'

/** Words about the case as a whole. */
export function MemoPanel() {
  const { desk } = useDesk()
  const id = createUniqueId()
  return (
    <div class="memo-panel">
      <label for={id}>{t().codings.memo.title}</label>
      <textarea
        id={id}
        class="input memo-panel__text"
        maxlength="50000"
        readonly={!desk.mayWrite()}
        value={desk.draft().memo}
        placeholder={t().codings.memo.placeholder}
        onInput={(event) =>
          desk.edit(
            { type: 'put-memo', text: event.currentTarget.value },
            { label: t().codings.memo.title, stroke: 'memo' },
          )
        }
        onBlur={() => desk.queue.flush()}
      />
    </div>
  )
}
