/** A number as it is read, with the full one for the file; a text; or nothing. */
export type Datum = string | { readonly shown: string; readonly value: number | null }

/** The numbers of a chart: what its table shows and its file holds. */
export type ChartData = {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Datum[])[]
}

export const shownOf = (datum: Datum): string => (typeof datum === 'string' ? datum : datum.shown)

/** Text that a spreadsheet could take for a formula begins with an apostrophe, as in every file of the lab. */
function fieldOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const cellOf = (datum: Datum): string =>
  typeof datum === 'string' ? fieldOf(datum) : datum.value === null ? '' : String(datum.value)

/** All digits, one row a line. */
export function csvOf({ columns, rows }: ChartData): string {
  const lines = [columns.map(fieldOf), ...rows.map((row) => row.map(cellOf))]
  return `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}
