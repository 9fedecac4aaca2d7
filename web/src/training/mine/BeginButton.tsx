import type { MySet } from '@attune/contract'
import { createSignal, Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { ConfirmDialog } from '../../base/Dialog.tsx'
import { FailureNotice } from '../../base/states.tsx'
import { durationWords } from '../../codings/training/time-left.ts'
import { t } from '../../messages/index.ts'
import { createBegin } from './begin.ts'

/** Begins an attempt; where time runs from then on, it asks first. */
export function BeginButton(props: { study: string; set: MySet; label: string; primary?: boolean }) {
  const begin = createBegin(
    () => props.study,
    () => props.set.id,
  )
  const [isAsking, setAsking] = createSignal(false)
  const limit = () => props.set.timeLimitMinutes
  return (
    <>
      <Button
        look={props.primary ? 'primary' : 'usual'}
        icon="arrow"
        busy={begin.pending()}
        onClick={() => (limit() === null ? void begin.run() : setAsking(true))}
      >
        {props.label}
      </Button>
      <Show when={!isAsking()}>
        <FailureNotice failure={begin.failure()} />
      </Show>
      <ConfirmDialog
        open={isAsking()}
        onClose={() => setAsking(false)}
        title={t().myTraining.mine.beginTitle(props.set.name)}
        confirm={t().myTraining.mine.begin}
        action={begin}
      >
        <p>{t().myTraining.mine.beginTimed(durationWords(limit() ?? 0))}</p>
      </ConfirmDialog>
    </>
  )
}
