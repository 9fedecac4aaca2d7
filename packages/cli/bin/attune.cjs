#!/usr/bin/env node
// Starts the program as it was last built, which is there several times sooner than its hundreds of source files; without a
// build those run as they are. This is CommonJS because Node loads it sooner than modules.
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { resolve } = require('node:path')
const { Script } = require('node:vm')

// Paths are put together by hand: `join` looks at every letter of them, in code that is not compiled yet.
const built = resolve(__dirname, '../dist')
const compiled = `${built}/.compiled/${process.version}-${process.arch}`

/** @param {string} file */
function bytesOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** Parts of the program that were loaded. @type {Map<string, { exports: unknown }>} */
const loaded = new Map()
/** @type {Map<string, Script>} */
const scripts = new Map()
/** Whether the compiled code of one of them is not kept yet. */
let isFresh = false

/**
 * Keeps compiled code beside the program. Where nothing can be written, nothing is kept.
 *
 * Node's own compile cache holds functions only if they are compiled before the first one is called, which here is next to
 * none. This one is made at the end of a run that has computed something, and so holds what such a run needs. Who loads a part
 * for the first time also comes through the others by ways of their own, so all of them are kept anew.
 */
function keepFresh() {
  if (!isFresh) return
  try {
    mkdirSync(compiled, { recursive: true })
    for (const [name, script] of scripts) {
      const draft = `${compiled}/${name}.${process.pid}`
      writeFileSync(draft, script.createCachedData())
      renameSync(draft, `${compiled}/${name}`)
    }
  } catch {}
}

/**
 * A module of Node, or a part of the program, which is plain ASCII: no bytes have to be decoded.
 * @param {string} name
 * @returns {unknown}
 */
function load(name) {
  if (!name.startsWith('./')) return require(name)
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const module = { exports: {} }
  loaded.set(name, module)
  const file = `${built}/${name}`
  const cachedData = bytesOf(`${compiled}/${name}`)
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData })
  scripts.set(name, script)
  if (cachedData === undefined || script.cachedDataRejected === true) isFresh = true
  script.runInThisContext()(load, module, module.exports, built)
  return module.exports
}

if (existsSync(`${built}/attune.cjs`)) {
  load('./attune.cjs')
  if (process.argv[2] === 'agreement') process.on('exit', keepFresh)
} else void import('../src/main.ts')
