import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodebookVersion, Study } from '@attune/contract'
import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router'
import { render, screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GivenStudy } from '../../../web/src/base/study.tsx'
import CodebookPage from '../../../web/src/codebooks/CodebookPage.tsx'
import { expectAccessible } from '../accessible.ts'
import { sampleProgress } from '../studies/sample.ts'

const file = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/codebooks', name), 'utf8'))
const version = (id: string, number: string, codings: number): CodebookVersion => ({
  ...{ id, codebook: 'iwm', version: number, title: 'Models', material: 'transcript', origin: 'shipped' },
  ...{ variables: 5, codes: 9, codings, addedAt: '2026-11-22T12:00:00.000Z' },
})
const books: Readonly<Record<string, { version: CodebookVersion; codebook: unknown }>> = {
  aai: { version: version('aai', '1.1.0', 5), codebook: file('iwm-1.1.0.json') },
  iwm: { version: version('iwm', '1.0.0', 1), codebook: file('iwm.json') },
}

let versions: CodebookVersion[] = []
beforeEach(() => {
  versions = Object.values(books).map((one) => one.version)
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/codebooks')) return Response.json({ versions })
    if (path.includes('/progress')) return Response.json({ ...sampleProgress(), next: null })
    return Response.json(books[path.split('/').at(-1) ?? ''])
  })
})
afterEach(() => vi.unstubAllGlobals())

const study = { id: 's', name: 'Study', role: 'pi' } as Study
function show() {
  const history = createMemoryHistory()
  history.set({ value: '/studies/s/codebooks/aai' })
  return render(() => (
    <MemoryRouter history={history} root={(props) => <main>{props.children}</main>}>
      <Route
        path="/studies/:study/codebooks/:version"
        component={() => (
          <GivenStudy study={() => study}>
            <CodebookPage />
          </GivenStudy>
        )}
      />
    </MemoryRouter>
  ))
}

describe('the versions of a codebook', () => {
  it('are compared with the one before, in words', async () => {
    const { container } = show()
    await userEvent.click(await screen.findByRole('button', { name: 'Compare versions', expanded: false }))
    expect(await screen.findByText('From 1.0.0 to 1.1.0.')).toBeInTheDocument()
    expect(screen.getByText(/What can be rated changed/)).toBeInTheDocument()
    expect(screen.getByRole('combobox', { name: 'Compare 1.1.0 with' })).toHaveDisplayValue('Models 1.0.0')
    const evidence = screen.getAllByText('Evidence', { selector: 'dt' })
    expect(evidence.map((one) => one.nextElementSibling?.textContent?.replace(/\s+/g, ' '))).toContain(
      'not there becomes at least 1',
    )
    await expectAccessible(container)
  })

  it('have nothing to be compared with where there is one', async () => {
    versions = versions.slice(0, 1)
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Compare versions' }))
    expect(await screen.findByText('There is only this version.')).toBeInTheDocument()
  })

  it('are used in cases and codings, each a way to it, the rest counted', async () => {
    const { container } = show()
    await userEvent.click(await screen.findByRole('button', { name: 'Where used' }))
    expect(await screen.findByText('3 codings of 2 cases in this study.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'A-1' })).toHaveAttribute('href', '/studies/s/cases/c1')
    const first = screen.getByRole('link', { name: 'A-1' }).closest('li')
    if (!first) throw new Error('A-1 has a line')
    expect(within(first).getByRole('link', { name: 'Bo' })).toHaveAttribute('href', '/studies/s/codings/c1-bo')
    expect(first).toHaveTextContent('Ada Submitted MasterBo Draft 5/24')
    expect(screen.queryByRole('link', { name: 'A-3' })).toBeNull()
    expect(screen.getByText(/^2 further codings were made in training/)).toBeInTheDocument()
    await expectAccessible(container)
  })
})
