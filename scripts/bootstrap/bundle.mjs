import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { environmentWith } from './runtime.mjs'
import { say, Trouble } from './say.mjs'

/** Everything that decides how the pages come out. */
const inputs = ['web', 'packages/contract', 'packages/codebooks', 'data/codebooks', 'pnpm-lock.yaml']

/**
 * Builds the pages into web/dist when their sources changed since the last build.
 * @param {string} root
 * @param {string} node
 */
export async function buildBundle(root, node) {
  const stampFile = join(root, 'node_modules', '.cache', 'attune', 'bundle.json')
  const now = fingerprint(root, inputs)
  const stamp = /** @type {{ inputs?: string } | null} */ (readStamp(stampFile))
  if (stamp?.inputs === now && existsSync(join(root, 'web', 'dist', 'index.html'))) return
  say('building the pages')
  const vite = join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js')
  const code = await runChild(node, [vite, 'build', '--logLevel', 'error'], {
    cwd: join(root, 'web'),
    env: { ...environmentWith(root, node), NODE_ENV: 'production', ...(process.stderr.isTTY ? {} : { NO_COLOR: '1' }) },
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0) throw new Trouble('The pages could not be built (see above).')
  writeStamp(stampFile, { inputs: now })
  say('pages are built')
}
