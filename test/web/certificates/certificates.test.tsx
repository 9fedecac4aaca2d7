import type { CertificateHead, Role, Study } from '@attune/contract'
import { type Certificate, type CertificateBody, certificateNotice } from '@attune/criteria'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GivenStudy } from '../../../web/src/base/study.tsx'
import { CertificatePaper } from '../../../web/src/certificates/CertificatePaper.tsx'
import CertificatesPage from '../../../web/src/certificates/CertificatesPage.tsx'
import { checksumOf } from '../../../web/src/certificates/checksum.ts'
import { fitting, summaryOf } from '../../../web/src/certificates/state.ts'
import { agreement, criterionOf, figure } from '../../support/criterion.ts'
import { expectAccessible } from '../accessible.ts'

const studyFor = (role: Role) => ({ id: 's', name: 'Cradle', role, criteria: { kappa: 0.6, icc: 0.7 } }) as Study

const head = (id: string, more: Partial<CertificateHead> = {}): CertificateHead => ({
  id,
  person: { id: 'mei', name: 'Mei Tanaka' },
  set: { id: 'set', name: 'Reliability test' },
  attempt: 'attempt',
  criterion: 'Four of five',
  issuedAt: '2026-11-01T09:00:00.000Z',
  expiresAt: '2027-11-01T09:00:00.000Z',
  state: 'valid',
  ended: null,
  ...more,
})
const ended = { at: '2026-11-20T09:00:00.000Z', reason: 'The declaration was wrong', by: 'Ada', replacedBy: null }

const body: CertificateBody = {
  format: 'attune-certificate/1',
  id: '0b8e0c5e-3c52-4c0e-9c8b-1d7c4c0c1a01',
  lab: 'Cradle Lab',
  study: 'Infancy cohort',
  person: 'Mei Tanaka',
  set: { id: '0b8e0c5e-3c52-4c0e-9c8b-1d7c4c0c1a02', name: 'Reliability test', cases: 5, blind: true },
  attempt: { number: 2, finishedAt: '2026-11-01T08:00:00.000Z' },
  codebook: { id: 'ssp', number: '1.0.0', title: 'Strange Situation', hash: 'ab'.repeat(32) },
  criterion: criterionOf(agreement({ minimum: 5 }), {
    title: 'Four of five classes',
    modelledOn: { words: 'a programme', source: 'Someone (2001)', url: '' },
  }),
  figures: [figure()],
  issuedAt: '2026-11-01T09:00:00.000Z',
  expiresAt: '2027-11-01T09:00:00.000Z',
  issuedBy: 'Ada Trainer',
  rescored: null,
  program: '0.1.0',
  notice: certificateNotice,
}
const signed = (certificate: CertificateBody): Certificate => ({
  certificate,
  checksum: checksumOf(certificate),
  signature: { algorithm: 'Ed25519', key: 'a2V5', value: 'dmFsdWU=' },
})
const paper = (more: { head?: Partial<CertificateHead>; document?: Certificate } = {}) =>
  render(() => (
    <CertificatePaper
      answer={{ head: head('one', more.head), document: more.document ?? signed(body), fingerprint: 'cd'.repeat(32) }}
    />
  ))

describe('a certificate on paper', () => {
  it('says who met which rule on what, with every number beside its n and interval', async () => {
    const { container } = paper()
    const sheet = screen.getByRole('article', { name: 'Certificate of coding reliability' })
    expect(sheet).toHaveTextContent('Mei Tanaka')
    expect(sheet).toHaveTextContent(
      'met the criterion below on the training set “Reliability test”, 5 cases coded blind to the master coding',
    )
    expect(sheet).toHaveTextContent(
      'Percent agreement with the master coding is at least 80 % for Classification, over all cases, from at least 5 items.',
    )
    expect(sheet).toHaveTextContent('A certificate is valid for 12 months.')
    expect(
      screen.getByRole('row', { name: /^Classification Percent agreement 80.% 95.% CI.\[37.6.%, 96.4.%\] 5 5$/ }),
    ).toBeInTheDocument()
    expect(sheet).toHaveTextContent('attune certificate certificate.json')
    expect(sheet).toHaveTextContent('cdcd cdcd')
    expect(sheet).toHaveTextContent('It is not an accreditation by the owner of an instrument.')
    expect(screen.queryByRole('note')).toBeNull()
    await expectAccessible(container)
  })

  it('checks its own checksum, and warns where a letter was changed', () => {
    paper()
    expect(screen.getByText(/^Checked in this browser/)).toBeInTheDocument()
    const { checksum } = signed(body)
    paper({ document: { ...signed({ ...body, person: 'Somebody Else' }), checksum } })
    expect(screen.getByText(/^The checksum does not fit/)).toBeInTheDocument()
  })

  it.each([
    ['expired', {}, /^Expired 1 Nov 2027.*no longer valid/],
    ['revoked', { ended }, /^Revoked 20 Nov 2026By Ada: The declaration was wrong\. It is not valid/],
    ['replaced', { ended: { ...ended, replacedBy: 'two' } }, /^Replaced 20 Nov 2026.*A newer certificate counts/],
  ] as const)('says across its top that it is %s', async (state, more, words) => {
    const { container } = paper({ head: { state, ...more } })
    expect(screen.getByRole('note').textContent).toMatch(words)
    await expectAccessible(container)
  })

  const again = { at: '2026-11-10T09:00:00.000Z', reason: 'Master of S-211 corrected' }
  it('says that the attempt was scored again, and why', () => {
    const rescored = { ...again, replaces: '0b8e0c5e-3c52-4c0e-9c8b-1d7c4c0c1a03' }
    paper({ document: signed({ ...body, rescored }) })
    expect(
      screen.getByText(/scored again 10 Nov 2026: Master of S-211 corrected\. This certificate replaces/),
    ).toBeInTheDocument()
  })

  it('says so too where there was no earlier certificate', () => {
    paper({ document: signed({ ...body, rescored: { ...again, replaces: null } }) })
    const words = screen.getByText(
      /scored again 10 Nov 2026: Master of S-211 corrected\. The figures here are the later/,
    )
    expect(words).not.toHaveTextContent('replaces')
  })
})

describe('the list of certificates', () => {
  const sent: { path: string; body: unknown }[] = []
  let certificates: CertificateHead[] = []
  beforeEach(() => {
    sent.length = 0
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (request.method === 'POST') {
        sent.push({ path, body: JSON.parse(String(request.body)) })
        certificates = certificates.map((one) => (one.id === 'one' ? { ...one, state: 'revoked', ended } : one))
        return Response.json(certificates[0])
      }
      return Response.json({ certificates })
    })
  })
  afterEach(() => vi.unstubAllGlobals())
  const show = (role: Role = 'pi') =>
    render(() => (
      <MemoryRouter>
        <Route
          path="*"
          component={() => <GivenStudy study={() => studyFor(role)}>{<CertificatesPage />}</GivenStudy>}
        />
      </MemoryRouter>
    ))

  it('counts first, then shows each with its state in words', async () => {
    certificates = [head('one'), head('two', { person: { id: 'jo', name: 'Jo Roth' }, state: 'revoked', ended })]
    const { container } = show()
    expect(await screen.findByText(/^1 of 2 certificates valid\./)).toBeInTheDocument()
    const row = screen.getByRole('row', { name: /Jo Roth/ })
    expect(row).toHaveTextContent('Revoked')
    expect(row).toHaveTextContent('20 Nov 2026, Ada: The declaration was wrong.')
    expect(within(row).queryByRole('button')).toBeNull()
    await expectAccessible(container)
  })

  it('is searched by person and by state', async () => {
    certificates = [head('one'), head('two', { person: { id: 'jo', name: 'Jo Roth' }, state: 'expired' })]
    show()
    await userEvent.type(await screen.findByLabelText('Search'), 'roth')
    expect(screen.queryByRole('row', { name: /Mei Tanaka/ })).toBeNull()
    await userEvent.clear(screen.getByLabelText('Search'))
    await userEvent.selectOptions(screen.getByLabelText('State'), 'Valid')
    expect(screen.queryByRole('row', { name: /Jo Roth/ })).toBeNull()
    expect(screen.getByRole('status')).toHaveTextContent('1 of 2 certificates')
  })

  it('lets a principal investigator take one back with a reason', async () => {
    certificates = [head('one')]
    show()
    await userEvent.click(await screen.findByRole('button', { name: /^Revoke/ }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'The declaration was wrong')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke the certificate' }))
    expect(sent).toEqual([
      { path: '/api/studies/s/certificates/one/revocation', body: { reason: 'The declaration was wrong' } },
    ])
    expect(await screen.findByText(/^0 of 1 certificate valid/)).toBeInTheDocument()
  })

  it('offers a trainer no way to take one back', async () => {
    certificates = [head('one')]
    show('trainer')
    await screen.findByRole('row', { name: /Mei Tanaka/ })
    expect(screen.queryByRole('button', { name: /^Revoke/ })).toBeNull()
  })
})

describe('the summary of certificates', () => {
  it('counts the valid ones and those that expire within sixty days', () => {
    const now = Date.parse('2027-10-01T00:00:00.000Z')
    const all = [head('one'), head('two', { expiresAt: null }), head('three', { state: 'replaced' })]
    expect(summaryOf(all, now)).toEqual({ all: 3, valid: 2, soon: 1 })
  })

  it('finds words anywhere in person, set and rule', () => {
    expect(fitting([head('one')], 'every', 'mei five')).toHaveLength(1)
    expect(fitting([head('one')], 'every', 'mei six')).toHaveLength(0)
    expect(fitting([head('one')], 'expired', '')).toHaveLength(0)
  })
})
