// The one script that runs before anything is installed: plain JavaScript, nothing but Node (20 or newer).
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundle, buildCommandLine } from './bootstrap/bundle.mjs'
import { runChild } from './bootstrap/child.mjs'
import { installPackages } from './bootstrap/packages.mjs'
import { environmentWith, fittingNode } from './bootstrap/runtime.mjs'
import { say, Trouble } from './bootstrap/say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {(root: string, node: string) => Promise<void>} Build */

/** @type {Record<string, { scope: 'running' | 'everything', build?: Build, program: string }>} */
const commands = {
  start: { scope: 'running', build: buildBundle, program: 'api/src/main.ts' },
  attune: { scope: 'running', build: buildCommandLine, program: 'packages/cli/bin/attune.cjs' },
  test: { scope: 'everything', program: 'scripts/check.ts' },
}

/** @param {readonly string[]} args */
async function main([name = '', ...rest]) {
  const command = commands[name]
  if (!command) throw new Trouble(`"${name}" is not a command. There are: ${Object.keys(commands).join(', ')}.`)
  await installPackages(root, command.scope)
  const node = fittingNode(root)
  await command.build?.(root, node)
  // `npm run attune -- file.csv` means the file beside the user, not beside this checkout.
  const cwd = name === 'attune' ? (process.env.INIT_CWD ?? process.cwd()) : root
  return runChild(node, [join(root, command.program), ...rest], { cwd, env: environmentWith(root, node) })
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  say(error.message)
  process.exitCode = 1
}
