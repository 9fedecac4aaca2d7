import { run } from '@attune/cli'
import {
  type AttemptView,
  exportCertificate,
  exportComparisons,
  listCertificates,
  markMaster,
  readAttempt,
  readCertificate,
  readSigningKey,
  releaseFeedback,
  rescoreAttempt,
  revokeCertificate,
  type TrainingSet,
  withdrawTrainingCase,
} from '@attune/contract'
import { beforeAll, expect, it } from 'vitest'
import { fingerprintOf } from '../../../api/src/certificates/key.ts'
import { worldOf } from '../../cli/world.ts'
import { openBrowser } from '../support/browser.ts'
import { codeEach, halfAgreed } from '../support/cohort.ts'
import { forEachEngine } from '../support/lab.ts'
import type { Someone } from '../support/people.ts'
import { type Codes, submitted } from '../support/small-study.ts'
import { buildTraining, openSetFor, type TrainingStudy } from '../support/training.ts'

const right: Codes = { score: 5, category: 'F' }
const wrong: Codes = { score: 9, category: 'E' }

forEachEngine('a certificate', (lab) => {
  let study: TrainingStudy
  beforeAll(async () => {
    study = await buildTraining(lab(), 'certified')
  })
  const certifying = { feedback: 'test', certifies: true, criterion: halfAgreed } as const
  type Passed = { trainee: Someone; set: TrainingSet; done: AttemptView; certificate: string | null }
  const tried = async (name: string, codes: readonly Codes[], change = {}): Promise<Passed> => {
    const trainee = await study.add('trainee', `certified-${name}`)
    const set = await openSetFor(study, [trainee], { name: `Set of ${name}`, ...certifying, ...change })
    const done = await codeEach(lab(), study, trainee, set.id, codes)
    return { trainee, set, done, certificate: done.certificate }
  }
  const where = (certificate: string | null) => ({ params: { study: study.id, certificate: certificate ?? '' } })
  const read = (someone: Someone, certificate: string | null) =>
    someone.browser.call(readCertificate, where(certificate))
  const check = async (files: Record<string, string>, ...args: string[]) => {
    const { world, seen } = worldOf(files)
    return { code: await run(['certificate', 'it.json', ...args], world), ...seen }
  }

  it('is given when the criterion is met, and says with what figures', async () => {
    const { trainee, set, certificate } = await tried('passes', [right, right, wrong])
    const { head, document, fingerprint } = await read(trainee, certificate)
    expect(head).toMatchObject({
      person: { name: trainee.name },
      state: 'valid',
      ended: null,
      criterion: halfAgreed.title,
    })
    const { certificate: said } = document
    expect(said).toMatchObject({
      person: trainee.name,
      study: study.name,
      set: { id: set.id, cases: 3, blind: true },
      attempt: { number: 1 },
      codebook: { id: 'tiny', number: '1.0.0' },
      issuedBy: study.trainer.name,
      rescored: null,
    })
    expect(said.figures).toMatchObject([
      { measure: 'percent-agreement', n: 6, cases: 3, estimate: 4 / 6, method: 'Wilson' },
    ])
    expect([said.issuedAt.slice(0, 10), said.expiresAt?.slice(0, 10)]).toEqual(['2026-03-02', '2027-03-02'])
    expect(fingerprint).toBe(fingerprintOf(document.signature.key))
  })

  it('names no case and holds no code', async () => {
    const { trainee, certificate } = await tried('quiet', [right, right, right])
    const text = JSON.stringify((await read(trainee, certificate)).document)
    for (const told of [...study.cases, 'T-1', 'T-2', '"Ds"', 'Coherent throughout']) expect(text).not.toContain(told)
  })

  it('is not given when the criterion is missed, nor where a set gives none', async () => {
    expect((await tried('fails', [wrong, wrong, right])).certificate).toBeNull()
    expect((await tried('no-certificate', [right, right, right], { certifies: false })).certificate).toBeNull()
  })

  it('keeps the numbers that its test keeps', async () => {
    const { trainee, certificate } = await tried('numbers', [right, right, right], { showsScores: false })
    expect((await read(trainee, certificate)).document.certificate.figures).toEqual([])
  })

  it('is checked by attune certificate without a network, figures included', async () => {
    const { trainee, set, certificate } = await tried('checked', [right, wrong, right])
    const file = await trainee.browser.call(exportCertificate, where(certificate))
    const key = await openBrowser(lab()).call(readSigningKey)
    expect(key.fingerprint).toBe(fingerprintOf(key.key))
    const all = await study.trainer.browser.call(exportComparisons, { params: { study: study.id, set: set.id } })
    const files = { 'it.json': file, 'all.csv': all }
    const found = await check(files, '--key', key.fingerprint, '--comparisons', 'all.csv')
    expect([found.code, found.err]).toEqual([0, ''])
    expect(found.out).toContain('the certificate holds')
    expect((await check({ ...files, 'it.json': file.replace(trainee.name, 'Somebody') })).code).toBe(1)
    const answer = await trainee.browser.send(
      'GET',
      `/studies/${study.id}/certificates/${certificate}/certificate.json`,
    )
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  it('waits until a trainer releases the attempt, who then gives it', async () => {
    const { trainee, set, done } = await tried('waits', [right, right, right], { release: 'trainer' })
    expect(done).toMatchObject({ attempt: { state: 'waiting', met: null }, certificate: null })
    const body = { attempts: [done.attempt.id] }
    const params = { study: study.id, set: set.id }
    const release = () => study.pi.browser.call(releaseFeedback, { params, body })
    expect(await release()).toEqual({ released: 1, alreadyReleased: 0 })
    expect(await release()).toEqual({ released: 0, alreadyReleased: 1 })
    const { certificate } = await trainee.browser.call(readAttempt, {
      params: { study: study.id, attempt: done.attempt.id },
    })
    expect((await read(trainee, certificate)).document.certificate.issuedBy).toBe(study.pi.name)
  })

  it('is replaced by one that says so when the attempt is scored again and still meets the criterion', async () => {
    const { trainee, set, done, certificate } = await tried('again', [right, right, wrong])
    const place = { study: study.id, set: set.id, case: study.cases[2] ?? '' }
    const body = { reason: 'The tape was cut.' }
    const { rescored } = await study.trainer.browser.call(withdrawTrainingCase, { params: place, body })
    expect(rescored).toBe(1)
    const old = await read(trainee, certificate)
    expect(old.head).toMatchObject({ state: 'replaced', ended: { by: study.trainer.name } })
    const { head, document } = await read(trainee, old.head.ended?.replacedBy ?? '')
    expect(head.state).toBe('valid')
    expect(document.certificate).toMatchObject({
      set: { cases: 2 },
      rescored: { reason: 'A case was withdrawn: The tape was cut.', replaces: certificate },
      expiresAt: old.head.expiresAt,
      figures: [{ n: 4, estimate: 1 }],
    })
    const again = await trainee.browser.call(readAttempt, { params: { study: study.id, attempt: done.attempt.id } })
    expect(again.certificate).toBe(head.id)
  })

  it('ends when another score no longer meets the criterion, and comes back with one that does', async () => {
    const own = await buildTraining(lab(), 'ends', 1)
    const trainee = await own.add('trainee', 'ends-trainee')
    const set = await openSetFor(own, [trainee], { name: 'Ends', ...certifying })
    const done = await codeEach(lab(), own, trainee, set.id, [right])
    const first = done.certificate
    const coder = await own.add('coder', 'ends-coder')
    const coding = await submitted(lab(), own, coder, own.cases[0] ?? '', wrong)
    const masters = await lab().ground.db.selectFrom('master').select('coding').where('study', '=', own.id).execute()
    const rescored = async (master: string, reason: string) => {
      await own.trainer.browser.call(markMaster, {
        params: { study: own.id, coding: master },
        body: { rationale: reason },
      })
      await own.trainer.browser.call(rescoreAttempt, {
        params: { study: own.id, attempt: done.attempt.id },
        body: { reason },
      })
      const { certificates } = await own.pi.browser.call(listCertificates, { params: { study: own.id } })
      return certificates.map(({ id, state, ended }) => [id === first, state, ended?.reason ?? ''])
    }
    expect(await rescored(coding, 'Another master.')).toEqual([
      [true, 'revoked', 'Scored again, and not met any more: Another master.'],
    ])
    const back = await rescored(masters[0]?.coding ?? '', 'The old master again.')
    expect(back).toHaveLength(2)
    expect(back.filter(([, state]) => state === 'valid')).toEqual([[false, 'valid', '']])
  })

  it('is taken back by the principal investigator alone, stays in the record, and no score brings it back', async () => {
    const { trainee, done, certificate } = await tried('revoked', [right, right, right])
    const body = { reason: 'Had seen the cases elsewhere.' }
    const refused = await study.trainer.browser.refused(revokeCertificate, { ...where(certificate), body })
    expect(refused.status).toBe(404)
    const head = await study.pi.browser.call(revokeCertificate, { ...where(certificate), body })
    expect(head).toMatchObject({ state: 'revoked', ended: { ...body, by: study.pi.name, replacedBy: null } })
    const twice = await study.pi.browser.refused(revokeCertificate, { ...where(certificate), body })
    expect(twice.code).toBe('in-use')
    const params = { study: study.id, attempt: done.attempt.id }
    await study.trainer.browser.call(rescoreAttempt, { params, body: { reason: 'Once more.' } })
    const { certificates } = await study.pi.browser.call(listCertificates, { params: { study: study.id } })
    const own = certificates.filter(({ person }) => person.id === trainee.id)
    expect(own.map(({ id, state }) => [id, state])).toEqual([[certificate, 'revoked']])
  })

  it('is read by its owner and by trainers of its study, and by nobody else', async () => {
    const { trainee, certificate } = await tried('private', [right, right, right])
    const [stranger, coder] = [
      await study.add('trainee', 'certified-stranger'),
      await study.add('coder', 'certified-coder'),
    ]
    const elsewhere = await buildTraining(lab(), 'elsewhere', 1)
    for (const someone of [trainee, study.trainer, study.pi]) {
      expect((await read(someone, certificate)).head.id).toBe(certificate)
    }
    for (const someone of [stranger, coder, elsewhere.pi]) {
      expect(await someone.browser.refused(readCertificate, where(certificate))).toMatchObject({ status: 404 })
      expect(await someone.browser.refused(exportCertificate, where(certificate))).toMatchObject({ status: 404 })
    }
    const other = { params: { study: elsewhere.id, certificate: certificate ?? '' } }
    expect(await elsewhere.pi.browser.refused(readCertificate, other)).toMatchObject({ status: 404 })
  })

  it('cannot be changed or removed in the database', async () => {
    const { certificate } = await tried('frozen', [right, right, right])
    const change = (set: object) =>
      lab().ground.write((trx) =>
        trx
          .updateTable('certificate')
          .set(set)
          .where('id', '=', certificate ?? '')
          .execute(),
      )
    await expect(change({ document: '{}' })).rejects.toThrow(/frozen/)
    await expect(
      lab().ground.write((trx) =>
        trx
          .deleteFrom('certificate')
          .where('id', '=', certificate ?? '')
          .execute(),
      ),
    ).rejects.toThrow(/frozen/)
  })

  it('is signed with the one key of the lab, of which only the public half leaves', async () => {
    const keys = await lab().ground.db.selectFrom('signing_key').selectAll().execute()
    expect(keys).toHaveLength(1)
    const anybody = openBrowser(lab())
    const { text } = await anybody.send('GET', '/lab/signing-key')
    expect(JSON.parse(text).key).toBe(keys[0]?.public_key)
    expect(text).not.toContain(keys[0]?.private_key)
  })
})
