import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { environmentWith } from './runtime.mjs'
import { say, Trouble } from './say.mjs'

/**
 * What is built: where, from everything that decides how it comes out.
 * @typedef {{ what: string, folder: string, output: string, stamp: string, inputs: readonly string[] }} Bundle
 */

/** @type {Bundle} */
const pages = {
  what: 'the pages',
  folder: 'web',
  output: 'index.html',
  stamp: 'bundle.json',
  inputs: ['web', 'packages/contract', 'packages/codebooks', 'data/codebooks', 'pnpm-lock.yaml'],
}

/** @type {Bundle} */
const commandLine = {
  what: 'the command line',
  folder: 'packages/cli',
  output: 'attune.cjs',
  stamp: 'command-line.json',
  inputs: ['packages', 'pnpm-lock.yaml'],
}

/**
 * Builds the pages into web/dist when their sources changed since the last build.
 * @param {string} root
 * @param {string} node
 */
export const buildBundle = (root, node) => build(root, node, pages)

/**
 * Builds the command line into packages/cli/dist when its sources changed since the last build.
 * @param {string} root
 * @param {string} node
 */
export const buildCommandLine = (root, node) => build(root, node, commandLine)

/**
 * @param {string} root
 * @param {string} node
 * @param {Bundle} bundle
 */
async function build(root, node, { what, folder, output, stamp, inputs }) {
  const stampFile = join(root, 'node_modules', '.cache', 'attune', stamp)
  const now = fingerprint(root, inputs)
  const before = /** @type {{ inputs?: string } | null} */ (readStamp(stampFile))
  if (before?.inputs === now && existsSync(join(root, folder, 'dist', output))) return
  say(`building ${what}`)
  const vite = join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await runChild(node, [vite, 'build', '--logLevel', 'error'], {
    cwd: join(root, folder),
    env: { ...environmentWith(root, node), NODE_ENV: 'production', ...(process.stderr.isTTY ? {} : { NO_COLOR: '1' }) },
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0) throw new Trouble(`${what[0]?.toUpperCase()}${what.slice(1)} could not be built (see above).`)
  writeStamp(stampFile, { inputs: now })
  say(`${what} ${what.endsWith('s') ? 'are' : 'is'} built`)
}
