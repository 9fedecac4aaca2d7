import { openOutbox } from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { forEachEngine } from '../support/lab.ts'
import { openStudy, type TestStudy } from '../support/study.ts'

forEachEngine('the key of an outbox', (lab) => {
  let study: TestStudy
  beforeAll(async () => {
    study = await openStudy(lab())
  })

  it('is the same at every call of a person, and another for everybody else', async () => {
    const keyOf = (browser: TestStudy['pi']['browser']) => browser.call(openOutbox, { params: {}, body: {} })
    const first = await keyOf(study.trainer.browser)
    expect(await keyOf(study.trainer.browser)).toEqual(first)
    expect(first.key).toMatch(/^[\w-]{43}$/)
    expect((await keyOf(study.pi.browser)).key).not.toBe(first.key)
  })
})
