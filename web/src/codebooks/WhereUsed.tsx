import type { CodebookVersion } from '@attune/contract'
import { A } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { createLoad } from '../base/load.ts'
import { EmptyState, Loaded, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { byCase, type Progress, type ProgressCoding, readWholeProgress } from '../studies/progress.ts'
import { StateMark } from '../studies/StateMark.tsx'

const rowsAtOnce = 50

/** The cases and codings of this study that are pinned to a version. */
export function WhereUsed(props: { version: CodebookVersion }) {
  const { study } = useStudy()
  const load = createLoad(() => study().id, readWholeProgress)
  return (
    <Panel title={t().codebooks.used.title(`${props.version.title} ${props.version.version}`)}>
      <Loaded of={load}>{(progress) => <Uses progress={progress()} version={props.version} />}</Loaded>
    </Panel>
  )
}

function Uses(props: { progress: Progress; version: CodebookVersion }) {
  const { study } = useStudy()
  const [rows, setRows] = createSignal(rowsAtOnce)
  const codings = createMemo(() => props.progress.codings.filter((one) => one.codebookVersion === props.version.id))
  const coderOf = (id: string) => props.progress.people.find((one) => one.id === id)?.name ?? ''
  const byCoder = (one: ProgressCoding, other: ProgressCoding) => coderOf(one.coder).localeCompare(coderOf(other.coder))
  const cases = createMemo(() => {
    const groups = byCase(codings())
    return props.progress.cases.flatMap((one) => {
      const own = groups.get(one.id)
      return own ? [{ ...one, codings: own.toSorted(byCoder) }] : []
    })
  })
  /** Of training, of calibration, or an earlier version of a coding that was reopened. */
  const elsewhere = () => Math.max(0, props.version.codings - codings().length)
  const at = (end: string) => `/studies/${study().id}${end}`
  return (
    <div class="stack">
      <Show
        when={cases().length > 0}
        fallback={<EmptyState title={t().codebooks.used.nowhere}>{t().codebooks.used.nowhereAdvice}</EmptyState>}
      >
        <p>{t().codebooks.used.counted(t().base.codings(codings().length), t().base.cases(cases().length))}</p>
        <ul class="plain-list codebook-uses">
          <For each={cases().slice(0, rows())}>
            {(one) => (
              <li class="codebook-uses__case">
                <A href={at(`/cases/${one.id}`)}>{one.case}</A>
                <ul class="plain-list codebook-uses__codings">
                  <For each={one.codings}>
                    {(coding) => (
                      <li>
                        <A href={at(`/codings/${coding.coding}`)}>{coderOf(coding.coder)}</A>{' '}
                        <StateMark
                          state={coding.state}
                          rated={coding.rated}
                          required={coding.required}
                          isMaster={coding.isMaster}
                        />
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ul>
        <Show when={cases().length > rows()}>
          <div class="button-row">
            <Button look="quiet" onClick={() => setRows((was) => was + rowsAtOnce)}>
              {t().studies.moreRows(Math.min(rowsAtOnce, cases().length - rows()), cases().length - rows())}
            </Button>
          </div>
        </Show>
      </Show>
      <Show when={elsewhere() > 0}>
        <p class="quiet">{t().codebooks.used.elsewhere(elsewhere())}</p>
      </Show>
    </div>
  )
}
