import {
  type Guards,
  isBeingErased,
  partOfCoding,
  postgresAppendOnly,
  postgresGuards,
  sqliteAppendOnly,
  sqliteGuards,
} from './frozen-rows.ts'

/** What was submitted is frozen and what was recorded stays, whoever asks. */
const wasCoded = `exists (select 1 from coding where study_case = old.study_case and state = 'submitted')`

const guards: Guards = {
  coding: {
    update: `old.state = 'submitted'`,
    remove: `old.state = 'submitted'`,
    study: 'old.study',
    // SQLite's "insert or replace" deletes the row in the way without asking the other triggers.
    insert: `exists (select 1 from coding where state = 'submitted' and (id = new.id or (study_case = new.study_case
      and coder = new.coder and codebook_version = new.codebook_version and version = new.version)))`,
  },
  rating: partOfCoding,
  annotation: partOfCoding,
  material: {
    update: wasCoded,
    remove: wasCoded,
    study: '(select study from study_case where id = old.study_case)',
    insert: `exists (select 1 from material where study_case = new.study_case)`,
  },
  codebook_version: {
    update: `new.content <> old.content or new.codebook <> old.codebook or new.number <> old.number`,
    remove: `exists (select 1 from coding where codebook_version = old.id and state = 'submitted')`,
    study: 'old.study',
    insert: `exists (select 1 from codebook_version where id = new.id)`,
  },
}

const appendOnly = 'append-only: history'

/** The one change a history row allows: its detail is taken out while its study is being erased. */
const columns = ['sequence', 'chain', 'number', 'at', 'person', 'study', 'action', 'subject'].concat([
  'detail_hash',
  'previous_hash',
  'hash',
])
const onlyDetailGoes = (isSame: string) =>
  `new.detail is null and ${columns.map((column) => `new.${column} ${isSame} old.${column}`).join(' and ')}
   and ${isBeingErased('old.study')}`

export function sqliteTriggers(): string[] {
  const isThere = `exists (select 1 from history where sequence = new.sequence or (chain = new.chain and number = new.number))`
  return [...sqliteGuards(guards), ...sqliteAppendOnly('history', appendOnly, isThere, onlyDetailGoes('is'))]
}

export function postgresTriggers(): string[] {
  return [
    ...postgresGuards(guards),
    ...postgresAppendOnly('history', appendOnly, onlyDetailGoes('is not distinct from')),
  ]
}
