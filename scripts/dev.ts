import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild } from './bootstrap/child.mjs'

/** The API restarts when its sources change; Vite serves the pages and passes /api on to it. */
const root = fileURLToPath(new URL('..', import.meta.url))
const port = process.env.PORT ?? '3000'
const pages = join(root, 'web', 'node_modules', 'vite', 'bin', 'vite.js')

const codes = await Promise.all([
  runChild(process.execPath, ['--watch-preserve-output', '--watch', 'api/src/main.ts', '--port', port], { cwd: root }),
  runChild(process.execPath, [pages], {
    cwd: join(root, 'web'),
    env: { ...process.env, ATTUNE_API: `http://127.0.0.1:${port}` },
  }),
])
process.exitCode = Math.max(...codes)
