import type { Codebook } from '@attune/codebooks'
import { readCodebook } from '@attune/contract'
import { useParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import { Button } from '../base/Button.tsx'
import { call } from '../base/call.ts'
import { createLoad } from '../base/load.ts'
import { PageHead } from '../base/PageHead.tsx'
import { usePage } from '../base/page.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { Badge, Loaded, Panel } from '../base/states.tsx'
import { useStudy } from '../base/study.tsx'
import { t } from '../messages/index.ts'
import { CodebookAbout } from './CodebookAbout.tsx'
import { CodebookCodes } from './CodebookCodes.tsx'
import { CompareVersions } from './CompareVersions.tsx'
import { VariableLine } from './VariableLine.tsx'
import { WhereUsed } from './WhereUsed.tsx'
import './codebooks.css'

/** One version of a codebook as a tree: sections, variables, categories, collapses, codes. */
export default function CodebookPage() {
  const { study } = useStudy()
  const params = useParams()
  const load = createLoad(
    () => params.version,
    (version, signal) => call(readCodebook, { study: study().id, version }, { signal }),
  )
  const [open, setOpen] = createSignal<'changes' | 'used'>()
  const toggle = (which: 'changes' | 'used') => setOpen((was) => (was === which ? undefined : which))
  createShortcuts(
    () => t().codebooks.codebook,
    () => [
      { keys: 'v', label: t().codebooks.changes.title, run: () => toggle('changes') },
      { keys: 'u', label: t().codebooks.used.button, run: () => toggle('used') },
    ],
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
            actions={
              <>
                <Badge>{t().codebooks.inThisStudy(t().base.codings(answer().version.codings))}</Badge>
                <Button aria-expanded={open() === 'changes'} onClick={() => toggle('changes')}>
                  {t().codebooks.changes.title}
                </Button>
                <Button aria-expanded={open() === 'used'} onClick={() => toggle('used')}>
                  {t().codebooks.used.button}
                </Button>
              </>
            }
          />
          <Show when={open()}>
            <div class="codebook__more">
              <Show when={open() === 'changes'} fallback={<WhereUsed version={answer().version} />}>
                <CompareVersions shown={answer()} />
              </Show>
            </div>
          </Show>
          <div class="codebook">
            <div class="stack">
              <For each={answer().codebook.sections}>
                {(section) => <SectionPanel codebook={answer().codebook} section={section} />}
              </For>
              <CodebookCodes codebook={answer().codebook} />
            </div>
            <CodebookAbout codebook={answer().codebook} />
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
