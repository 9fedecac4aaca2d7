import type { Db } from '../../../../api/src/base/database/database.ts'
import type { Lab } from '../../support/lab.ts'
import { type Fault, trap } from './fault.ts'

const heading = (
  says: string,
  caughtBy: Fault['caughtBy'],
  change: (response: Response, db: Db) => Promise<void>,
): Fault => ({
  says,
  caughtBy,
  options: {},
  wrap: (lab) => ({
    ...lab,
    app: Object.assign(Object.create(lab.app), {
      request: async (...args: Parameters<Lab['app']['request']>) => {
        const response = await lab.app.request(...args)
        if (!trap.isArmed) return response
        const open = new Response(response.body, response)
        await change(open, lab.ground.db)
        return open
      },
    }),
  }),
})

/** Headers that say what no body says. */
export const tellingHeaders: readonly Fault[] = [
  heading('a validator made from all rows', 'worlds', async (response, db) => {
    const rows = await db.selectFrom('rating').select('coding').execute()
    response.headers.set('x-version', `${rows.length}`)
  }),
  heading('a master in a header, in base64', 'matrix', async (response, db) => {
    const row = await db.selectFrom('master').select('rationale').executeTakeFirst()
    if (row !== undefined) response.headers.set('x-next', Buffer.from(`next=${row.rationale}`).toString('base64'))
  }),
  heading('an answer that a cache may keep', 'matrix', async (response) => response.headers.delete('cache-control')),
]
