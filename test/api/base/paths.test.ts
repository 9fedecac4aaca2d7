import { endpoints } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { addCase, buildStudy, submitted } from '../support/small-study.ts'

/** Ways to write one path so that something that compares texts takes it for another. */
const tricks: readonly ((path: string) => string)[] = [
  (path) => `/${path}`,
  (path) => path.replace('/api/', '/api//'),
  (path) => path.replace('/studies/', '/studies//'),
  (path) => path.replace('/api/', '//api/'),
  (path) => path.replace('/studies', '/./studies'),
  (path) => path.replace('/studies', '/x/../studies'),
  (path) => path.replace('/studies', '/%2e/studies'),
  (path) => path.replace('/studies', '/%2e%2e/api/studies'),
  (path) => path.replace('/studies', '%2fstudies'),
  (path) => path.replace('/studies', '%5cstudies'),
  (path) => path.replace('/studies', '\\studies'),
  (path) => path.replace('/studies', '/..%2fstudies'),
  (path) => path.replace('/studies', '/..;/studies'),
  (path) => path.replace('/studies', ';/studies'),
  (path) => path.replace('/studies', '/studies;a=b'),
  (path) => path.replace('studies', 'STUDIES'),
  (path) => path.replace('studies', 'Studies'),
  (path) => path.replace('/api', '/API'),
  (path) => path.replace('/api', '/Api'),
  (path) => path.replace('s', '%73'),
  (path) => path.replace('studies', 'studie%73'),
  (path) => path.replace('studies', 'studies%00'),
  (path) => path.replace('studies', 'studies%20'),
  (path) => path.replace('studies', 'studies.'),
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `${path}/.`,
  (path) => `${path}/..`,
  (path) => `${path}.`,
  (path) => `${path}.json`,
  (path) => `${path};x=1`,
  (path) => `${path}%00`,
  (path) => `${path}%0a`,
  (path) => `${path}%20`,
  (path) => `${path}%23`,
  (path) => `${path}%3f`,
  (path) => `${path}?`,
  (path) => `${path}?role=pi&access=public&actor=owner`,
  (path) => `${path}#x`,
  (path) => path.replace(/\/([^/]*)$/, '/$1%2f'),
  (path) => path.replace(/\/([^/]*)$/, '/*'),
]

const overrides: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'x-http-method-override': 'GET' },
  { 'x-original-url': '/api/health' },
  { 'x-rewrite-url': '/api/health' },
  { 'x-forwarded-prefix': '/api', 'x-forwarded-for': '127.0.0.1' },
]

forEachEngine('a path written otherwise', (lab) => {
  let trainee: Someone
  let protectedPaths: string[]
  beforeAll(async () => {
    const study = await buildStudy(lab())
    const coder = await study.add('coder', 'kim')
    trainee = await study.add('trainee', 'tom')
    const studyCase = await addCase(study.pi.browser, study.id, 'C-1')
    const coding = await submitted(lab(), study, coder, studyCase)
    const real = {
      study: study.id,
      case: studyCase,
      coding,
      version: study.codebook,
      person: coder.id,
      invitation: coder.id,
    }
    protectedPaths = [...endpoints.values()]
      .filter(
        ({ method, access, path }) =>
          method === 'GET' && !['public', 'signed-in', 'member'].includes(access) && path.includes(':'),
      )
      .map(({ path }) => `/api${path.replaceAll(/:(\w+)/g, (_, name: keyof typeof real) => real[name])}`)
  })

  it('opens nothing to a trainee, with no method and no header', async () => {
    expect(protectedPaths.length).toBeGreaterThan(10)
    const opened: string[] = []
    let tries = 0
    for (const path of protectedPaths) {
      for (const trick of tricks) {
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
          const url = `http://lab.test${trick(path)}`
          const headers = { cookie: trainee.browser.cookie(), ...overrides[tries % overrides.length] }
          const { status } = await lab().app.request(new Request(url, { method, headers }))
          tries += 1
          if (![400, 401, 403, 404, 405].includes(status)) opened.push(`${method} ${url} ${status}`)
        }
      }
    }
    expect(opened).toEqual([])
    expect(tries).toBeGreaterThan(1600)
  })

  it('of HEAD tells no more than GET: no body, and a refusal', async () => {
    for (const path of protectedPaths) {
      const answer = await trainee.browser.send('HEAD', path.replace('/api', ''))
      expect([answer.status, answer.text]).toEqual([404, ''])
    }
  })
})
