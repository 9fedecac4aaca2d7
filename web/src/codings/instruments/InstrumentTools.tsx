import { type Slot, slotKey } from '@attune/codebooks'
import { createMemo, createSignal, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { Icon } from '../../base/Icon.tsx'
import { t } from '../../messages/index.ts'
import { useDesk } from '../desk-context.ts'
import { evidenceOf, standOf } from '../evidence.ts'
import { comparisonOf } from '../sheet/comparison.ts'
import { TargetTable } from '../sheet/TargetTable.tsx'
import { goToSlot } from './go-to-slot.ts'

/** Two looks at the whole: the relationships side by side, and the sheet with all evidence. */
export function InstrumentTools() {
  const { desk, sight } = useDesk()
  const [isComparing, setComparing] = createSignal(false)
  const coding = desk.workspace.coding
  const compared = (slot: Slot) => {
    const rating = desk.draft().ratings.get(slotKey(slot))
    const pieces = evidenceOf(desk, slot)
    const contradicts = pieces.filter((one) => standOf(one, slot) === 'against').length
    return {
      value: rating?.value ?? null,
      confidence: rating?.confidence ?? null,
      supports: pieces.length - contradicts,
      contradicts,
    }
  }
  const comparison = createMemo(() => comparisonOf(desk.codebook, desk.slots, compared))
  return (
    <div class="instrument-tools">
      <Show when={comparison()}>
        <Button small look="quiet" aria-expanded={isComparing()} onClick={() => setComparing(!isComparing())}>
          {t().evidence.targets.compare}
        </Button>
      </Show>
      <a class="button button--quiet button--small" href={`/studies/${coding.study}/codings/${coding.id}/evidence`}>
        <Icon name="file" />
        {t().evidence.sheet.name}
      </a>
      <Show when={isComparing() && comparison()}>
        {(shown) => (
          <div class="instrument-tools__table">
            <TargetTable codebook={desk.codebook} comparison={shown()} onGo={(slot) => goToSlot(sight, slot)} />
          </div>
        )}
      </Show>
    </div>
  )
}
