import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const tests = new URL('./tests.ts', import.meta.url).href
const state = new URL('./state.ts', import.meta.url).href
const forgetful = new URL('./forgetful.ts', import.meta.url).href

/**
 * Lets this process import the TypeScript below `root` as often as it likes: everything imported from a module whose
 * address ends in `?shared-3` belongs to that copy. Copies named `cover` count which mutants are passed.
 */
export function installLoader(root: string): void {
  const base = pathToFileURL(`${root}/`).href
  const library = `${base}packages/agreement/src/index.ts`
  const sources = new Map<string, string>()
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? ''
      if (!parent.startsWith(base)) return next(specifier, context)
      if (specifier === 'vitest') return { url: tests, shortCircuit: true }
      if (specifier === state) return { url: state, shortCircuit: true }
      if (specifier === '@attune/agreement') return { url: library + new URL(parent).search, shortCircuit: true }
      if (!specifier.startsWith('.')) return next(specifier, context)
      const url = new URL(specifier, parent)
      url.search = new URL(parent).search
      if (url.search.startsWith('?shared') && url.pathname.endsWith('/base/remember.ts')) {
        return { url: forgetful, shortCircuit: true }
      }
      return { url: url.href, shortCircuit: true }
    },
    load(url, context, next) {
      if (!url.startsWith(base) || url.includes('/node_modules/')) return next(url, context)
      const key = url.replace(/-\d+$/, '')
      const source = sources.get(key) ?? sourceOf(new URL(url))
      sources.set(key, source)
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

function sourceOf(url: URL): string {
  const text = readFileSync(fileURLToPath(url), 'utf8')
  if (url.pathname.endsWith('.json')) return `export default ${text}`
  if (!url.pathname.endsWith('.ts')) return text
  const plain = stripTypeScriptTypes(text)
  return plain.includes('stryMutAct_9fa48') ? withQuickSwitches(plain, url.search.startsWith('?cover')) : plain
}

/** Stryker's own switch and counter ask an object by name at each pass; a loop over many items cannot afford that. */
function withQuickSwitches(source: string, counting: boolean): string {
  const switched = source
    .replace(/stryMutAct_9fa48\("(\d+)"\)/g, '(activeMutant === $1 && hitMutant())')
    .replace(/stryCov_9fa48\(((?:"\d+"(?:, )?)+)\)/g, (_, ids: string) =>
      counting ? `coverMutants(${ids.replaceAll('"', '')})` : '0',
    )
  return `import { active as activeMutant, cover as coverMutants, hit as hitMutant } from '${state}'\n${switched}`
}
