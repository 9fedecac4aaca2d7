import { expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine } from '../support/lab.ts'
import { addCase, buildStudy } from '../support/small-study.ts'

const keys = ['__proto__', 'constructor', 'prototype'] as const
const loads = ['{"polluted":true}', '{"prototype":{"polluted":true}}', '["polluted"]', '"polluted"', 'null'] as const

forEachEngine('a key that reaches into every object', (lab) => {
  const untouched = () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  }

  it.each(keys.flatMap((key) => loads.map((load) => [key, load] as const)))(
    'is refused in a body: %s = %s',
    async (key, load) => {
      const study = await buildStudy(lab(), `s${Math.floor(performance.now() * 1000)}`)
      const bodies = [
        ['/sign-in', `{"login":"a","password":"b","${key}":${load}}`],
        [`/studies/${study.id}/cases`, `{"case":"C-1","targets":[],"${key}":${load}}`],
        [`/studies/${study.id}/imports`, `{"dryRun":true,"items":[{"${key}":${load}}]}`],
        [
          `/studies/${study.id}/codings`,
          `{"cases":["${key}"],"people":[],"codebookVersion":"x","x":{"${key}":${load}}}`,
        ],
      ] as const
      for (const [path, body] of bodies) {
        const answer = await study.pi.browser.send('POST', path, body, { 'content-type': 'application/json' })
        expect(answer.status, path).toBe(400)
      }
      untouched()
    },
  )

  it('changes nothing in a query or in a path', async () => {
    const study = await buildStudy(lab(), 'query')
    for (const key of keys) {
      for (const query of [`${key}=1`, `${key}[polluted]=1`, `a.${key}.polluted=1`]) {
        const answer = await study.pi.browser.send('GET', `/studies/${study.id}/history?${query}`)
        expect([200, 400]).toContain(answer.status)
      }
      expect((await study.pi.browser.send('GET', `/studies/${key}/history`)).status).toBe(404)
      expect((await openBrowser(lab()).send('GET', `/${key}`)).status).toBe(404)
    }
    untouched()
  })

  it('is refused in a codebook file, and harmless as a case id, a speaker or a file name', async () => {
    const study = await buildStudy(lab(), 'files')
    const params = `/studies/${study.id}`
    const source = '{"__proto__":{"polluted":true},"format":"attune-codebook/1"}'
    const added = await study.pi.browser.send('POST', `${params}/codebooks`, { dryRun: true, name: 'x', source })
    expect(added.status).toBe(200)
    expect(JSON.parse(added.text)).toMatchObject({ stored: false })
    expect(JSON.parse(added.text).faults.length).toBeGreaterThan(0)
    const id = await addCase(study.pi.browser, study.id, 'constructor', 'My toString was kind.')
    const read = await study.pi.browser.send('GET', `${params}/cases/${id}`)
    expect(JSON.parse(read.text)).toMatchObject({ case: 'constructor' })
    const text = '__proto__: hello\nconstructor: there\n'
    const item = { name: '__proto__', case: 'C-9', kind: 'transcript', source: { text }, interviewers: ['__proto__'] }
    const report = await study.pi.browser.send('POST', `${params}/imports`, { dryRun: true, items: [item] })
    expect(report.status).toBe(200)
    const { items } = JSON.parse(report.text)
    expect(items[0].name).toBe('__proto__')
    untouched()
  })
})
