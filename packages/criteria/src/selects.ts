import type { Selector } from './criterion.ts'

/** Whether a condition is about a variable, among those that are trained. */
export function selects(selector: Selector, variable: { readonly id: string; readonly kind: string }): boolean {
  if ('codes' in selector) return false
  const [asked, own]: [readonly string[], string] =
    'kinds' in selector ? [selector.kinds, variable.kind] : [selector.ids, variable.id]
  return asked.length === 0 || asked.includes(own)
}
