import type { Code, Codebook } from '@attune/codebooks'
import { createSignal } from 'solid-js'

/** Own keys by code, where a coder has others than the codebook. */
type OwnKeys = Readonly<Record<string, string>>

export type CodeKeys = ReturnType<typeof createCodeKeys>

/** One key a code: the codebook's, or the coder's own, kept in this browser for every version of the codebook. */
export function createCodeKeys(codebook: Codebook) {
  const store = `attune:code-keys:${codebook.id}`
  const [own, setOwn] = createSignal<OwnKeys>(read(store))
  const ownKeyOf = ({ id }: Code) => (Object.hasOwn(own(), id) ? own()[id] : undefined) // an id may be `constructor`
  const keyOf = (code: Code): string => ownKeyOf(code) ?? code.key ?? ''
  const keep = (next: OwnKeys) => {
    setOwn(next)
    try {
      localStorage.setItem(store, JSON.stringify(next))
    } catch {
      // A browser without storage forgets them with the tab.
    }
  }
  return {
    keyOf,
    codeFor: (key: string): Code | undefined => (key ? codebook.codes.find((code) => keyOf(code) === key) : undefined),
    /** Gives a code a key. Who had it takes the key that becomes free, so that no code is left without one. */
    bind: (code: Code, typed: string) => {
      const key = typed.toLowerCase()
      if (!isCodeKey(key) || key === keyOf(code)) return
      const before = codebook.codes.find((other) => keyOf(other) === key)
      keep({ ...own(), ...(before ? { [before.id]: keyOf(code) } : {}), [code.id]: key })
    },
    isOwn: () => codebook.codes.some((code) => keyOf(code) !== (code.key ?? '')),
    reset: () => keep({}),
  }
}

export const isCodeKey = (key: string): boolean => /^[a-z0-9]$/.test(key)

function read(store: string): OwnKeys {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(store) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, key]) => key === '' || isCodeKey(String(key))))
  } catch {
    return {}
  }
}
