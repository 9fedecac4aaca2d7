import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { FailureNotice } from '../base/states.tsx'
import { useDesk } from './desk-context.ts'
import { goToSlot } from './instruments/go-to-slot.ts'
import { missingBySection } from './instruments.ts'

/** Lists exactly what is missing, each with the way there; complete, asks once and freezes the coding. */
export function SubmitPanel(props: { onClose: () => void }) {
  const { desk, sight } = useDesk()
  const missing = createMemo(() => missingBySection(desk.codebook, desk.targets, desk.draft()))
  const count = () => missing().reduce((sum, group) => sum + group.missing.length, 0)
  const [blocked, setBlocked] = createSignal('')
  const submit = createAction(async () => {
    setBlocked('')
    if (!(await desk.everythingSaved())) {
      setBlocked('Some changes are not saved yet. Submitting waits until they are.')
      return
    }
    desk.setHead(await desk.submit())
    announce('Submitted. The coding is frozen.')
    props.onClose()
  })
  let title!: HTMLHeadingElement
  onMount(() => title.focus())
  return (
    <section class="submit-panel" aria-labelledby="submit-title">
      <Show
        when={count() > 0}
        fallback={
          <>
            <h2 id="submit-title" ref={title} tabindex="-1">
              Submit this coding?
            </h2>
            <p>
              It is complete. After submitting it stays as it is for ever; only a trainer can open a new version, with a
              reason.
            </p>
            <Show when={blocked()}>
              <p class="submit-panel__blocked" role="alert">
                {blocked()}
              </p>
            </Show>
            <FailureNotice failure={submit.failure()} />
            <div class="button-row">
              <Button look="primary" busy={submit.pending()} onClick={() => void submit.run()}>
                Submit and freeze
              </Button>
              <Button look="quiet" onClick={() => props.onClose()}>
                Not yet
              </Button>
            </div>
          </>
        }
      >
        <h2 id="submit-title" ref={title} tabindex="-1">
          {count() === 1
            ? 'One thing is missing before you can submit'
            : `${count()} things are missing before you can submit`}
        </h2>
        <div class="submit-panel__missing">
          <For each={missing()}>
            {(group) => (
              <div>
                <h3>{group.section}</h3>
                <ul>
                  <For each={group.missing}>
                    {(item) => (
                      <li>
                        <button
                          type="button"
                          class="submit-panel__jump"
                          onClick={() => {
                            props.onClose()
                            goToSlot(sight, item.slot)
                          }}
                        >
                          {item.message}
                        </button>
                      </li>
                    )}
                  </For>
                </ul>
              </div>
            )}
          </For>
        </div>
        <div class="button-row">
          <Button onClick={() => props.onClose()}>Go on coding</Button>
        </div>
      </Show>
    </section>
  )
}
