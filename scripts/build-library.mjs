// What `pnpm pack` and `pnpm publish` run before they take packages/agreement: modules and types of these sources. Node does not
// strip types from packages it has installed, so what is published is JavaScript.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const library = fileURLToPath(new URL('../packages/agreement/', import.meta.url))
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))

rmSync(`${library}dist`, { recursive: true, force: true })
execFileSync(process.execPath, [compiler, '-p', library], { stdio: 'inherit' })
