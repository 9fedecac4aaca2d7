import type { UsedOptions } from '@attune/agreement'

/** The lines of R for a coefficient with these options. */
export type Recipe = (options: UsedOptions) => readonly string[]

export const level = ({ confidence = 0.95 }: UsedOptions) => String(confidence)

/** A string of R; what R would not understand in quotes is written as an escape. */
export const rText = (text: string) =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/** A vector of R, on lines that a person can scroll. */
export function rVector(values: readonly string[]): string {
  const lines: string[] = []
  let line = ''
  for (const [index, value] of values.entries()) {
    const piece = index === values.length - 1 ? value : `${value}, `
    if (line !== '' && line.length + piece.length > 110) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return `c(${[...lines, line].join('\n  ')})`
}
