import { endpoints, readHealth, readLab, readMe, readOpenApi, setUpLab } from '@attune/contract'
import { expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine, openLab, origin } from '../support/lab.ts'
import { addPerson } from '../support/people.ts'

const account = { lab: 'The Lab', login: 'ada', name: 'Ada', password: 'a long enough password', demo: false }

forEachEngine('a new lab', (lab) => {
  const link = () => lab().state.greeting(origin, false)
  const token = async () => (await link()).match(/#([\w-]{43})/)?.[1] ?? ''

  it('says in one line where it is and how its owner makes an account', async () => {
    expect(await link()).toMatch(new RegExp(`^Attune is at ${origin} - make your account: ${origin}/setup#[\\w-]{43}$`))
    expect(await openBrowser(lab()).call(readLab)).toMatchObject({ name: 'Attune', needsOwner: true, demo: null })
  })

  it('is healthy', async () => {
    expect(await openBrowser(lab()).call(readHealth)).toEqual({
      status: 'ready',
      version: '0.1.0',
      schema: expect.any(Number),
    })
  })

  it('takes no owner who does not know the link', async () => {
    const body = { ...account, token: 'x'.repeat(43) }
    expect((await openBrowser(lab()).refused(setUpLab, { body })).status).toBe(404)
  })

  it('makes one owner even if several open the link at once, and signs that one in', async () => {
    const body = { ...account, token: await token() }
    const browsers = Array.from({ length: 5 }, () => openBrowser(lab()))
    const answers = await Promise.all(
      browsers.map((browser, index) => browser.send('POST', setUpLab.path, { ...body, login: `ada-${index}` })),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404, 404, 404, 404])
    const winner = browsers[answers.findIndex((answer) => answer.status === 200)]
    expect(await winner?.call(readMe)).toMatchObject({ isOwner: true, memberships: [] })
    const owners = await lab().ground.db.selectFrom('person').select('login').where('is_owner', '=', 1).execute()
    expect(owners).toHaveLength(1)
    expect(await openBrowser(lab()).call(readLab)).toMatchObject({ name: 'The Lab', needsOwner: false })
  })

  it('has no use for the link any more, and prints none', async () => {
    const old = lab().ports
    expect(old).toBeDefined()
    expect(await link()).toBe(`Attune is at ${origin} - sign in with your name and password`)
  })

  it('describes every route that it serves, and no other', async () => {
    const description = await openBrowser(lab()).call(readOpenApi)
    const paths = description.paths as Record<string, Record<string, { operationId: string; requestBody?: object }>>
    const described = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
    expect(described.sort()).toEqual([...endpoints.keys()].sort())
    expect(description.openapi).toBe('3.1.0')
    const signIn = paths['/api/sign-in']?.post
    expect(JSON.stringify(signIn?.requestBody)).toContain('"password"')
    expect(paths['/api/studies/{study}/codings/{coding}']?.get).toMatchObject({
      parameters: [
        { name: 'study', in: 'path', required: true },
        { name: 'coding', in: 'path', required: true },
      ],
    })
  })
})

it('the passphrase of the demo is shown at the door of this machine, and printed elsewhere', async () => {
  for (const isLoopback of [true, false]) {
    const lab = await openLab('sqlite', { isLoopback })
    const created_at = lab.ports.now().toISOString()
    const study = {
      id: lab.ports.id(),
      name: 'Demo',
      description: '',
      kappa_criterion: 0.6,
      icc_criterion: 0.6,
      created_at,
    }
    await lab.ground.write((trx) =>
      trx
        .insertInto('study')
        .values({ ...study, is_demo: 1 })
        .execute(),
    )
    await addPerson(lab, { login: 'demo', isDemo: true })
    const { demo } = await openBrowser(lab).call(readLab)
    expect(demo?.passphrase).toBe(isLoopback ? lab.state.demoPassphrase : '')
    expect((await lab.state.greeting(origin, true)).includes(lab.state.demoPassphrase)).toBe(!isLoopback)
    await lab.close()
  }
})
