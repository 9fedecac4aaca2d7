import type { Codebook } from '@attune/codebooks'
import { type CodebookVersion, listCodebooks, readCodebook } from '@attune/contract'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { call } from '../base/call.ts'
import { SelectField } from '../base/Field.tsx'
import { createLoad } from '../base/load.ts'
import { EmptyState, Loaded, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { ChangeList } from './ChangeList.tsx'
import { changesBetween } from './changes.ts'
import { byNumber } from './version-order.ts'

type Shown = { version: CodebookVersion; codebook: Codebook }

/** What changed from the earlier of two versions of a codebook to the later one. */
export function CompareVersions(props: { shown: Shown }) {
  const { study } = useStudy()
  const load = createLoad(
    () => study().id,
    (id, signal) => call(listCodebooks, { study: id }, { signal }),
  )
  const others = () =>
    (load.value()?.versions ?? [])
      .filter((one) => one.codebook === props.shown.version.codebook && one.id !== props.shown.version.id)
      .sort(byNumber)
  return (
    <Panel title={t().codebooks.changes.title}>
      <Loaded of={load}>
        {() => (
          <Show
            when={others().length > 0}
            fallback={
              <EmptyState title={t().codebooks.changes.onlyOne}>{t().codebooks.changes.onlyOneAdvice}</EmptyState>
            }
          >
            <Comparison shown={props.shown} others={others()} />
          </Show>
        )}
      </Loaded>
    </Panel>
  )
}

function Comparison(props: { shown: Shown; others: readonly CodebookVersion[] }) {
  const { study } = useStudy()
  const [chosen, setChosen] = createSignal<string>()
  /** The version before this one, or the one after the first. */
  const usual = () => props.others.findLast((one) => byNumber(one, props.shown.version) < 0) ?? props.others[0]
  const other = () => chosen() ?? usual()?.id ?? ''
  const load = createLoad(other, (version, signal) => call(readCodebook, { study: study().id, version }, { signal }))
  return (
    <div class="stack">
      <div class="codebook-changes__choice">
        <SelectField
          label={t().codebooks.changes.compareWith(props.shown.version.version)}
          value={other()}
          options={props.others.map((one) => ({ value: one.id, label: `${one.title} ${one.version}` }))}
          onChoose={setChosen}
        />
      </div>
      <Loaded of={load}>{(answer) => <Result one={props.shown} other={answer()} />}</Loaded>
    </div>
  )
}

function Result(props: { one: Shown; other: Shown }) {
  const ordered = () => [props.one, props.other].sort((one, other) => byNumber(one.version, other.version))
  const result = createMemo(() => {
    const [before, after] = ordered()
    return before && after ? { ...changesBetween(before.codebook, after.codebook), before, after } : undefined
  })
  return (
    <Show when={result()}>
      {(found) => (
        <div class="stack" aria-live="polite">
          <p>
            <strong>
              {t().codebooks.changes.fromTo(found().before.version.version, found().after.version.version)}
            </strong>{' '}
            {t().codebooks.changes.impacts[found().impact]}
          </p>
          <For each={found().groups}>{(group) => <ChangeList group={group} />}</For>
        </div>
      )}
    </Show>
  )
}
