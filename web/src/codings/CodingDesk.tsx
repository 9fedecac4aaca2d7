import type { Workspace } from '@attune/contract'
import { createSignal, For, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { createCommands, matches } from '../base/commands.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { AnnotationList } from './annotations/AnnotationList.tsx'
import { RaisedAnnotation } from './annotations/RaisedAnnotation.tsx'
import { ConflictPanel } from './ConflictPanel.tsx'
import { codeSegment, codesOf } from './coding-actions.ts'
import { codingKeys, pressCodeKey, readingKeys } from './coding-keys.ts'
import { createDesk } from './desk.ts'
import { createSight, DeskProvider, type Tab } from './desk-context.ts'
import { Guards, SavingNotices } from './Guards.tsx'
import { Instruments } from './instruments/Instruments.tsx'
import { MemoPanel } from './MemoPanel.tsx'
import { Observation } from './observation/Observation.tsx'
import type { Ports } from './ports.ts'
import { SubmitPanel } from './SubmitPanel.tsx'
import { TopBar } from './TopBar.tsx'
import { Transcript } from './transcript/Transcript.tsx'
import './coding.css'

/** The coder's desk: the material to the left, the instruments to the right, the state of the work above. */
export function CodingDesk(props: { workspace: Workspace; ports: Ports }) {
  const desk = createDesk(props.workspace, props.ports)
  const sight = createSight(desk)
  const [isSubmitting, setSubmitting] = createSignal(false)
  const { material } = props.workspace

  createShortcuts('Coding', () => codingKeys(desk, sight, () => desk.mayWrite() && setSubmitting(true)))
  if (material.kind === 'transcript') createShortcuts('In the text', () => readingKeys)
  createCommands((typed) => {
    const stretch = sight.selection()
    if (!stretch) return []
    return codesOf(desk)
      .filter((code) => matches(`code ${code.label} ${code.group ?? ''}`, typed))
      .map((code) => ({
        id: `code-${code.id}`,
        label: `Code as ${code.label}`,
        hint: code.group ?? '',
        run: () => codeSegment(desk, sight, code, stretch),
      }))
  })
  // Before the keys of the shell, which listens at the document: with words selected, letters are codes.
  const press = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && pressCodeKey(desk, sight, event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  onMount(() => document.body.addEventListener('keydown', press, true))
  onCleanup(() => document.body.removeEventListener('keydown', press, true))

  return (
    <DeskProvider value={{ desk, sight }}>
      <div class="coding" data-pane={sight.pane()}>
        <TopBar isSubmitOpen={isSubmitting()} onSubmit={() => setSubmitting(!isSubmitting())} />
        <div class="coding-notices">
          <SavingNotices />
          <ConflictPanel />
          <Show when={isSubmitting() && desk.mayWrite()}>
            <SubmitPanel onClose={() => setSubmitting(false)} />
          </Show>
        </div>
        <PaneSwitch />
        <div class="coding-panes">
          <section class="coding-material" aria-label={material.kind === 'transcript' ? 'Text' : 'Observation'}>
            <Switch>
              <Match when={material.kind === 'transcript' && material}>
                {(text) => <Transcript material={text()} />}
              </Match>
              <Match when={material.kind === 'observation' && material}>
                {(record) => <Observation record={record()} />}
              </Match>
            </Switch>
            <RaisedAnnotation />
          </section>
          <Side />
        </div>
        <Guards />
      </div>
    </DeskProvider>
  )

  /** On a phone only one side is shown at a time. */
  function PaneSwitch() {
    return (
      <fieldset class="pane-switch" aria-label="What is shown">
        <button type="button" aria-pressed={sight.pane() === 'material'} onClick={() => sight.setPane('material')}>
          {material.kind === 'transcript' ? 'Text' : 'Observation'}
        </button>
        <button
          type="button"
          aria-pressed={sight.pane() === 'instruments'}
          onClick={() => sight.setPane('instruments')}
        >
          Instruments
        </button>
      </fieldset>
    )
  }

  function Side() {
    const tabs: { id: Tab; label: () => string }[] = [
      { id: 'ratings', label: () => 'Ratings' },
      { id: 'annotations', label: () => `Annotations ${desk.draft().annotations.size || ''}` },
      { id: 'memo', label: () => (desk.draft().memo.trim() ? 'Memo ·' : 'Memo') },
    ]
    return (
      <section class="coding-side" aria-label="Instruments">
        <div class="coding-side__tabs" role="tablist" aria-label="Instruments">
          <For each={tabs}>
            {(tab) => (
              <button
                type="button"
                role="tab"
                id={`tab-${tab.id}`}
                aria-selected={sight.tab() === tab.id}
                aria-controls={`panel-${tab.id}`}
                tabindex={sight.tab() === tab.id ? 0 : -1}
                onClick={() => sight.setTab(tab.id)}
                onKeyDown={(event) => {
                  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
                  const next = tabs[(tabs.findIndex((one) => one.id === tab.id) + by + tabs.length) % tabs.length]
                  if (by === 0 || !next) return
                  event.preventDefault()
                  sight.setTab(next.id)
                  document.getElementById(`tab-${next.id}`)?.focus()
                }}
              >
                {tab.label()}
              </button>
            )}
          </For>
        </div>
        <For each={tabs}>
          {(tab) => (
            <div
              class="coding-side__panel"
              role="tabpanel"
              id={`panel-${tab.id}`}
              aria-labelledby={`tab-${tab.id}`}
              hidden={sight.tab() !== tab.id}
              tabindex="0"
            >
              <Switch>
                <Match when={tab.id === 'ratings'}>
                  <Instruments />
                </Match>
                <Match when={tab.id === 'annotations' && sight.tab() === 'annotations'}>
                  <AnnotationList />
                </Match>
                <Match when={tab.id === 'memo'}>
                  <MemoPanel />
                </Match>
              </Switch>
            </div>
          )}
        </For>
      </section>
    )
  }
}
