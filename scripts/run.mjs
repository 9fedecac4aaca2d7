// The one script that runs before anything is installed: plain JavaScript, nothing but Node (20 or newer).
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundle } from './bootstrap/bundle.mjs'
import { runChild } from './bootstrap/child.mjs'
import { installPackages } from './bootstrap/packages.mjs'
import { environmentWith, fittingNode } from './bootstrap/runtime.mjs'
import { say, Trouble } from './bootstrap/say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @type {Record<string, { scope: 'running' | 'everything', bundle: boolean, program: string }>} */
const commands = {
  start: { scope: 'running', bundle: true, program: 'api/src/main.ts' },
  attune: { scope: 'running', bundle: false, program: 'packages/cli/src/main.ts' },
  test: { scope: 'everything', bundle: false, program: 'scripts/check.ts' },
}

/** @param {readonly string[]} args */
async function main([name = '', ...rest]) {
  const command = commands[name]
  if (!command) throw new Trouble(`"${name}" is not a command. There are: ${Object.keys(commands).join(', ')}.`)
  await installPackages(root, command.scope)
  const node = fittingNode(root)
  if (command.bundle) await buildBundle(root, node)
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
