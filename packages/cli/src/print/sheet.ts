import { alignedGrid, type Grid, markdownGrid } from './grid.ts'

/** How a sheet is printed: for a Markdown file, or for a terminal with or without colour. */
export interface SheetStyle {
  readonly markdown: boolean
  readonly colour: boolean
}

/** A line above, then tables and lists of remarks, each apart from the next; empty lists are left out. */
export function sheet(head: string, parts: readonly (Grid | readonly string[])[], style: SheetStyle): string {
  const bold = (text: string) => (style.colour ? `\u001B[1m${text}\u001B[22m` : text)
  const dim = (text: string) => (style.colour ? `\u001B[2m${text}\u001B[22m` : text)
  const line = (text: string) => (style.markdown ? `${text}  \n` : `${dim(text)}\n`)
  const blocks = parts.map((part) => {
    if (!('columns' in part)) return part.map(line).join('')
    return style.markdown ? markdownGrid(part) : alignedGrid(part, bold)
  })
  return [`${head}\n`, ...blocks.filter((block) => block !== '')].join('\n')
}
