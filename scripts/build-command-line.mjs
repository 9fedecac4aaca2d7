// What `pnpm pack` and `pnpm publish` run before they take packages/cli: the bundle has to be that of these sources.
import { fileURLToPath } from 'node:url'
import { buildCommandLine } from './bootstrap/bundle.mjs'

await buildCommandLine(fileURLToPath(new URL('..', import.meta.url)), process.execPath)
