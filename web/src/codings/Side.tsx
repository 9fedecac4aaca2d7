import { For, Match, Switch } from 'solid-js'
import { AnnotationList } from './annotations/AnnotationList.tsx'
import { type Tab, useDesk } from './desk-context.ts'
import { Instruments } from './instruments/Instruments.tsx'
import { MemoPanel } from './MemoPanel.tsx'

/** The instruments, the list of annotations and the memo, one at a time. */
export function Side() {
  const { desk, sight } = useDesk()
  const tabs: { id: Tab; label: () => string }[] = [
    { id: 'ratings', label: () => 'Ratings' },
    { id: 'annotations', label: () => `Annotations ${desk.draft().annotations.size || ''}` },
    { id: 'memo', label: () => (desk.draft().memo.trim() ? 'Memo ·' : 'Memo') },
  ]
  const goToNeighbour = (event: KeyboardEvent, from: Tab) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(tabs.findIndex((one) => one.id === from) + by + tabs.length) % tabs.length]
    if (by === 0 || !next) return
    event.preventDefault()
    sight.setTab(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
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
