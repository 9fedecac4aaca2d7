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

/** What the library will not compute (`RangeError`) is a refusal to the person who asked; any other error is a fault. */
export function orRefuse<Value>(where: string, remedy: string, compute: () => Value): Value {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(`${where}${error.message}`, remedy)
    throw error
  }
}
