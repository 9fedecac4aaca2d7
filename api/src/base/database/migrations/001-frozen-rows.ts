/**
 * What was submitted is frozen and what was recorded stays, whoever asks: the database itself refuses. Only a study that
 * stands in `erasure` may lose its rows, and then the history keeps its hashes.
 */
const neverChanges = 'frozen: a submitted coding never changes'
const appendOnly = 'append-only: history'

const isSubmitted = (coding: string) => `(select state from coding where id = ${coding}) = 'submitted'`
const studyOfCoding = '(select study from coding where id = old.coding)'
const wasCoded = `exists (select 1 from coding where study_case = old.study_case and state = 'submitted')`

/** When a row may not be changed, when it may not be deleted (unless its study is being erased), when not be added. */
type Guard = { readonly update: string; readonly remove: string; readonly study: string; readonly insert: string }

const guards: Readonly<Record<string, Guard>> = {
  coding: {
    update: `old.state = 'submitted'`,
    remove: `old.state = 'submitted'`,
    study: 'old.study',
    // SQLite's "insert or replace" deletes the row in the way without asking the other triggers.
    insert: `exists (select 1 from coding where state = 'submitted' and (id = new.id or (study_case = new.study_case
      and coder = new.coder and codebook_version = new.codebook_version and version = new.version)))`,
  },
  rating: {
    update: `${isSubmitted('old.coding')} or ${isSubmitted('new.coding')}`,
    remove: isSubmitted('old.coding'),
    study: studyOfCoding,
    insert: isSubmitted('new.coding'),
  },
  annotation: {
    update: `${isSubmitted('old.coding')} or ${isSubmitted('new.coding')}`,
    remove: isSubmitted('old.coding'),
    study: studyOfCoding,
    insert: isSubmitted('new.coding'),
  },
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

const isBeingErased = (study: string) => `exists (select 1 from erasure where study = ${study})`

/** The one change a history row allows: its detail is taken out while its study is being erased. */
const columns = ['sequence', 'chain', 'number', 'at', 'person', 'study', 'action', 'subject'].concat([
  'detail_hash',
  'previous_hash',
  'hash',
])

export function sqliteTriggers(): string[] {
  const refuse = (name: string, event: string, table: string, condition: string, why: string) =>
    `create trigger ${name} before ${event} on ${table} when ${condition} begin select raise(abort, '${why}'); end`
  const same = columns.map((column) => `new.${column} is old.${column}`).join(' and ')
  return [
    ...Object.entries(guards).flatMap(([table, guard]) => [
      refuse(`${table}_no_update`, 'update', table, guard.update, neverChanges),
      refuse(
        `${table}_no_delete`,
        'delete',
        table,
        `${guard.remove} and not ${isBeingErased(guard.study)}`,
        neverChanges,
      ),
      refuse(`${table}_no_insert`, 'insert', table, guard.insert, neverChanges),
    ]),
    refuse('history_no_delete', 'delete', 'history', 'true', appendOnly),
    refuse(
      'history_no_insert',
      'insert',
      'history',
      `exists (select 1 from history where sequence = new.sequence or (chain = new.chain and number = new.number))`,
      appendOnly,
    ),
    refuse(
      'history_no_update',
      'update',
      'history',
      `not (new.detail is null and ${same} and ${isBeingErased('old.study')})`,
      appendOnly,
    ),
  ]
}

export function postgresTriggers(): string[] {
  const guard = (table: string, event: 'insert' | 'update' | 'delete', condition: string, why: string) => [
    `create function ${table}_refuse_${event}() returns trigger language plpgsql as $$ begin
      if ${condition} then raise exception '${why}'; end if;
      return ${event === 'delete' ? 'old' : 'new'}; end $$`,
    `create trigger ${table}_no_${event} before ${event} on ${table} for each row
      execute function ${table}_refuse_${event}()`,
  ]
  const noTruncate = (table: string, why: string) => [
    `create function ${table}_refuse_truncate() returns trigger language plpgsql as $$ begin
      raise exception '${why}'; end $$`,
    `create trigger ${table}_no_truncate before truncate on ${table} for each statement
      execute function ${table}_refuse_truncate()`,
  ]
  const same = columns.map((column) => `new.${column} is not distinct from old.${column}`).join(' and ')
  return [
    ...Object.entries(guards).flatMap(([table, { update, remove, study, insert }]) => [
      ...guard(table, 'update', update, neverChanges),
      ...guard(table, 'delete', `${remove} and not ${isBeingErased(study)}`, neverChanges),
      ...guard(table, 'insert', insert, neverChanges),
      ...noTruncate(table, neverChanges),
    ]),
    ...guard('history', 'delete', 'true', appendOnly),
    ...noTruncate('history', appendOnly),
    ...guard('history', 'update', `not (new.detail is null and ${same} and ${isBeingErased('old.study')})`, appendOnly),
  ]
}
