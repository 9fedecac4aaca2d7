import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type Import = { readonly from: string; readonly line: number }

/** What the rules want to know of one file; every finding carries its line. */
export type Source = {
  readonly path: string
  readonly imports: readonly Import[]
  /** Uses of what the rules watch: `export *`, `Date.now`, `new Date()`, `fetch()`, `style="…"`, `innerHTML`. */
  readonly uses: readonly { readonly what: string; readonly line: number }[]
}

/** Reads one file, given with its path from the root of the checkout. */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const uses: { what: string; line: number }[] = []
  visit(program, (node) => {
    const from = requested(node)
    if (from !== null) imports.push({ from, line: lineOf(node.start) })
    const what = watched(node)
    if (what !== null) uses.push({ what, line: lineOf(node.start) })
  })
  return { path, imports, uses }
}

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

function visit(value: unknown, see: (node: Node) => void) {
  if (Array.isArray(value)) for (const one of value) visit(one, see)
  else if (isNode(value)) {
    see(value)
    for (const child of Object.values(value)) if (typeof child === 'object') visit(child, see)
  }
}

const importing = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

/** The module a node asks for, types included; a name put together at run time gives its fixed beginning. */
function requested(node: Node): string | null {
  if (!importing.has(node.type) || !isNode(node.source)) return null
  if (node.source.type === 'Literal') return String(node.source.value)
  const quasis = node.source.quasis
  const first = Array.isArray(quasis) ? quasis[0] : null
  return isNode(first) ? String((first.value as { cooked?: string }).cooked ?? '') : ''
}

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name)
  return node.type === 'Literal' ? String(node.value) : ''
}

function watched(node: Node): string | null {
  if (node.type === 'ExportAllDeclaration') return 'export *'
  if (node.type === 'MemberExpression') return `${nameOf(node.object)}.${nameOf(node.property)}`
  if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Identifier') {
    return `${nameOf(node.callee)}()`
  }
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return Array.isArray(node.arguments) && node.arguments.length === 0 ? 'new Date()' : null
  }
  if (node.type === 'JSXAttribute') {
    const literal = isNode(node.value) && node.value.type === 'Literal'
    return `<${nameOf(node.name)}=${literal ? '"…"' : '{…}'}>`
  }
  return null
}

/** Every source file of these folders, in stable order. */
export function readSources(folders: readonly string[]): Source[] {
  return filesIn(folders)
    .filter((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Paths from the root, with `/`, of every file in these folders that is ours. */
export function filesIn(folders: readonly string[]): string[] {
  const within = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (['node_modules', 'dist'].includes(entry.name)) return []
      const path = posix.join(folder, entry.name)
      return entry.isDirectory() ? within(path) : [path]
    })
  return folders.flatMap(within).sort()
}
