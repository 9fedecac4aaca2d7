/** How the database itself refuses to change what is frozen. Only a study that stands in `erasure` may lose its rows. */
const neverChanges = 'frozen: a submitted coding never changes'

/** When a row may not be changed, when it may not be deleted (unless its study is being erased), when not be added. */
export type Guard = {
  readonly update: string
  readonly remove: string
  readonly study: string
  readonly insert: string
}
export type Guards = Readonly<Record<string, Guard>>

const isSubmitted = (coding: string) => `(select state from coding where id = ${coding}) = 'submitted'`

/** For a table whose rows belong to a coding. */
export const partOfCoding: Guard = {
  update: `${isSubmitted('old.coding')} or ${isSubmitted('new.coding')}`,
  remove: isSubmitted('old.coding'),
  study: '(select study from coding where id = old.coding)',
  insert: isSubmitted('new.coding'),
}

export const isBeingErased = (study: string) => `exists (select 1 from erasure where study = ${study})`

const sqliteRefuse = (name: string, event: string, table: string, condition: string, why: string) =>
  `create trigger ${name} before ${event} on ${table} when ${condition} begin select raise(abort, '${why}'); end`

export function sqliteGuards(guards: Guards, why = neverChanges): string[] {
  const refuse = (table: string, event: 'insert' | 'update' | 'delete', condition: string) =>
    sqliteRefuse(`${table}_no_${event}`, event, table, condition, why)
  return Object.entries(guards).flatMap(([table, guard]) => [
    refuse(table, 'update', guard.update),
    refuse(table, 'delete', `${guard.remove} and not ${isBeingErased(guard.study)}`),
    refuse(table, 'insert', guard.insert),
  ])
}

const postgresRefuse = (table: string, event: 'insert' | 'update' | 'delete', condition: string, why: string) => [
  `create function ${table}_refuse_${event}() returns trigger language plpgsql as $$ begin
      if ${condition} then raise exception '${why}'; end if;
      return ${event === 'delete' ? 'old' : 'new'}; end $$`,
  `create trigger ${table}_no_${event} before ${event} on ${table} for each row
      execute function ${table}_refuse_${event}()`,
]
const postgresNoTruncate = (table: string, why: string) => [
  `create function ${table}_refuse_truncate() returns trigger language plpgsql as $$ begin
      raise exception '${why}'; end $$`,
  `create trigger ${table}_no_truncate before truncate on ${table} for each statement
      execute function ${table}_refuse_truncate()`,
]

export function postgresGuards(guards: Guards, why = neverChanges): string[] {
  return Object.entries(guards).flatMap(([table, { update, remove, study, insert }]) => [
    ...postgresRefuse(table, 'update', update, why),
    ...postgresRefuse(table, 'delete', `${remove} and not ${isBeingErased(study)}`, why),
    ...postgresRefuse(table, 'insert', insert, why),
    ...postgresNoTruncate(table, why),
  ])
}

/** A table that only grows. `mayUpdate` is the one change that a row allows. */
export const sqliteAppendOnly = (table: string, why: string, isThere: string, mayUpdate: string): string[] => [
  sqliteRefuse(`${table}_no_delete`, 'delete', table, 'true', why),
  // SQLite's "insert or replace" deletes the row in the way without asking the other triggers.
  sqliteRefuse(`${table}_no_insert`, 'insert', table, isThere, why),
  sqliteRefuse(`${table}_no_update`, 'update', table, `not (${mayUpdate})`, why),
]

export const postgresAppendOnly = (table: string, why: string, mayUpdate: string): string[] => [
  ...postgresRefuse(table, 'delete', 'true', why),
  ...postgresNoTruncate(table, why),
  ...postgresRefuse(table, 'update', `not (${mayUpdate})`, why),
]
