import { addCodebook, type Reply } from '@attune/contract'
import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { createAction } from '../base/action.ts'
import { announce } from '../base/announce.tsx'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { Icon } from '../base/Icon.tsx'
import { FailureNotice, Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'

const faultsShown = 60
type Answer = Reply<typeof addCodebook>

/** Checks a codebook file, shows what is wrong and where, and adds it. */
export function AddCodebook(props: { onAdded: () => void; onCancel: () => void }) {
  const { study } = useStudy()
  const id = createUniqueId()
  const [file, setFile] = createSignal<{ name: string; source: string }>()
  const [answer, setAnswer] = createSignal<Answer>()
  const ask = async (dryRun: boolean) => {
    const chosen = file()
    if (!chosen) return
    const reply = await call(addCodebook, { study: study().id }, { body: { dryRun, ...chosen } })
    setAnswer(reply)
    if (!reply.stored) return
    announce(t().codebooks.added)
    props.onAdded()
  }
  const check = createAction(async (chosen: File) => {
    setAnswer(undefined)
    setFile({ name: chosen.name, source: await chosen.text() })
    await ask(true)
  })
  const add = createAction(() => ask(false))
  return (
    <Panel title={t().codebooks.add} intro={t().codebooks.addIntro}>
      <div class="stack">
        <div class="button-row">
          <input
            id={id}
            class="visually-hidden import-choose__file"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              if (chosen) void check.run(chosen)
              event.currentTarget.value = ''
            }}
          />
          <label class="button" for={id}>
            <Icon name="upload" /> {t().codebooks.choose}
          </label>
          <span class="quiet">{file()?.name ?? t().codebooks.noFile}</span>
        </div>
        <FailureNotice failure={check.failure() ?? add.failure()} />
        <Show when={answer()}>{(reply) => <CheckedFile answer={reply()} />}</Show>
        <div class="button-row">
          <Button
            look="primary"
            disabled={!answer()?.codebook || (answer()?.faults.length ?? 0) > 0}
            busy={add.pending()}
            onClick={() => void add.run()}
          >
            {t().codebooks.addVersion}
          </Button>
          <Button look="quiet" onClick={() => props.onCancel()}>
            {t().base.cancel}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function CheckedFile(props: { answer: Answer }) {
  return (
    <Show
      when={props.answer.faults.length > 0}
      fallback={
        <Show when={props.answer.codebook}>
          {(book) => (
            <Notice kind="good" title={t().codebooks.canBeAdded(`${book().title} ${book().version}`)} alert>
              <p>
                {t().codebooks.holds(
                  t().base.variables(book().variables.length),
                  t().base.codes(book().codes.length),
                  book().material,
                )}
              </p>
            </Notice>
          )}
        </Show>
      }
    >
      <Notice kind="bad" title={t().codebooks.faulty(t().base.faults(props.answer.faults.length))} alert>
        <ul class="plain-list codebook-faults">
          <For each={props.answer.faults.slice(0, faultsShown)}>
            {(fault) => (
              <li>
                <code>{fault.path || t().codebooks.theFile}</code>
                <span>{fault.message}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.answer.faults.length > faultsShown}>
          <p class="quiet">{t().base.andMore(props.answer.faults.length - faultsShown)}</p>
        </Show>
      </Notice>
    </Show>
  )
}
