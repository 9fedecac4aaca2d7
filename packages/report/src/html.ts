/** Markup that is safe to put into a page. Only `html` makes it. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | null | readonly Part[]

/** Every text that is put in is escaped, so that a name from a file can never become markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => text + markupOf(parts[index] ?? null)).join('') }
}

function markupOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : '\uFFFD'))
}

/** A table that scrolls by itself on a narrow screen; every cell is markup already. */
export function dataTable(table: {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (Html | string)[])[]
  /** Positions of columns that are set to the right. */
  readonly right: ReadonlySet<number>
}): Html {
  const side = (index: number) => html`${table.right.has(index) ? html` class="right"` : null}`
  const head = table.head.map((name, index) =>
    name === '' ? html`<td></td>` : html`<th scope="col"${side(index)}>${name}</th>`,
  )
  const rows = table.rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell, index) => html`<td${side(index + 1)}>${cell}</td>`)
    return html`<tr><th scope="row">${first}</th>${cells}</tr>\n`
  })
  return html`<div class="scroll" role="group" aria-label="${table.caption}" tabindex="0"><table>
<caption>${table.caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}</tbody></table></div>
`
}
