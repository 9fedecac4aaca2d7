import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCodebook } from '@attune/codebooks'
import type { Ground } from '../base/feature.ts'
import { insertVersion, versionByNumber } from './queries.ts'

/** Puts the shipped codebooks into the database, once per version; a lab's codings stay pinned to those it already has. */
export async function seedCodebooks(ground: Ground, folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  // By the name alone: `ssp.json` comes before `ssp-1.1.0.json`, as its version does.
  for (const file of files.toSorted((one, other) => (stem(one) < stem(other) ? -1 : 1))) {
    const source = readFileSync(join(folder, file), 'utf8')
    const parsed = parseCodebook(source)
    if (!parsed.ok)
      throw new Error(`${file}: ${parsed.faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ')}`)
    const { id, version } = parsed.codebook
    if ((await versionByNumber(ground.db, null, id, version)) !== undefined) continue
    await ground.write((trx) =>
      insertVersion(trx, ground.ports, { study: null, person: null, codebook: parsed.codebook }),
    )
  }
}

const stem = (file: string): string => file.slice(0, -'.json'.length)
