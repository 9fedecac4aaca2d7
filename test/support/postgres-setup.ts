import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One server for a whole run; every test file takes a fresh database from it (`postgres-database.ts`). */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgres', server.url)
  return server.stop
}
