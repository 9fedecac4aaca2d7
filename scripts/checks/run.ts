import { runChild } from '../bootstrap/child.mjs'

/** No stage of a healthy checkout takes this long; one that hangs must not hold up the rest. */
const longest = 15 * 60_000

/** Runs a program of the checkout to its end; its output goes straight through. */
export const run = (root: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  runChild(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], timeout: longest })
