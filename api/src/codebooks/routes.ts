import { type Codebook, parseCodebook } from '@attune/codebooks'
import { addCodebook, listCodebooks, readCodebook } from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { record } from '../base/history.ts'
import { notFound, Refusal } from '../base/refusal.ts'
import { type Route, route } from '../base/route.ts'
import { contentHash, insertVersion, listVersions, readContent, versionByNumber, versionsOf } from './queries.ts'

type Adding = { readonly study: string; readonly person: string; readonly codebook: Codebook }

/** Adds a version, or gives the id of the same one already there. A version never changes once it has a number. */
async function addVersion(ground: Ground, { study, person, codebook }: Adding): Promise<string> {
  return ground.write(async (trx) => {
    const there = await versionByNumber(trx, study, codebook.id, codebook.version)
    if (there?.content_hash === contentHash(codebook)) return there.id
    if (there !== undefined) throw versionTaken(codebook)
    const id = await insertVersion(trx, ground.ports, { study, person, codebook })
    const detail = { codebook: codebook.id, version: codebook.version, hash: contentHash(codebook) }
    await record(trx, ground.ports, { person, study, action: 'codebook added', subject: `codebook:${id}`, detail })
    return id
  })
}

function versionTaken(codebook: Codebook): Refusal {
  const message = `${codebook.id} ${codebook.version} is already here with other content. Give the file a new version number.`
  return new Refusal('already-exists', message, { faults: [{ path: 'version', message }] })
}

export function codebookRoutes(ground: Ground): Route[] {
  const versionById = async (study: string, id: string) => {
    const found = (await listVersions(ground.db, study)).find((version) => version.id === id)
    if (found === undefined) throw notFound()
    return found
  }
  return [
    route(listCodebooks, async ({ actor }) => ({ versions: await listVersions(ground.db, actor.study) })),
    route(readCodebook, async ({ actor, params }) => {
      const row = await versionsOf(ground.db, actor.study).where('id', '=', params.version).executeTakeFirst()
      if (row === undefined) throw notFound()
      return { version: await versionById(actor.study, row.id), codebook: readContent(row.content) }
    }),
    route(addCodebook, async ({ actor, body }) => {
      const parsed = parseCodebook(body.source)
      if (!parsed.ok) return { stored: false, faults: parsed.faults, version: null, codebook: null }
      const { codebook } = parsed
      const there = await versionByNumber(ground.db, actor.study, codebook.id, codebook.version)
      if (there !== undefined && there.content_hash !== contentHash(codebook)) throw versionTaken(codebook)
      if (body.dryRun) return { stored: false, faults: [], version: null, codebook }
      const id = await addVersion(ground, { study: actor.study, person: actor.person, codebook })
      return { stored: true, faults: [], version: await versionById(actor.study, id), codebook }
    }),
  ]
}
