import type { Master, Study } from '@attune/contract'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GivenStudy } from '../../../web/src/base/study.tsx'
import { CaseMasters } from '../../../web/src/cases/CaseMasters.tsx'
import { MasterForm } from '../../../web/src/studies/MasterForm.tsx'
import type { ProgressCoding } from '../../../web/src/studies/progress.ts'
import { expectAccessible } from '../accessible.ts'
import { sampleProgress } from './sample.ts'

const study = { id: 's', name: 'Study', role: 'trainer', criteria: { kappa: 0.6, icc: 0.7 } } as Study
const ada: Master = {
  case: 'c1',
  caseId: 'A-1',
  codebookVersion: 'aai',
  coding: 'c1-ada',
  author: 'Ada',
  rationale: 'Coherent throughout.',
  isAdditional: false,
  markedBy: 'Ada',
  markedAt: '2026-11-22T12:00:00.000Z',
}
const bo: Master = { ...ada, coding: 'c1-bo', author: 'Bo', isAdditional: true, rationale: 'A second opinion.' }
const codingOf = (coding: string, isMaster: boolean): ProgressCoding => {
  const [one] = sampleProgress().codings
  if (!one) throw new Error('the sample has codings')
  return { ...one, coding, isMaster }
}

let masters: Master[] = []
const sent: { method: string; path: string; body: unknown }[] = []
beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method !== 'GET') sent.push({ method: String(request.method), path, body: bodyOf(request) })
    if (path === '/api/studies/s/codebooks') {
      return Response.json({ versions: [{ id: 'aai', title: 'Interview', version: '1.0.0' }] })
    }
    return Response.json(path === '/api/studies/s/masters' ? { masters } : ada)
  })
})
afterEach(() => vi.unstubAllGlobals())

const bodyOf = ({ body }: RequestInit): unknown => (typeof body === 'string' ? JSON.parse(body) : undefined)
const show = (part: () => unknown) =>
  render(() => (
    <MemoryRouter>
      <Route path="*" component={() => <GivenStudy study={() => study}>{part() as never}</GivenStudy>} />
    </MemoryRouter>
  ))
const formOf = (coding: ProgressCoding) => {
  const onChanged = vi.fn<(words: string) => void>()
  return { ...show(() => <MasterForm coding={coding} onChanged={onChanged} />), onChanged }
}

describe('marking a master coding', () => {
  it('offers a place beside the main one first, so that nothing is replaced by accident', async () => {
    masters = [ada]
    const { container, onChanged } = formOf(codingOf('c1-bo', false))
    await userEvent.click(screen.getByText('Make it the master coding'))
    expect(await screen.findByRole('radio', { name: 'Stand beside it' })).toBeChecked()
    await userEvent.type(screen.getByLabelText('Rationale'), 'Another reading of turn 12.')
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Make it a further master coding' }))
    expect(sent).toEqual([
      {
        method: 'PUT',
        path: '/api/studies/s/codings/c1-bo/master',
        body: { rationale: 'Another reading of turn 12.', isAdditional: true },
      },
    ])
    expect(onChanged).toHaveBeenCalledWith('Marked as a further master coding.')
  })

  it('takes the place of the main one where that is chosen', async () => {
    masters = [ada]
    formOf(codingOf('c1-bo', false))
    await userEvent.click(screen.getByText('Make it the master coding'))
    await userEvent.click(await screen.findByRole('radio', { name: 'Take its place' }))
    await userEvent.type(screen.getByLabelText('Rationale'), 'Corrected after discussion.')
    await userEvent.click(screen.getByRole('button', { name: 'Make it the master coding' }))
    expect(sent[0]?.body).toEqual({ rationale: 'Corrected after discussion.', isAdditional: false })
  })

  it('asks nothing about places where the case has no master coding yet', async () => {
    masters = [{ ...ada, case: 'c2' }]
    formOf(codingOf('c1-bo', false))
    await userEvent.click(screen.getByText('Make it the master coding'))
    expect(await screen.findByLabelText('Rationale')).toBeInTheDocument()
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('says that a case has several, which is the main one, and makes another the main one', async () => {
    masters = [bo, ada]
    const { onChanged } = formOf(codingOf('c1-bo', true))
    expect(await screen.findByText('This is a further master coding')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Ada main',
      'Bo (this one) further',
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Make it the main one' }))
    expect(sent[0]?.body).toEqual({ rationale: 'A second opinion.', isAdditional: false })
    expect(onChanged).toHaveBeenCalledWith('Now the main master coding.')
  })
})

describe('the master codings of a case', () => {
  it('are listed by codebook, the main one first', async () => {
    masters = [bo, ada, { ...ada, case: 'c2', author: 'Somebody else' }]
    const { container } = show(() => <CaseMasters case="c1" />)
    expect(await screen.findByText('Interview 1.0.0: 2')).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Ada main', 'Bo further'])
    await expectAccessible(container)
  })
})
