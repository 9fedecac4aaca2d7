import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openLog } from './base/log.ts'
import { systemPorts } from './base/ports.ts'
import { readSettings, SettingsError } from './base/settings.ts'
import { makeConsoleReset } from './people/resets.ts'
import { openGround, startServer } from './start.ts'

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const log = (format: 'text' | 'json') => openLog(format, (line) => process.stderr.write(`${line}\n`), systemPorts.now)

async function serve(args: readonly string[]): Promise<void> {
  const settings = readSettings(args, process.env, repository)
  const server = await startServer(settings, { ports: systemPorts, log: log(settings.log), repository })
  process.stdout.write(`${server.greeting}\n`)
  let isStopping = false
  const stop = (): void => {
    // A second Ctrl-C means now.
    if (isStopping) process.exit(130)
    isStopping = true
    server.stop().then(
      () => process.exit(0),
      () => process.exit(3),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** For an owner who lost the password: whoever may start the server may make a link, with the server stopped. */
async function resetLink([login, ...args]: readonly string[]): Promise<void> {
  if (login === undefined || login.startsWith('-')) {
    throw new SettingsError('Say whose password: reset-link LOGIN [--data DIR].')
  }
  const settings = readSettings(args, process.env, repository)
  const address = () => `http://${settings.host}:${settings.port}`
  const { ground, close } = await openGround(settings, { ports: systemPorts, log: log(settings.log) }, address)
  try {
    const { link } = await makeConsoleReset(ground, login.trim().toLowerCase())
    process.stdout.write(`Start the server, then open this within a day: ${link}\n`)
  } finally {
    await close()
  }
}

// Files of the data folder are for the account that runs the server and for nobody else.
process.umask(0o077)

const [command, ...rest] = process.argv.slice(2)

;(command === 'reset-link' ? resetLink(rest) : serve(process.argv.slice(2))).catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`attune: ${reason}\n`)
  process.exit(error instanceof SettingsError ? 2 : 3)
})
