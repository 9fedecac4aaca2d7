import { type Codebook, findCode, type Sampling } from '@attune/codebooks'
import { For, Show } from 'solid-js'
import { formatScore } from '../base/numbers.ts'
import { Notice } from '../base/states.tsx'
import { t } from '../messages/index.ts'

/** What the codebook is for, how it samples, how to cite it. */
export function CodebookAbout(props: { codebook: Codebook }) {
  const names = (list: readonly { label: string }[]) => list.map((one) => one.label).join(', ')
  return (
    <aside class="codebook__about" aria-label={t().codebooks.about}>
      <dl>
        <dt>{t().codebooks.material}</dt>
        <dd>{props.codebook.material === 'observation' ? t().codebooks.record : t().codebooks.transcript}</dd>
        <Show when={props.codebook.targets.length > 0}>
          <dt>{t().codebooks.relationships}</dt>
          <dd>{names(props.codebook.targets)}</dd>
        </Show>
        <Show when={props.codebook.episodes.length > 0}>
          <dt>{t().codebooks.episodes}</dt>
          <dd>{names(props.codebook.episodes)}</dd>
        </Show>
        <Show when={props.codebook.subjects.length > 0}>
          <dt>{t().codebooks.subjects}</dt>
          <dd>{names(props.codebook.subjects)}</dd>
        </Show>
        <Show when={props.codebook.snapping}>
          {(snapping) => (
            <>
              <dt>{t().codebooks.snapping}</dt>
              <dd>{t().codebooks.snaps[snapping()]}</dd>
            </>
          )}
        </Show>
        <Show when={props.codebook.sampling}>
          {(samplings) => (
            <>
              <dt>{t().codebooks.sampling}</dt>
              <For each={samplings()}>{(one) => <dd>{samplingWords(props.codebook, one)}</dd>}</For>
            </>
          )}
        </Show>
      </dl>
      <Show when={props.codebook.citation.length > 0}>
        <div>
          <h3>{t().codebooks.cite}</h3>
          <ul class="plain-list codebook__citation">
            <For each={props.codebook.citation}>{(line) => <li>{line}</li>}</For>
          </ul>
        </div>
      </Show>
      <Show when={props.codebook.notice}>
        <Notice kind="info">
          <p>{props.codebook.notice}</p>
        </Notice>
      </Show>
    </aside>
  )
}

function samplingWords(codebook: Codebook, { label, method, seconds, codes }: Sampling): string {
  const names = codes.map((code) => findCode(codebook, code)?.label ?? code).join(', ')
  return t().codebooks.sampled(label, t().codebooks.methods[method], formatScore(seconds), names)
}
