import { createSignal, For, Match, onMount, Switch } from 'solid-js'
import { t } from '../messages/index.ts'
import { AnnotationList } from './annotations/AnnotationList.tsx'
import { type Tab, useDesk } from './desk-context.ts'
import { Instruments } from './instruments/Instruments.tsx'
import { MemoPanel } from './MemoPanel.tsx'

/** The instruments, the list of annotations and the memo, one at a time. */
export function Side() {
  const { desk, sight } = useDesk()
  const tabs: { id: Tab; label: () => string }[] = [
    { id: 'ratings', label: () => t().codings.tabs.ratings },
    { id: 'annotations', label: () => t().codings.tabs.annotations(desk.draft().annotations.size) },
    { id: 'memo', label: () => t().codings.tabs.memo(desk.draft().memo.trim() !== '') },
  ]
  // The words come first: one frame later nobody sees a difference in the instruments.
  const [isTextShown, setTextShown] = createSignal(false)
  onMount(() => requestAnimationFrame(() => setTimeout(() => setTextShown(true))))
  const goToNeighbour = (event: KeyboardEvent, from: Tab) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(tabs.findIndex((one) => one.id === from) + by + tabs.length) % tabs.length]
    if (by === 0 || !next) return
    event.preventDefault()
    sight.setTab(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <section class="coding-side" aria-label={t().codings.instruments}>
      <div class="coding-side__tabs" role="tablist" aria-label={t().codings.instruments}>
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
              onKeyDown={(event) => goToNeighbour(event, tab.id)}
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
              <Match when={tab.id === 'ratings' && isTextShown()}>
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
