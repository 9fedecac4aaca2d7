/** Text that has to fit; the whole of it stands in the table. */
export function shortened(text: string, letters: number): string {
  const all = [...text]
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('')}…`
}
