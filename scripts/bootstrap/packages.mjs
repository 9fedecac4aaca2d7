import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { runChild } from './child.mjs'
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs'
import { say, Trouble } from './say.mjs'

const pnpmVersion = '12.21.0'

/**
 * Installs the packages when the lockfile or a manifest changed since the last success; otherwise touches nothing
 * and needs no network.
 * @param {string} root
 * @param {'running' | 'everything'} scope `running` leaves out what only tests and checks need, more than half of it
 */
export async function installPackages(root, scope) {
  const stampFile = join(root, 'node_modules', '.cache', 'attune', 'installed.json')
  const now = fingerprint(root, manifests(root))
  const stamp = /** @type {{ manifests?: string } | null} */ (readStamp(stampFile))
  const hasEverything = existsSync(join(root, 'node_modules', 'vitest'))
  const complete = scope === 'running' || hasEverything
  if (complete && stamp?.manifests === now) return
  say(stamp ? 'packages changed: installing' : 'installing packages, which takes a minute the first time')
  const code = await pnpm(root, [
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    ...(scope === 'running' && !hasEverything ? running : []),
  ])
  if (code !== 0) {
    throw new Trouble(
      'The packages could not be installed (see above). A first start needs the npm registry: check the network, ' +
        'or the proxy and registry settings of npm, and start again.',
    )
  }
  writeStamp(stampFile, { manifests: now })
  say('packages are ready')
}

const running = ['--prod', '--filter', '!@attune/test']

/**
 * Every file that decides what is installed.
 * @param {string} root
 */
export function manifests(root) {
  const members = readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `packages/${name}`)
  const folders = ['.', ...members, 'api', 'web', 'test']
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...folders.map((folder) => `${folder}/package.json`)]
}

/**
 * Runs our version of pnpm: the one that is calling us if it fits, else through npm, which comes with Node.
 * @param {string} root
 * @param {readonly string[]} args
 */
function pnpm(root, args) {
  const caller = process.env.npm_execpath ?? ''
  const agent = process.env.npm_config_user_agent ?? ''
  // NODE_ENV=production would leave out what the tests need, and `npm run --silent` would hide why it fails.
  const { NODE_ENV: _, npm_config_loglevel: __, ...env } = process.env
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] }
  if (agent.startsWith(`pnpm/${pnpmVersion} `) && existsSync(caller)) {
    return isScript(caller) ? runChild(process.execPath, [caller, ...args], options) : runChild(caller, args, options)
  }
  const viaNpm = ['exec', '--yes', '--prefer-offline', '--', `pnpm@${pnpmVersion}`, ...args]
  const script = npmScript(caller)
  if (script) return runChild(process.execPath, [script, ...viaNpm], options)
  return runChild('npm', viaNpm, { ...options, shell: process.platform === 'win32' })
}

/**
 * npm's own JavaScript file: calling it with Node avoids the differences between npm, npm.cmd and npx.
 * @param {string} caller
 */
function npmScript(caller) {
  const beside = dirname(process.execPath)
  return [
    basename(caller) === 'npm-cli.js' ? caller : '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => file !== '' && existsSync(file))
}

/** @param {string} file */
function isScript(file) {
  return /\.[cm]?js$/.test(file)
}
