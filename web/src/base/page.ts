import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'

export type Crumb = { readonly label: string; readonly href: string }
export type Page = {
  /** Where am I: the title of the tab, the last word of the breadcrumb. */
  readonly title: string
  /** Between the study and this page. */
  readonly crumbs?: readonly Crumb[]
  /** `full`: no side bar and no margins, for a screen that is a desk of its own. */
  readonly layout?: 'usual' | 'full'
}

const [page, setPage] = createSignal<Page>({ title: '' })

export { page }

/** Says what this screen is. Call it once in every screen. */
export function usePage(describe: Accessor<Page>): void {
  createEffect(() => {
    const now = describe()
    setPage(now)
    document.title = now.title ? `${now.title} · Attune` : 'Attune'
  })
  onCleanup(() => setPage({ title: '' }))
}
