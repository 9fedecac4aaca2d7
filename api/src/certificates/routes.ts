import {
  exportCertificate,
  listCertificates,
  readCertificate,
  readSigningKey,
  revokeCertificate,
} from '@attune/contract'
import type { Ground } from '../base/feature.ts'
import { type Route, route } from '../base/route.ts'
import { findKey, fingerprintOf, signingKey } from './key.ts'
import { certificateHeads, certificateOf } from './queries.ts'
import { revoke } from './revoke.ts'

export function certificateRoutes(ground: Ground): Route[] {
  const { db, ports } = ground
  const read = (study: string, certificate: string) => certificateOf(db, study, certificate, ports.now())
  return [
    route(listCertificates, async ({ actor }) => ({
      certificates: await certificateHeads(db, actor.study, ports.now()),
    })),
    route(readCertificate, ({ actor, params }) => read(actor.study, params.certificate)),
    route(exportCertificate, async ({ actor, params }) => {
      const { document } = await read(actor.study, params.certificate)
      return `${JSON.stringify(document, null, 2)}\n`
    }),
    route(revokeCertificate, ({ actor, params, body }) => revoke(ground, actor, params.certificate, body.reason)),
    route(readSigningKey, async () => {
      const { public: key } = (await findKey(db)) ?? (await ground.write((trx) => signingKey(trx, ports)))
      return { algorithm: 'Ed25519' as const, key, fingerprint: fingerprintOf(key) }
    }),
  ]
}
