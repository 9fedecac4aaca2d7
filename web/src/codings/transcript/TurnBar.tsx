import type { Turn } from '@attune/contract'
import { Show } from 'solid-js'
import { Button } from '../../base/Button.tsx'
import { t } from '../../messages/index.ts'
import { CodeSign } from '../CodeSign.tsx'
import { codesOf } from '../coding-actions.ts'
import { useDesk } from '../desk-context.ts'
import { codeLabel } from '../evidence.ts'
import { ForAnnotations } from '../ForAnnotations.tsx'
import { tidy } from '../text-units.ts'
import type { Segment } from '../turns.ts'

/** Below the text: which turn has the attention, what it is coded as, and coding it as a whole. */
export function TurnBar(props: {
  turns: readonly Turn[]
  active: number
  annotations: readonly Segment[]
  isCaret: boolean
  onRaise: (annotation: Segment) => void
}) {
  const { desk, sight } = useDesk()
  const turn = () => props.turns[props.active]
  const unit = () => {
    const { snapping } = desk.codebook
    return snapping === 'character' ? undefined : snapping
  }
  const codeTurn = () => {
    const now = turn()
    const { material } = desk.workspace
    if (!now || material.kind !== 'transcript') return
    sight.setSelection(tidy(material.text, now.bodyStart, now.end))
    sight.setPaletteOpen(true)
  }
  return (
    <Show when={turn()}>
      {(now) => (
        <section class="turn-bar" aria-label={t().transcripts.turn(now().number)}>
          <p class="turn-bar__place">
            {t().transcripts.turn(now().number)}{' '}
            <span class="quiet">{t().transcripts.ofTurns(props.turns.length)}</span>
          </p>
          <ul class="turn-bar__codes">
            <ForAnnotations each={props.annotations}>
              {(annotation) => (
                <li>
                  <button
                    type="button"
                    class="turn-bar__code"
                    aria-pressed={sight.raised() === annotation().id}
                    onPointerEnter={() => sight.setPointed(annotation().id)}
                    onPointerLeave={() => sight.setPointed(null)}
                    onFocus={() => sight.setPointed(annotation().id)}
                    onBlur={() => sight.setPointed(null)}
                    onClick={() => props.onRaise(annotation())}
                  >
                    <CodeSign code={annotation().code} />
                    {codeLabel(desk, annotation())}
                  </button>
                </li>
              )}
            </ForAnnotations>
            <Show when={props.annotations.length === 0}>
              <li class="quiet">{props.isCaret ? t().transcripts.caretMode : t().transcripts.notCoded}</li>
            </Show>
          </ul>
          <Show when={desk.mayWrite() && codesOf(desk).length > 0}>
            <Show when={unit()}>
              {(grows) => (
                <Button
                  small
                  look="quiet"
                  aria-pressed={!sight.isExact()}
                  title={t().transcripts.growsHint}
                  onClick={() => sight.setExact(!sight.isExact())}
                >
                  {t().transcripts.grows[grows()]}
                </Button>
              )}
            </Show>
            <Button small look="quiet" onClick={codeTurn}>
              {t().transcripts.codeTurn}
            </Button>
          </Show>
        </section>
      )}
    </Show>
  )
}
