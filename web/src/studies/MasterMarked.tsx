import { type Master, markMaster, unmarkMaster } from '@attune/contract'
import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { formatMoment } from '../base/dates.tsx'
import { Badge, FailureNotice } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'

/** A coding that is a master coding: why, since when, and which others stand beside it. */
export function MasterMarked(props: { mine: Master; all: readonly Master[]; onChanged: (words: string) => void }) {
  const { study } = useStudy()
  const where = () => ({ study: study().id, coding: props.mine.coding })
  const promote = createAction(async () => {
    await call(markMaster, where(), { body: { rationale: props.mine.rationale, isAdditional: false } })
    props.onChanged(t().studies.master.promoted)
  })
  const unmark = createAction(async () => {
    await call(unmarkMaster, where())
    props.onChanged(t().studies.master.ended)
  })
  return (
    <div class="stack">
      <p class="reading reading--note">{props.mine.rationale}</p>
      <p class="quiet">{t().studies.master.markedBy(props.mine.markedBy, formatMoment(props.mine.markedAt))}</p>
      <Show when={props.all.length > 1}>
        <MasterList masters={props.all} current={props.mine.coding} />
      </Show>
      <div class="button-row">
        <Show when={props.mine.isAdditional}>
          <Button busy={promote.pending()} onClick={() => void promote.run()}>
            {t().studies.master.promote}
          </Button>
        </Show>
        <Button look="danger" busy={unmark.pending()} onClick={() => void unmark.run()}>
          {t().studies.master.end}
        </Button>
      </div>
      <p class="quiet">{t().studies.master.stays}</p>
      <FailureNotice failure={promote.failure() ?? unmark.failure()} />
    </div>
  )
}

/** Master codings of one case and codebook version, the main one first. */
function MasterList(props: { masters: readonly Master[]; current?: string }) {
  const { study } = useStudy()
  return (
    <div class="stack stack--tight">
      <p>{t().studies.master.several(props.masters.length)}</p>
      <ul class="plain-list">
        <For each={props.masters}>
          {(one) => (
            <li>
              <Show when={one.coding !== props.current} fallback={t().studies.master.thisOne(one.author)}>
                <A href={`/studies/${study().id}/codings/${one.coding}`}>{one.author}</A>
              </Show>{' '}
              <Badge kind={one.isAdditional ? 'plain' : 'accent'}>
                {one.isAdditional ? t().studies.master.kinds.further : t().studies.master.kinds.main}
              </Badge>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
