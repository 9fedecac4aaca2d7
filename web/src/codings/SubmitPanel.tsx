import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { arrowsInList } from '../base/arrows.ts'
import { Button } from '../base/Button.tsx'
import { isSupervisor, me } from '../base/session.ts'
import { FailureNotice } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { useDesk } from './desk-context.ts'
import { goToSlot } from './instruments/go-to-slot.ts'
import { missingBySection } from './instruments.ts'
import { missingIntervalsOf } from './observation/intervals/missing.ts'
import { MissingIntervals, StatesWithoutEnd } from './observation/SubmitObservation.tsx'
import { DeclarationFields } from './training/DeclarationFields.tsx'

/** Lists exactly what is missing, each with the way there; complete, asks once and freezes the coding. */
export function SubmitPanel(props: { onClose: () => void; onSubmitted?: () => void }) {
  const { desk, sight } = useDesk()
  const missing = createMemo(() => missingBySection(desk.codebook, desk.targets, desk.draft()))
  const intervals = createMemo(() => missingIntervalsOf(desk))
  const count = () => missing().reduce((sum, group) => sum + group.missing.length, intervals().length)
  const [blocked, setBlocked] = createSignal('')
  const isTraining = () => desk.workspace.training !== null
  const submit = createAction(async () => {
    setBlocked('')
    const said = sight.declaration.check(isTraining())
    if (said === null) return
    if (!(await desk.everythingSaved())) {
      setBlocked(t().codings.submit.unsaved)
      return
    }
    desk.setHead(await desk.submit(said.declaration))
    announce(t().codings.submit.done)
    props.onClose()
    props.onSubmitted?.()
  })
  /** Coders and trainees work blind; what they knew all the same is asked of them. */
  const isBlind = () => {
    const study = me()?.memberships.find((one) => one.study.id === desk.workspace.coding.study)
    return study !== undefined && !isSupervisor(study.role)
  }
  let title!: HTMLHeadingElement
  onMount(() => title.focus())
  return (
    <section class="submit-panel" aria-labelledby="submit-title">
      <Show
        when={count() > 0}
        fallback={
          <>
            <h2 id="submit-title" ref={title} tabindex="-1">
              {t().codings.submit.title}
            </h2>
            <p>{t().codings.submit.complete}</p>
            <StatesWithoutEnd onGo={props.onClose} />
            <Show when={isTraining() || isBlind()}>
              <DeclarationFields />
            </Show>
            <Show when={blocked()}>
              <p class="submit-panel__blocked" role="alert">
                {blocked()}
              </p>
            </Show>
            <FailureNotice failure={submit.failure()} />
            <div class="button-row">
              <Button look="primary" busy={submit.pending()} onClick={() => void submit.run()}>
                {t().codings.submit.confirm}
              </Button>
              <Button look="quiet" onClick={() => props.onClose()}>
                {t().codings.submit.notYet}
              </Button>
            </div>
          </>
        }
      >
        <h2 id="submit-title" ref={title} tabindex="-1">
          {t().codings.submit.missing(count())}
        </h2>
        <p class="quiet">{t().evidence.missingAdvice}</p>
        {/* The list scrolls; its items take the keyboard through it. */}
        <ul class="submit-panel__missing" onKeyDown={arrowsInList}>
          <For each={missing()}>
            {(group) => (
              <li>
                <h3>{group.section}</h3>
                <ul>
                  <For each={group.missing}>
                    {(item) => (
                      <li>
                        <button
                          type="button"
                          class="submit-panel__jump"
                          data-stop=""
                          onClick={() => {
                            props.onClose()
                            goToSlot(sight, item.slot, item.part)
                          }}
                        >
                          {t().codings.submit.lacks(item.message)}
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
          <MissingIntervals messages={intervals()} onGo={props.onClose} />
        </ul>
        <div class="button-row">
          <Button onClick={() => props.onClose()}>{t().codings.submit.goOn}</Button>
        </div>
      </Show>
    </section>
  )
}
