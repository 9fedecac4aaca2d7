import { endMembership, readHistory } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { forEachEngine } from '../support/lab.ts'
import { openSessionOf, type Someone } from '../support/people.ts'
import { addCase, assignTo, buildStudy, type SmallStudy } from '../support/small-study.ts'
import { byPlayer, exchange, silence, upload } from './recordings.ts'

const size = 200_000
const hour = 60 * 60 * 1000

forEachEngine('a recording that the lab keeps', (lab) => {
  let study: SmallStudy
  let coder: Someone
  let path: string
  let media: string
  beforeAll(async () => {
    study = await buildStudy(lab(), 'watched')
    const place = { study: study.id, case: await addCase(study.pi.browser, study.id, 'W-1') }
    coder = await study.add('coder', 'watching')
    const coding = await assignTo(study, coder, place.case)
    const file = silence(size)
    file[150_000] = 7
    media = (await upload(lab(), study.pi.browser, place, file)).id
    path = `/studies/${study.id}/codings/${coding}/media/${media}`
  })
  const ask = (who: Someone['browser'], headers: Readonly<Record<string, string>>) =>
    exchange(lab(), who, path, { headers })

  it('comes in ranges, with a fixed type and in a sandbox', async () => {
    const piece = await ask(coder.browser, { ...byPlayer, range: 'bytes=149999-150001' })
    expect(piece.status).toBe(206)
    expect([...piece.bytes]).toEqual([0, 7, 0])
    expect(Object.fromEntries(piece.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'content-range': `bytes 149999-150001/${size}`,
      'content-length': '3',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'cache-control': 'no-store',
      'content-disposition': 'inline',
    })
    const rest = await ask(coder.browser, { ...byPlayer, range: 'bytes=-10' })
    expect(rest.headers.get('content-range')).toBe(`bytes ${size - 10}-${size - 1}/${size}`)
    const beyond = await ask(coder.browser, { ...byPlayer, range: `bytes=${size}-` })
    expect(beyond.status).toBe(416)
    expect(beyond.headers.get('content-range')).toBe(`bytes */${size}`)
    expect((await ask(coder.browser, byPlayer)).status).toBe(400)
  })

  it('gives the wrong person not one byte in 1,000 requests', async () => {
    const rival = await study.add('coder', 'rival-of-watching')
    const elsewhere = await buildStudy(lab(), 'elsewhere')
    const nobody = openBrowser(lab())
    const wrong: (readonly [Someone['browser'], Readonly<Record<string, string>>])[] = [
      [rival.browser, byPlayer],
      [elsewhere.pi.browser, byPlayer],
      [nobody, byPlayer],
      [coder.browser, { ...byPlayer, 'sec-fetch-site': 'cross-site' }],
      [coder.browser, { ...byPlayer, 'sec-fetch-site': 'same-site' }],
      // The address copied into a tab of its own, into a frame, and into a program.
      [coder.browser, { 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' }],
      [coder.browser, { ...byPlayer, 'sec-fetch-dest': 'iframe' }],
      [coder.browser, {}],
    ]
    let leaked = 0
    const statuses = new Set<number>()
    for (let number = 0; number < 1000; number += 1) {
      const [who, headers] = wrong[number % wrong.length] ?? [nobody, {}]
      const { status, text } = await ask(who, { ...headers, range: `bytes=${number * 100}-${number * 100 + 99}` })
      statuses.add(status)
      if (status === 200 || status === 206 || !text.startsWith('{"error"')) leaked += text.length
    }
    expect(leaked).toBe(0)
    expect([...statuses].sort()).toEqual([401, 404])
  }, 60_000)

  it('notes once an hour who opened it', async () => {
    const opened = async () => {
      const query = { action: 'recording opened' }
      return (await study.pi.browser.call(readHistory, { params: { study: study.id }, query })).entries
    }
    const range = { ...byPlayer, range: 'bytes=0-1' }
    for (let number = 0; number < 5; number += 1) await ask(coder.browser, range)
    expect(await opened()).toMatchObject([{ person: 'Name of watching', subject: `media:${media}` }])
    lab().ports.advance(hour)
    coder = { ...coder, browser: await openSessionOf(lab(), coder.id) }
    study = { ...study, pi: { ...study.pi, browser: await openSessionOf(lab(), study.pi.id) } }
    await ask(coder.browser, range)
    expect(await opened()).toHaveLength(2)
  })

  it('is closed to somebody who leaves from the next request on', async () => {
    const range = { ...byPlayer, range: 'bytes=0-9' }
    expect((await ask(coder.browser, range)).status).toBe(206)
    await study.pi.browser.call(endMembership, { params: { study: study.id, person: coder.id } })
    expect(await ask(coder.browser, range)).toMatchObject({ status: 404 })
  })
})
