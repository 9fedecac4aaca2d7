import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Db, Trx } from '../base/database/database.ts'
import { type Ports, sha256 } from '../base/ports.ts'

/** The key that a lab signs with. Its private half never leaves the database. */
export type SigningKey = {
  readonly private: KeyObject
  /** SPKI in base64. */
  readonly public: string
}

/** PKCS#8 of an Ed25519 key without its 32 bytes of secret (RFC 8410). */
const beforeSecret = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A token is 256 random bits, and so is the secret of an Ed25519 key: chance comes in here as everywhere else. */
function newKey(ports: Ports): KeyObject {
  const der = Buffer.concat([beforeSecret, Buffer.from(ports.token(), 'base64url')])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

const publicOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

export async function findKey(db: Db): Promise<SigningKey | null> {
  const row = await db.selectFrom('signing_key').select(['public_key', 'private_key']).executeTakeFirst()
  if (row === undefined) return null
  const key = Buffer.from(row.private_key, 'base64')
  return { private: createPrivateKey({ key, format: 'der', type: 'pkcs8' }), public: row.public_key }
}

/** The lab's key; made when it is needed first, in the transaction that needs it. */
export async function signingKey(trx: Trx, ports: Ports): Promise<SigningKey> {
  const there = await findKey(trx)
  if (there !== null) return there
  const key = newKey(ports)
  const private_key = key.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  const public_key = publicOf(key)
  await trx
    .insertInto('signing_key')
    .values({ id: 1, public_key, private_key, created_at: ports.now().toISOString() })
    .execute()
  return { private: key, public: public_key }
}

/** What people compare: SHA-256 of the public key's bytes. */
export const fingerprintOf = (publicKey: string): string => sha256(Buffer.from(publicKey, 'base64'))
