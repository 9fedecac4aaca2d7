import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { Trouble } from './say.mjs'

/** The oldest Node that runs our TypeScript as it is, loads the database and has argon2. */
const oldest = [24, 7]

/**
 * Path of a fitting Node: the one that came with the packages (Linux on x86-64), else the one we run on.
 * @param {string} root
 */
export function fittingNode(root) {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  const answer = spawnSync(packaged, ['--version'], { encoding: 'utf8' })
  if (answer.status === 0 && isFitting(answer.stdout)) return packaged
  if (isFitting(process.version)) return process.execPath
  throw new Trouble(tooOld(process.version, `${process.platform} on ${process.arch}`))
}

/** @param {string} version as `node --version` prints it */
export function isFitting(version) {
  const [major = 0, minor = 0] = version.trim().replace(/^v/, '').split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = oldest
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/**
 * @param {string} version
 * @param {string} system
 */
export function tooOld(version, system) {
  return (
    `Attune needs Node ${oldest.join('.')} or newer and found ${version}. For Linux on x64 it brings one along; ` +
    `for ${system} there is none in the npm registry. Install Node 24 (nodejs.org, or your package manager), then ` +
    'start again.'
  )
}

/**
 * Our environment with the installed programs, Node among them, first in the path.
 * @param {string} root
 * @param {string} node
 */
export function environmentWith(root, node) {
  const path = [join(root, 'node_modules', '.bin'), join(node, '..'), process.env.PATH ?? '']
  return { ...process.env, PATH: path.join(delimiter) }
}
