import { type Codebook, parseCodebook } from '@attune/codebooks'
import type { CodebookVersion } from '@attune/contract'
import type { Db, Trx } from '../base/database/database.ts'
import { type Ports, sha256 } from '../base/ports.ts'

/** Shipped versions and those of the study itself; another study's own files stay its own. */
export function versionsOf(db: Db, study: string) {
  return db
    .selectFrom('codebook_version')
    .selectAll()
    .where((where) => where.or([where('study', 'is', null), where('study', '=', study)]))
}

export function versionByNumber(db: Db, study: string | null, codebook: string, number: string) {
  return db
    .selectFrom('codebook_version')
    .selectAll()
    .where('codebook', '=', codebook)
    .where('number', '=', number)
    .where((where) =>
      study === null ? where('study', 'is', null) : where.or([where('study', 'is', null), where('study', '=', study)]),
    )
    .executeTakeFirst()
}

type NewVersion = { readonly study: string | null; readonly person: string | null; readonly codebook: Codebook }

/** Same content, same hash, whatever the order of keys or the spacing of the file it came from. */
export function contentHash(codebook: Codebook): string {
  return sha256(JSON.stringify(codebook))
}

export async function insertVersion(trx: Trx, ports: Ports, { study, person, codebook }: NewVersion): Promise<string> {
  const id = ports.id()
  await trx
    .insertInto('codebook_version')
    .values({
      id,
      study,
      codebook: codebook.id,
      number: codebook.version,
      title: codebook.title,
      material: codebook.material,
      content: JSON.stringify(codebook),
      content_hash: contentHash(codebook),
      added_by: person,
      added_at: ports.now().toISOString(),
    })
    .execute()
  return id
}

/** Versions never change, so what was read once need not be read again; a save would otherwise spend its time here. */
const known = new Map<string, Codebook>()
const mostKnown = 64

/** Content was checked when it was added; a row that no longer parses is a damaged database and not a user's fault. */
export function readContent(content: string): Codebook {
  const there = known.get(content)
  if (there !== undefined) return there
  const parsed = parseCodebook(content)
  if (!parsed.ok) {
    const [fault] = parsed.faults
    throw new Error(`A stored codebook is damaged: ${fault?.path ?? ''} ${fault?.message ?? ''}`)
  }
  if (known.size >= mostKnown) known.clear()
  known.set(content, parsed.codebook)
  return parsed.codebook
}

export async function listVersions(db: Db, study: string): Promise<CodebookVersion[]> {
  const rows = await versionsOf(db, study).orderBy('codebook').orderBy('added_at').orderBy('number').execute()
  const counts = await db
    .selectFrom('coding')
    .select(['codebook_version', (select) => select.fn.countAll<number>().as('codings')])
    .where('study', '=', study)
    .groupBy('codebook_version')
    .execute()
  const codings = new Map(counts.map((row) => [row.codebook_version, Number(row.codings)]))
  return rows.map((row) => {
    const codebook = readContent(row.content)
    return {
      id: row.id,
      codebook: row.codebook,
      version: row.number,
      title: row.title,
      material: row.material,
      origin: row.study === null ? 'shipped' : 'lab',
      variables: codebook.variables.length,
      codes: codebook.codes.length,
      codings: codings.get(row.id) ?? 0,
      addedAt: row.added_at,
    }
  })
}
