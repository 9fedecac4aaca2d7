import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildBundle } from '../../../scripts/bootstrap/bundle.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const built = join(root, 'web', 'dist')

/** What must never be in a file that every visitor can fetch. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'a private key': /BEGIN [A-Z ]*PRIVATE KEY/,
  'a path of the machine that built it': /\/(home|root|Users|work)\/[\w.-]+\//,
  'a source map': /[#@] sourceMappingURL=/,
  'a module of the server': /better-sqlite3|node:crypto|kysely|pg_advisory|argon2/,
  'a table of the database': /select .* from rating\b|insert into history/i,
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Demo answers: a phrase of every master coding that ships. */
function masterPhrases(): string[] {
  const folder = join(root, 'data', 'demo')
  const files = existsSync(folder) ? filesIn(folder).filter((file) => file.endsWith('.json')) : []
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"rationale":\s*"([^"\\]{30,60})/g)].map(([, text]) => text ?? ''),
  )
}

function faultsIn(name: string, text: string): string[] {
  const found = Object.entries(forbidden)
    .filter(([, pattern]) => pattern.test(text))
    .map(([what]) => `${name} holds ${what}`)
  const answers = masterPhrases().some((phrase) => text.includes(phrase)) ? [`${name} holds a master coding`] : []
  return [...found, ...answers, ...(name.endsWith('.map') ? [`${name} is a source map`] : [])]
}

describe('the pages that every visitor gets', () => {
  beforeAll(() => buildBundle(root, process.execPath), 120_000)

  it('hold no answers, no secrets and nothing of the server', () => {
    const files = filesIn(built)
    expect(files.length).toBeGreaterThan(10)
    expect(files.flatMap((file) => faultsIn(file.slice(built.length), readFileSync(file, 'utf8')))).toEqual([])
  })

  it.each([
    ['x.js', 'const key = "-----BEGIN RSA PRIVATE KEY-----"'],
    ['x.js', '//# sourceMappingURL=x.js.map'],
    ['x.js', 'import("/root/lab/api/src/app.ts")'],
    ['x.js', 'require("better-sqlite3")'],
    ['x.js.map', '{}'],
    ['x.js', `answer: "${masterPhrases()[0] ?? 'select a from rating'}"`],
  ])('would be caught: %s with %s', (name, text) => expect(faultsIn(name, text)).toHaveLength(1))
})
