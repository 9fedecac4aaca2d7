#!/usr/bin/env node
// Starts the program as it was last built, which is there some ten times sooner than its hundreds of source files; without a
// build those run as they are. This is CommonJS because Node loads it sooner than modules.
const { existsSync } = require('node:fs')
const { join } = require('node:path')

const dist = join(__dirname, '..', 'dist')
const built = join(dist, 'attune.cjs')

if (existsSync(built)) {
  // Compiled code is kept beside the program. Where nothing can be written, or Node is too old for it, nothing is kept.
  require('node:module').enableCompileCache?.(join(dist, '.compiled'))
  require(built)
} else {
  void import('../src/main.ts')
}
