import type { Workspace } from '@attune/contract'
import { createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { createCommands, matches } from '../base/commands.ts'
import { createShortcuts } from '../base/shortcuts.ts'
import { t } from '../messages/index.ts'
import { RaisedAnnotation } from './annotations/RaisedAnnotation.tsx'
import { ConflictPanel } from './ConflictPanel.tsx'
import { codeSegment, codesOf } from './coding-actions.ts'
import { codingKeys, letterKeys, pressCodeKey, textKeys } from './coding-keys.ts'
import { createDesk } from './desk.ts'
import { createSight, DeskProvider } from './desk-context.ts'
import { Guards, SavingNotices } from './Guards.tsx'
import { createScreenClock, MediaClockProvider } from './media/clock.ts'
import { MediaPanel } from './media/MediaPanel.tsx'
import { Observation } from './observation/Observation.tsx'
import type { Outbox } from './outbox/outbox.ts'
import { PaneSwitch } from './PaneSwitch.tsx'
import type { Ports } from './ports.ts'
import { Side } from './Side.tsx'
import { SubmitPanel } from './SubmitPanel.tsx'
import { TopBar } from './TopBar.tsx'
import { TrainingBar } from './training/TrainingBar.tsx'
import { Transcript } from './transcript/Transcript.tsx'
import './coding.css'

/** The coder's desk: the material to the left, the instruments to the right, the state of the work above. */
export function CodingDesk(props: {
  workspace: Workspace
  ports: Ports
  outbox?: Outbox
  /** After the coding was frozen. */
  onSubmitted?: () => void
}) {
  const desk = createDesk(props.workspace, props.ports, props.outbox)
  const sight = createSight(desk)
  const clock = createScreenClock()
  const [isSubmitting, setSubmitting] = createSignal(false)
  const { material } = props.workspace
  const hasNews = () => desk.saving().conflicts.length > 0 || !['saved', 'saving'].includes(desk.saving().status)

  // Listed below the others, because they mean codes only at times.
  if (material.kind === 'transcript')
    createShortcuts(
      () => t().codings.keys.letters,
      () => letterKeys(desk, sight),
    )
  createShortcuts(
    () => t().codings.keys.coding,
    () => codingKeys(desk, sight, () => desk.mayWrite() && setSubmitting(true)),
  )
  if (material.kind === 'transcript')
    createShortcuts(
      () => t().codings.keys.text,
      () => textKeys(desk, sight),
    )
  createCommands((typed) => {
    const stretch = sight.selection()
    if (!stretch) return []
    return codesOf(desk)
      .filter((code) => matches(`code ${code.label} ${code.group ?? ''}`, typed))
      .map((code) => ({
        id: `code-${code.id}`,
        label: t().codings.keys.codeAs(code.label),
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
      <MediaClockProvider value={clock}>
        <div class="coding" data-pane={sight.pane()} data-news={hasNews() ? 'true' : 'false'}>
          <div>
            <TopBar isSubmitOpen={isSubmitting()} onSubmit={() => setSubmitting(!isSubmitting())} />
            <TrainingBar />
          </div>
          <div class="coding-notices">
            <Show when={isSubmitting() && desk.mayWrite()}>
              <SubmitPanel onClose={() => setSubmitting(false)} onSubmitted={() => props.onSubmitted?.()} />
            </Show>
          </div>
          <PaneSwitch />
          <div class="coding-panes">
            <section
              class="coding-material"
              aria-label={material.kind === 'transcript' ? t().codings.text : t().codings.observation}
            >
              <Show when={props.ports.media}>{(media) => <MediaPanel media={media()} />}</Show>
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
          {/* What comes by itself lies over the page: nothing may move away under a click. */}
          <div class="coding-events">
            <ConflictPanel />
            <SavingNotices />
          </div>
          <Guards />
        </div>
      </MediaClockProvider>
    </DeskProvider>
  )
}
