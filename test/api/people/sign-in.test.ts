import { signIn } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine, type Lab, openLab } from '../support/lab.ts'
import { addPerson } from '../support/people.ts'

const password = 'a long enough password'
const second = 1000

/** One try at the door, from some address. */
async function knock(lab: Lab, login: string, tried: string, address = '203.0.113.1') {
  const browser = openBrowser(lab)
  const headers = { 'x-forwarded-for': address }
  const answer = await browser.send('POST', signIn.path, { login, password: tried }, headers)
  return { status: answer.status, text: answer.text.replace(/"request":"[^"]*"/, '') }
}

forEachEngine(
  'signing in',
  (lab) => {
    beforeAll(async () => {
      await addPerson(lab(), { login: 'ada', password })
      await addPerson(lab(), { login: 'demo.coder', isDemo: true })
    })

    it('says the same to a wrong password and to a name nobody has', async () => {
      const wrong = await knock(lab(), 'ada', 'not it at all')
      expect(wrong).toEqual(await knock(lab(), 'nobody-at-all', 'not it at all'))
      expect(wrong.status).toBe(401)
    })

    it('takes names in whatever case they are typed', async () => {
      expect((await knock(lab(), ' ADA ', password)).status).toBe(200)
    })

    it('lets demo people in with the passphrase of the running server, and nobody else', async () => {
      const { demoPassphrase } = lab().state
      expect((await knock(lab(), 'demo.coder', demoPassphrase)).status).toBe(200)
      expect((await knock(lab(), 'demo.coder', '!')).status).toBe(401)
      expect((await knock(lab(), 'ada', demoPassphrase)).status).toBe(401)
    })

    it('slows down after five wrong tries, with the same words for names nobody has', async () => {
      // What the tests above tried is forgotten by now.
      lab().ports.advance(3_601 * second)
      for (const [login, network] of [
        ['ada', '198.51.100.1'],
        ['nobody-at-all', '198.51.100.2'],
      ] as const) {
        for (let tries = 0; tries < 5; tries += 1) {
          expect((await knock(lab(), login, 'wrong', network)).status).toBe(401)
        }
        expect(await knock(lab(), login, 'wrong', network)).toEqual({
          status: 429,
          text: '{"error":{"code":"too-many-tries","message":"Too many tries. Wait a minute and try again.","faults":[],}}',
        })
      }
    })

    it('lets the owner in again after the wait, and starts afresh from there', async () => {
      expect((await knock(lab(), 'ada', password, '198.51.100.9')).status).toBe(429)
      lab().ports.advance(2 * second)
      expect((await knock(lab(), 'ada', password, '198.51.100.9')).status).toBe(200)
      expect((await knock(lab(), 'ada', 'wrong', '198.51.100.9')).status).toBe(401)
    })

    it('slows a network that tries many names, and not the others', async () => {
      const attacker = '2001:db8:1:2::'
      const answers: number[] = []
      // Each try from another address of one and the same /64.
      for (let name = 0; name < 40; name += 1) {
        answers.push((await knock(lab(), `guess-${name}`, 'wrong', `${attacker}${name}`)).status)
      }
      expect(answers.filter((status) => status === 401)).toHaveLength(20)
      expect(answers.slice(20).every((status) => status === 429)).toBe(true)
      expect((await knock(lab(), 'ada', password, '2001:db8:1:3::1')).status).toBe(200)
    })

    it('keeps what was tried out of the log', () => {
      const log = JSON.stringify(lab().log)
      expect(log).toContain('sign-in refused')
      for (const secret of [password, 'not it at all', lab().state.demoPassphrase]) expect(log).not.toContain(secret)
    })
  },
  { hasProxy: true },
)

it('a guesser gets at most 100 tries an hour at one account, from however many addresses', async () => {
  const lab = await openLab('sqlite', { hasProxy: true })
  await addPerson(lab, { login: 'ada', password })
  let reached = 0
  for (let tenth = 0; tenth < 36_000; tenth += 10) {
    lab.ports.advance(second)
    const { status } = await knock(lab, 'ada', 'wrong', `10.${tenth % 250}.${tenth % 241}.1`)
    if (status === 401) reached += 1
  }
  expect(reached).toBeGreaterThan(5)
  expect(reached).toBeLessThanOrEqual(100)
  await lab.close()
})

it('X-Forwarded-For counts for nothing without a proxy of ours', async () => {
  const lab = await openLab('sqlite')
  for (let name = 0; name < 20; name += 1) await knock(lab, `name-${name}`, 'wrong', `10.0.0.${name}`)
  expect((await knock(lab, 'name-20', 'wrong', '10.0.0.99')).status).toBe(429)
  await lab.close()
})
