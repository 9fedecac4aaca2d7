import { format } from 'node:util'
import { expectTypeOf, vi, expect as vitestExpect } from 'vitest'

/** A test of a file in test/agreement, without vitest round it. */
export interface Test {
  readonly id: string
  readonly file: string
  readonly body: () => unknown
}

let collected: Test[] = []
let currentFile = ''
let titles: readonly string[] = []

/** Loads test files, which declare their tests through the functions below. */
export async function collect(files: readonly string[], load: (file: string) => Promise<unknown>): Promise<Test[]> {
  collected = []
  for (const file of files) {
    currentFile = file
    titles = []
    await load(file)
  }
  return collected
}

/** Options such as a time limit may stand between title and body; here they mean nothing. */
function bodyOf(title: string, rest: readonly unknown[]): Body {
  const body = rest.at(-1)
  if (typeof body !== 'function') throw new TypeError(`"${title}" has no body.`)
  return (...values) => Reflect.apply(body, undefined, values)
}

function declareGroup(title: string, ...rest: readonly unknown[]): void {
  const outer = titles
  titles = [...outer, title]
  bodyOf(title, rest)()
  titles = outer
}

function declareTest(title: string, ...rest: readonly unknown[]): void {
  const body = bodyOf(title, rest)
  const name = [...titles, title].join(' > ')
  const same = collected.filter((test) => test.file === currentFile && test.id.startsWith(`${currentFile}#${name}`))
  const id = `${currentFile}#${name}${same.length > 0 ? ` (${same.length + 1})` : ''}`
  collected.push({ id, file: currentFile, body })
}

function titleOf(title: string, row: unknown): string {
  const named = title.replace(/\$(\w+)/g, (whole, key: string) =>
    typeof row === 'object' && row !== null && key in row ? String(Reflect.get(row, key)) : whole,
  )
  const values = Array.isArray(row) ? row : [row]
  return named.includes('%') ? format(named, ...values.slice(0, named.split('%').length - 1)) : named
}

type Body = (...values: readonly unknown[]) => unknown

function eachOf(declare: (title: string, body: () => void) => void) {
  return (rows: readonly unknown[]) =>
    (title: string, ...rest: readonly unknown[]) => {
      const body = bodyOf(title, rest)
      for (const row of rows) {
        declare(titleOf(title, row), () => body(...(Array.isArray(row) ? row : [row])))
      }
    }
}

// What `expect` asks of the worker it believes to run in.
Object.assign(globalThis, { __vitest_worker__: { config: {} } })
vitestExpect.extend({
  /** Vitest keeps snapshots through its own runner; those of plain lists can be compared as they stand. */
  toMatchInlineSnapshot(received: unknown, snapshot: string) {
    const pass = JSON.stringify(received) === JSON.stringify(JSON.parse(snapshot.replace(/,(?=\s*[\]}])/g, '')))
    return { pass, message: () => 'The snapshot differs.' }
  },
})

export const describe = Object.assign(declareGroup, { each: eachOf(declareGroup) })
export const it = Object.assign(declareTest, { each: eachOf(declareTest) })
export const expect = vitestExpect
export { expectTypeOf, vi }
