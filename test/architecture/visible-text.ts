import { parseSync } from 'oxc-parser'

/** Text that somebody would see or hear, written into a source file instead of the message files. */
export type Found = { readonly line: number; readonly text: string }

/** Attributes and fields of objects whose words reach the screen or a screen reader. */
const spoken = new Set([
  'addLabel',
  'advice',
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'confirm',
  'description',
  'detail',
  'fallback',
  'heading',
  'hint',
  'intro',
  'label',
  'message',
  'placeholder',
  'submit',
  'summary',
  'text',
  'title',
  'what',
  'words',
])
/** Functions that say their words aloud. */
const saying = new Set(['announce', 'createShortcuts'])

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

export function visibleText(path: string, source: string): Found[] {
  const { program, errors } = parseSync(path, source)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const found = new Map<number, string>()
  const take = (texts: readonly { start: number; text: string }[]) => {
    for (const { start, text } of texts) if (hasLetters(text)) found.set(start, text)
  }
  walk(program, (node) => {
    if (node.type === 'JSXText') take([{ start: node.start, text: String(node.value).trim() }])
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') take(nodesOf(node.children).flatMap(inBraces))
    if (node.type === 'JSXAttribute' && spoken.has(nameOf(node.name))) take(literalsOf(node.value))
    if (node.type === 'Property' && spoken.has(nameOf(node.key))) take(literalsOf(node.value))
    if (node.type === 'CallExpression' && saying.has(nameOf(node.callee))) {
      take(nodesOf(node.arguments).flatMap(literalsOf))
    }
    // Wherever it stands: several words in a row are said to somebody.
    take(literalsOf(node).filter(({ text }) => isPhrase(text)))
  })
  return [...found]
    .map(([start, text]) => ({ line: source.slice(0, start).split('\n').length, text }))
    .sort((one, other) => one.line - other.line)
}

const hasLetters = (text: string) => /\p{L}{2}/u.test(text) && text !== 'Attune'
const isPhrase = (text: string) =>
  (text.match(/\p{L}{2,}/gu)?.length ?? 0) > 1 &&
  /^[“„]?\p{L}[\p{L}’']+[,:;]?(?: [\p{L}\d’'“”„…–(),:;-]+)+[.?”“]*$/u.test(text.trim())

/** What an expression may show: a literal, the fixed parts of a template, either branch of a choice. */
function literalsOf(node: unknown): { start: number; text: string }[] {
  if (!isNode(node)) return []
  if (node.type === 'Literal') {
    return typeof node.value === 'string' ? [{ start: node.start, text: node.value }] : []
  }
  if (node.type === 'TemplateLiteral') {
    const fixed = nodesOf(node.quasis).map((part) => (part.value as { cooked?: string }).cooked ?? '')
    return [
      {
        start: node.start,
        text: fixed
          .map((part) => part.trim())
          .join(' … ')
          .trim(),
      },
    ]
  }
  if (node.type === 'JSXExpressionContainer') return literalsOf(node.expression)
  if (node.type === 'ConditionalExpression') return [...literalsOf(node.consequent), ...literalsOf(node.alternate)]
  if (node.type === 'LogicalExpression') return [...literalsOf(node.left), ...literalsOf(node.right)]
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    return [...literalsOf(node.left), ...literalsOf(node.right)]
  }
  return []
}

const inBraces = (child: Node) => (child.type === 'JSXExpressionContainer' ? literalsOf(child) : [])

const nodesOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : [])

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name)
  return node.type === 'Literal' ? String(node.value) : ''
}

/** Every node but those nobody sees: types, imports, faults for programmers, style classes, paths of drawings. */
function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, see)
  if (!isNode(value) || isUnseen(value)) return
  see(value)
  for (const child of Object.values(value)) if (typeof child === 'object') walk(child, see)
}

function isUnseen(node: Node): boolean {
  if (/^(TS|Import|Export(All|Named)Declaration$)/.test(node.type)) return node.type !== 'ExportNamedDeclaration'
  if (node.type === 'NewExpression') return nameOf(node.callee).endsWith('Error')
  if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.type === 'Super') return true
  if (node.type === 'Property' && nameOf(node.key) === 'font-family') return true
  if (node.type === 'JSXAttribute')
    return /^(class|classList|d|accept|autocomplete|style|role)$/.test(nameOf(node.name))
  return false
}
