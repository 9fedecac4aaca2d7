import pg from 'pg'
import { inject } from 'vitest'
import './postgres-setup.ts'

export type FreshDatabase = {
  readonly url: string
  drop(): Promise<void>
}

/** An empty database on the PostgreSQL of this test run, for the `api` project. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('postgres')
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  await once(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => once(server, `drop database if exists ${name} with (force)`) }
}

async function once(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
