import { adviceFor, slotKey, slotLabel } from '@attune/codebooks'
import { createMemo, For } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { Notice } from '../../base/states.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import type { Instrument } from '../instruments.ts'
import { goToSlot } from './go-to-slot.ts'

/** What the codebook suggests because of ratings so far. It changes nothing by itself. */
export function Advice(props: { instrument: Instrument }) {
  const { desk, sight } = useDesk()
  const given = createMemo(() => {
    const mine = new Set(props.instrument.slots.map(slotKey))
    const ratings = [...desk.draft().ratings.values()]
    return adviceFor(desk.codebook, ratings).filter((one) => mine.has(slotKey(one.slot)) && !one.followed)
  })
  return (
    <For each={given()}>
      {(advice) => (
        <Notice kind="info" title={advice.strength === 'judgement' ? t().ratings.judgement : t().ratings.suggests}>
          <p>{advice.message}</p>
          <div class="button-row">
            <Button small look="quiet" icon="arrow" onClick={() => goToSlot(sight, advice.suggests.slot)}>
              {t().ratings.goTo(slotLabel(desk.codebook, advice.suggests.slot))}
            </Button>
          </div>
        </Notice>
      )}
    </For>
  )
}
