#!/usr/bin/env node
// Starts the program as it was last built, which is there several times sooner than its hundreds of source files; without a
// build those run as they are. This is CommonJS because Node loads it sooner than modules.
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

const built = join(__dirname, '..', 'dist', 'attune.cjs')
const compiled = join(__dirname, '..', 'dist', '.compiled', `${process.version}-${process.arch}`)

/** @param {string} file */
function bytesOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/**
 * Keeps compiled code beside the program. Where nothing can be written, nothing is kept.
 * @param {Script} script
 */
function keep(script) {
  try {
    mkdirSync(dirname(compiled), { recursive: true })
    writeFileSync(`${compiled}.${process.pid}`, script.createCachedData())
    renameSync(`${compiled}.${process.pid}`, compiled)
  } catch {}
}

/**
 * Node's own compile cache holds functions only if they are compiled before the first one is called, which here is next to
 * none. This one is made at the end of a run that has computed something, and so holds what such a run needs.
 */
function start() {
  const cachedData = bytesOf(compiled)
  const source = `(function (require, module, exports, __filename) {${readFileSync(built, 'utf8')}\n})`
  const script = new Script(source, { filename: built, cachedData })
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true
  if (!isKept && process.argv[2] === 'agreement') process.on('exit', () => keep(script))
  script.runInThisContext()(require, module, exports, built)
}

if (existsSync(built)) start()
else void import('../src/main.ts')
