import { addCodebook, listCodebooks, readCodebook } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { openStudy, smallCodebook, type TestStudy } from '../support/study.ts'

forEachEngine('codebooks of a study', (lab) => {
  let study: TestStudy
  const add = (source: string, dryRun = false) => ({
    params: { study: study.id },
    body: { dryRun, name: 'file.json', source },
  })
  const list = async () => (await study.pi.browser.call(listCodebooks, { params: { study: study.id } })).versions
  beforeAll(async () => {
    study = await openStudy(lab())
  })

  it('begin with those that Attune ships', async () => {
    const shipped = (await list()).filter((version) => version.origin === 'shipped')
    expect(shipped.map((version) => `${version.codebook} ${version.version}`)).toEqual([
      'aai 1.0.0',
      'iwm 1.0.0',
      'iwm 1.1.0',
      'ssp 1.0.0',
      'ssp 1.1.0',
    ])
  })

  it('take a file of the lab, and only in this study', async () => {
    const elsewhere = await openStudy(lab(), 'elsewhere')
    const source = JSON.stringify({ ...smallCodebook, id: 'ours', title: 'Ours' })
    const answer = await study.trainer.browser.call(addCodebook, add(source))
    expect(answer).toMatchObject({ stored: true, faults: [], version: { codebook: 'ours', origin: 'lab' } })
    const params = { study: elsewhere.id, version: answer.version?.id ?? '' }
    expect((await elsewhere.pi.browser.refused(readCodebook, { params })).status).toBe(404)
  })

  it('refuse a broken file with the path of every fault and store nothing', async () => {
    const before = (await list()).length
    const broken = structuredClone(smallCodebook) as unknown as {
      id: string
      variables: { max?: number; section: string }[]
    }
    broken.id = 'broken'
    Object.assign(broken.variables[0] ?? {}, { section: 'nowhere', max: 0 })
    const answer = await study.pi.browser.call(addCodebook, add(JSON.stringify(broken)))
    expect(answer.stored).toBe(false)
    expect(answer.faults.map((fault) => fault.path)).toEqual(expect.arrayContaining(['variables[0].section']))
    expect((await study.pi.browser.call(addCodebook, add('{"id": '))).faults).toHaveLength(1)
    expect((await list()).length).toBe(before)
  })

  it('check a file without storing it', async () => {
    const before = (await list()).length
    const answer = await study.pi.browser.call(addCodebook, add(JSON.stringify({ ...smallCodebook, id: 'dry' }), true))
    expect(answer).toMatchObject({ stored: false, faults: [], codebook: { id: 'dry' } })
    expect((await list()).length).toBe(before)
  })

  it('never change a version: the same number with other content is refused, the same content is the same version', async () => {
    const same = await study.pi.browser.call(addCodebook, add(JSON.stringify(smallCodebook, null, 4)))
    expect(same.version?.id).toBe(study.codebook)
    const other = await study.pi.browser.refused(
      addCodebook,
      add(JSON.stringify({ ...smallCodebook, title: 'Changed' })),
    )
    expect(other).toMatchObject({ code: 'already-exists', faults: [{ path: 'version' }] })
    const next = await study.pi.browser.call(
      addCodebook,
      add(JSON.stringify({ ...smallCodebook, title: 'Changed', version: '1.1.0' })),
    )
    expect(next.version?.id).not.toBe(study.codebook)
  })

  it('are no business of a blind coder beyond her own codings', async () => {
    for (const blind of [study.coder, study.trainee]) {
      expect((await blind.browser.refused(listCodebooks, { params: { study: study.id } })).status).toBe(404)
      expect((await blind.browser.refused(addCodebook, add('{}'))).status).toBe(404)
    }
  })
})
