import { prefer, preferences } from './preferences.ts'
import { isSingleKey, type ShortcutGroup, type ShortcutNow } from './shortcuts.ts'

/** Keys with a fixed meaning: to move, to leave, to rate and to code by number, and what browsers keep for themselves. */
const fixed =
  /^((Shift\+)?(Tab|Enter|Escape|Backspace|Delete|Insert| |Arrow\w+|Page\w+|Home|End)|\d|\+|(Mod|Alt)\+\+|Mod\+[ACVXTWNRPFLQ])$/

/** Whether somebody may choose other keys for it: what is only listed is heard elsewhere, and some keys are fixed. */
export const isChangeable = ({ run, usual }: ShortcutNow): boolean => run !== undefined && !fixed.test(usual)

export type KeyFault = { readonly why: 'fixed' | 'needs-modifier' } | { readonly why: 'taken'; readonly by: string }

/** What speaks against these keys for a shortcut, given everything that this screen listens for. */
export function faultOf(keys: string, shortcut: ShortcutNow, groups: readonly ShortcutGroup[]): KeyFault | null {
  if (fixed.test(keys)) return { why: 'fixed' }
  if (shortcut.inFields && isSingleKey(keys)) return { why: 'needs-modifier' }
  // The first of a sequence counts too: after it the second would be waited for.
  const begins = (one: ShortcutNow) => one.keys === keys || one.keys.startsWith(`${keys} `)
  const other = groups.flatMap((group) => group.shortcuts).find((one) => one.usual !== shortcut.usual && begins(one))
  return other ? { why: 'taken', by: other.label } : null
}

/** Other keys for a shortcut; its usual keys end the change. */
export function changeKeys(usual: string, keys: string): void {
  const { [usual]: _, ...others } = preferences().keys
  prefer({ keys: keys === usual ? others : { ...others, [usual]: keys } })
}
