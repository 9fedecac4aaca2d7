const begun = performance.now()

/**
 * One line of progress. It goes to stderr: stdout belongs to the program that is started.
 * @param {string} line
 */
export function say(line) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(5)
  process.stderr.write(`attune ${seconds} s  ${line}\n`)
}

/** A fault that the reader can mend: told without a stack. */
export class Trouble extends Error {}
