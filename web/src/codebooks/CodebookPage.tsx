import type { Codebook } from '@attune/codebooks'
import { readCodebook } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { CodeChip } from '../base/CodeChip.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { Badge, Loaded, Notice, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { VariableLine } from './VariableLine.tsx'
import './codebooks.css'

/** One version of a codebook as a tree: sections, variables, categories, collapses, codes. */
export default function CodebookPage() {
  const { study } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.version,
    (version, signal) => call(readCodebook, { study: study().id, version }, { signal }),
  )
  usePage(() => ({
    title: load.value() ? `${load.value()?.codebook.title} ${load.value()?.codebook.version}` : t().codebooks.codebook,
    crumbs: [{ label: t().base.places.codebooks, href: `/studies/${study().id}/codebooks` }],
  }))
  return (
    <Loaded of={load}>
      {(answer) => (
        <>
          <PageHead
            title={`${answer().codebook.title} ${answer().codebook.version}`}
            intro={answer().codebook.description}
            actions={<Badge>{t().codebooks.inThisStudy(t().base.codings(answer().version.codings))}</Badge>}
          />
          <div class="codebook">
            <div class="stack">
              <For each={answer().codebook.sections}>
                {(section) => <SectionPanel codebook={answer().codebook} section={section} />}
              </For>
              <Codes codebook={answer().codebook} />
            </div>
            <About codebook={answer().codebook} />
          </div>
        </>
      )}
    </Loaded>
  )
}

function SectionPanel(props: { codebook: Codebook; section: Codebook['sections'][number] }) {
  const variables = () => props.codebook.variables.filter((one) => one.section === props.section.id)
  return (
    <Show when={variables().length > 0}>
      <Panel title={props.section.label} intro={t().base.variables(variables().length)} flush>
        <ul class="plain-list codebook__variables">
          <For each={variables()}>{(variable) => <VariableLine codebook={props.codebook} variable={variable} />}</For>
        </ul>
      </Panel>
    </Show>
  )
}

function Codes(props: { codebook: Codebook }) {
  const groups = () => [...new Set(props.codebook.codes.map((code) => code.group ?? ''))]
  return (
    <Show when={props.codebook.codes.length > 0}>
      <Panel title={t().codebooks.codes} intro={t().codebooks.codesFor(props.codebook.codes.length)}>
        <div class="stack">
          <For each={groups()}>
            {(group) => (
              <section>
                <Show when={group}>
                  <h3>{group}</h3>
                </Show>
                <ul class="plain-list codebook__codes">
                  <For each={props.codebook.codes.filter((code) => (code.group ?? '') === group)}>
                    {(code) => (
                      <li>
                        <CodeChip colour={code.colour} />
                        <span>{code.label}</span>
                        <Show when={code.key}>{(key) => <kbd>{key()}</kbd>}</Show>
                        <Show when={code.unit === 'event'}>
                          <span class="quiet">
                            {code.event === 'state' ? t().codebooks.interval : t().codebooks.point}
                          </span>
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </div>
      </Panel>
    </Show>
  )
}

function About(props: { codebook: Codebook }) {
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
