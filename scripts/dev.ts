import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBundle } from './bootstrap/bundle.mjs'
import { runChild } from './bootstrap/child.mjs'

/**
 * The API restarts when its sources change; Vite serves the pages and passes /api on to it. Both know the address the
 * browser uses, because the API accepts writes from its own origin only.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const port = process.env.PORT ?? '3000'
const pagesPort = '5173'
const pages = join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js')
const settings = ['--port', port, '--origin', `http://127.0.0.1:${pagesPort}`, ...process.argv.slice(2)]

// The server insists on built pages; the browser gets Vite's.
await buildBundle(root, process.execPath)
const codes = await Promise.all([
  runChild(process.execPath, ['--watch-preserve-output', '--watch', 'api/src/main.ts', ...settings], { cwd: root }),
  runChild(process.execPath, [pages, '--port', pagesPort, '--strictPort'], {
    cwd: join(root, 'web'),
    env: { ...process.env, ATTUNE_API: `http://127.0.0.1:${port}` },
  }),
])
process.exitCode = Math.max(...codes)
