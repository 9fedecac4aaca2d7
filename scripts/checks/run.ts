import { runChild } from '../bootstrap/child.mjs'

/** Minutes: no stage of a healthy checkout takes this long; one that hangs must not hold up the rest. */
const longest = 15

/** Colour is for people: a log or another program gets plain text. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }

/** Runs a program of the checkout to its end; its output goes straight through. */
export const run = (root: string, program: string, args: readonly string[], minutes = longest) =>
  runChild(program, args, {
    cwd: root,
    env: { ...process.env, ...plain },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: minutes * 60_000,
  })
