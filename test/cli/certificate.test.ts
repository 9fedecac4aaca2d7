import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { type Figure, judge, plainCompared, type Verdict } from '@attune/agreement'
import { run } from '@attune/cli'
import { type CertificateBody, canonicalJson, certificateNotice } from '@attune/criteria'
import { type ComparisonRow, comparisonsCsv } from '@attune/exchange'
import { describe, expect, it } from 'vitest'
import { agreement, criterionOf } from '../support/criterion.ts'
import { worldOf } from './world.ts'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const spki = publicKey.export({ format: 'der', type: 'spki' })

const pairs = [
  [5, 5],
  [4, 5],
  [7, 6],
  [3, 6],
  [8, 8],
  [2, 2],
] as const
const predicate = agreement({ measure: 'within-k', variables: { kinds: ['scale'] } })
const categories = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const held = plainCompared({
  cases: pairs.map((_, index) => `c${index}`),
  variables: [
    {
      ...{ id: 'coherence', label: 'Coherence', kind: 'scale', collapse: null, level: 'interval' },
      ...{ categories, notCodable: ['(no value)'] },
      items: pairs.map(([own, master], index) => ({ case: `c${index}`, own, references: [master] })),
    },
  ],
})
const figuresIn = (verdict: Verdict): Figure[] => ('figures' in verdict ? verdict.figures : [])

const set = { id: '11111111-1111-4111-8111-111111111111', name: 'Test' }
const body: CertificateBody = {
  format: 'attune-certificate/1',
  id: '22222222-2222-4222-8222-222222222222',
  lab: 'Lab',
  study: 'Study',
  person: 'Tom',
  set: { ...set, cases: 6, blind: true },
  attempt: { number: 1, finishedAt: '2025-06-01T10:00:00.000Z' },
  codebook: { id: 'iwm', number: '1.0.0', title: 'IWM', hash: 'h' },
  criterion: criterionOf(predicate),
  figures: figuresIn(judge(predicate, held)),
  issuedAt: '2025-06-01T10:00:00.000Z',
  expiresAt: '2026-06-01T10:00:00.000Z',
  issuedBy: 'Tina',
  rescored: null,
  program: '0.1.0',
  notice: certificateNotice,
}
function signed(certificate: CertificateBody): string {
  const checksum = sha256(canonicalJson(certificate))
  const value = sign(null, Buffer.from(checksum), privateKey).toString('base64')
  const signature = { algorithm: 'Ed25519', key: spki.toString('base64'), value }
  return JSON.stringify({ certificate, checksum, signature })
}
const rows = (trainee: string, own: (value: number) => number): ComparisonRow[] =>
  pairs.map(([value, master], index) => ({
    place: { set, trainee, attempt: 1, order: index + 1, case: `c${index}`, tolerance: 0, overlap: 0.5, seconds: 1 },
    item: {
      ...{ kind: 'scale', variable: 'coherence', label: 'Coherence', target: null, episode: null, collapse: null },
      ...{ outcomes: categories, own: own(value), masters: [master], coders: [] },
    },
  }))

async function checked(files: Record<string, string>, ...args: string[]) {
  const { world, seen } = worldOf({ 'tom.json': signed(body), ...files })
  const code = await run(['certificate', 'tom.json', ...args], world)
  return { code, ...seen }
}

// Five of six are within one point.
describe('attune certificate', () => {
  it('holds when nothing was changed, and says what that means and what not', async () => {
    const { code, out, err } = await checked({})
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('the certificate holds')
    expect(out).toContain('Tom: met "Ours"')
    expect(out).toContain('valid until 2026-06-01')
    expect(out).toMatch(/Coherence {2}within-k {2}6 {6}6 {4}\.83 {2}\[\.44, \.97\]/)
    expect(out).toContain(sha256(spki))
    expect(out).toContain('Whose key it is, this does not say')
    expect(out).toContain(certificateNotice)
  })

  it('says that it rests on a second score, whether or not it replaces another', async () => {
    const again = { at: '2025-07-01T10:00:00.000Z', reason: 'A case was withdrawn.' }
    for (const replaces of [null, '33333333-3333-4333-8333-333333333333']) {
      const { code, out } = await checked({ 'tom.json': signed({ ...body, rescored: { ...again, replaces } }) })
      expect(code).toBe(0)
      expect(out).toContain('scored again on 2025-07-01: A case was withdrawn.')
    }
  })

  it('does not hold when a letter was changed', async () => {
    const { code, out } = await checked({ 'tom.json': signed(body).replace('"Tom"', '"Tim"') })
    expect(code).toBe(1)
    expect(out).toContain('Checksum: wrong.')
    expect(out).toContain('Signature: right.')
  })

  it('does not hold when the checksum was made anew without the key', async () => {
    const forged = JSON.parse(signed(body))
    forged.certificate.person = 'Tim'
    forged.checksum = sha256(canonicalJson(forged.certificate))
    const { code, out } = await checked({ 'tom.json': JSON.stringify(forged) })
    expect(code).toBe(1)
    expect(out).toContain('Checksum: right.')
    expect(out).toContain('Signature: wrong.')
    forged.signature.key = 'bm8ga2V5'
    expect(await checked({ 'tom.json': JSON.stringify(forged) })).toMatchObject({ code: 1, err: '' })
  })

  it('does not hold after its end', async () => {
    const ended = signed({ ...body, expiresAt: '2026-01-15T12:00:00.000Z' })
    expect(await checked({ 'tom.json': ended })).toMatchObject({
      code: 1,
      out: expect.stringContaining('It has expired.'),
    })
  })

  it('compares the key with a fingerprint, or a file that holds a key', async () => {
    const other = generateKeyPairSync('ed25519').publicKey
    const files = {
      'key.json': JSON.stringify({ algorithm: 'Ed25519', key: spki.toString('base64'), fingerprint: 'x' }),
      'key.pem': publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      'key.txt': `${spki.toString('base64')}\n`,
      'other.pem': other.export({ format: 'pem', type: 'spki' }).toString(),
      'no.txt': 'no key',
    }
    for (const key of [sha256(spki), sha256(spki).toUpperCase(), 'key.json', 'key.pem', 'key.txt']) {
      expect(await checked(files, '--key', key)).toMatchObject({
        code: 0,
        out: expect.stringContaining('the one you named'),
      })
    }
    expect(await checked(files, '--key', 'other.pem')).toMatchObject({ code: 1 })
    expect(await checked(files, '--key', 'a'.repeat(64))).toMatchObject({ code: 1 })
    expect(await checked(files, '--key', 'no.txt')).toMatchObject({ code: 2, err: expect.stringContaining('no key') })
  })

  it('computes its figures again', async () => {
    const right = { 'all.csv': comparisonsCsv(rows('tom', (value) => value)) }
    expect(await checked(right, '--comparisons', 'all.csv')).toMatchObject({
      code: 0,
      out: expect.stringContaining('the same'),
    })
    const wrong = { 'all.csv': comparisonsCsv(rows('tom', (value) => Math.min(9, value + 1))) }
    const beyond = { 'all.csv': comparisonsCsv(rows('tom', (value) => value + 100)) }
    const refused = await checked(beyond, '--comparisons', 'all.csv')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('tom, attempt 1 of Test: Item 1, rater ')
    const { code, out } = await checked(wrong, '--comparisons', 'all.csv')
    expect(code).toBe(1)
    expect(out).toContain('other estimate, lower, upper: 0.6666666666666666')
    expect(out).toContain('The comparisons do not meet the rule.')
    const { out: json } = await checked(wrong, '--comparisons', 'all.csv', '--json')
    expect(JSON.parse(json)).toMatchObject({ valid: false, signature: true, recomputed: { met: false } })
  })

  it('asks whose it is where several people made the attempt', async () => {
    const same = (value: number) => value
    const files = { 'all.csv': comparisonsCsv([...rows('tom', same), ...rows('ann', same)]) }
    const asked = await checked(files, '--comparisons', 'all.csv')
    expect(asked).toMatchObject({ code: 2, err: expect.stringContaining('--trainee') })
    expect(await checked(files, '--comparisons', 'all.csv', '--trainee', 'tom')).toMatchObject({ code: 0 })
  })

  it.each([
    ['{}', 'this is no certificate'],
    [signed(body).replace('attune-certificate/1', 'attune-certificate/2'), 'certificate.format'],
    ['nothing', 'this is not JSON'],
  ])('refuses %.20s with code 2', async (text, message) => {
    expect(await checked({ 'tom.json': text })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(message),
    })
  })
})
