/** Wrong usage or bad input: the message says where and what, the remedy says what to do. Leads to exit code 2. */
export class Refusal extends Error {
  readonly remedy: string

  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'Refusal'
    this.remedy = remedy
  }
}

/** A place in a file, as it stands in front of a message. */
export function place(file: string, line: number, column?: string): string {
  const name = file === '-' ? 'standard input' : file
  return [name, line > 0 ? `line ${line}` : '', column === undefined ? '' : `column ${column}`]
    .filter(Boolean)
    .join(', ')
}
