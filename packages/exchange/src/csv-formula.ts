/**
 * What a spreadsheet would run instead of show: text that begins with = + - @ (also full-width, also behind
 * blanks) or with a tab or line break. Apostrophes in front are counted in, so that one more can be taken away again.
 */
const DANGEROUS = /^'*(?:[\t\r\n]|[\s\u200B\uFEFF]*[=+\-@＝＋－＠])/u
const ESCAPED = /^'+(?:[\t\r\n]|[\s\u200B\uFEFF]*[=+\-@＝＋－＠])/u

/** Text as it may stand in a cell: an apostrophe goes in front of whatever a spreadsheet would take for a formula. */
export function escapeFormula(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text
}

/** The text before {@link escapeFormula}: `unescapeFormula(escapeFormula(text))` is `text`, whatever the text. */
export function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell
}
