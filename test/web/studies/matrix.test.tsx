import type { Study } from '@attune/contract'
import { MemoryRouter, Route } from '@solidjs/router'
import { render, screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import { GivenStudy } from '../../../web/src/base/study.tsx'
import { AssignPanel } from '../../../web/src/studies/AssignPanel.tsx'
import { Matrix } from '../../../web/src/studies/Matrix.tsx'
import { byCell, type Progress } from '../../../web/src/studies/progress.ts'
import { expectAccessible } from '../accessible.ts'
import { sampleProgress } from './sample.ts'

function show(progress: Progress, isSelecting = false) {
  const onOpen = vi.fn<(coding: string) => void>()
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set())
  const rendered = render(() => (
    <Matrix
      cases={progress.cases}
      people={progress.people}
      cells={byCell(progress, 'aai')}
      codebookVersion="aai"
      selected={isSelecting ? selected() : undefined}
      onSelect={setSelected}
      onOpen={onOpen}
    />
  ))
  return { ...rendered, onOpen, selected }
}
const cell = (name: RegExp) => screen.getByRole('button', { name })

describe('the matrix of cases and people', () => {
  it('says each state in words, for which case and whom', async () => {
    const { container } = show(sampleProgress())
    expect(cell(/^Submitted Master in A-1 by Ada$/)).toBeInTheDocument()
    expect(cell(/^Draft 5\/24 in A-1 by Bo$/)).toBeInTheDocument()
    const row = screen.getByRole('rowheader', { name: /A-2/ })
    expect(row).toHaveTextContent('no master')
    await expectAccessible(container)
  })

  it('moves with the arrows over empty cells and opens with Enter', async () => {
    const { onOpen } = show(sampleProgress())
    cell(/A-1 by Ada/).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(cell(/A-2 by Bo/)).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}{ArrowDown}')
    expect(cell(/A-2 by Bo/)).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(onOpen).toHaveBeenCalledWith('c2-bo')
  })

  it('lets cases be ticked one by one and all at once', async () => {
    const { selected, container } = show(sampleProgress(), true)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select case A-2' }))
    expect([...selected()]).toEqual(['c2'])
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all cases shown' }))
    expect([...selected()].sort()).toEqual(['c1', 'c2', 'c3'])
    await expectAccessible(container)
  })

  it('marks whose account is disabled, with the work that waits there, and gives them no more', async () => {
    const progress = sampleProgress()
    const people = progress.people.map((one) => ({ ...one, isDisabled: one.id === 'bo' }))
    show({ ...progress, people })
    expect(screen.getByRole('columnheader', { name: /Bo/ })).toHaveTextContent('Disabled')
    expect(screen.getByRole('columnheader', { name: /Ada/ })).not.toHaveTextContent('Disabled')
    expect(cell(/^Draft 5\/24 in A-1 by Bo$/)).toBeEnabled()
    const version = { id: 'aai', title: 'Interview', version: '1.0.0', material: 'transcript' } as const
    render(() => (
      <MemoryRouter>
        <Route
          path="*"
          component={() => (
            <GivenStudy study={() => ({ id: 's', role: 'pi' }) as Study}>
              <AssignPanel {...{ version, people, cases: [] }} onAssigned={vi.fn()} onCancel={vi.fn()} />
            </GivenStudy>
          )}
        />
      </MemoryRouter>
    ))
    expect(screen.getByRole('checkbox', { name: /Ada/ })).toBeInTheDocument()
    expect(screen.queryByRole('checkbox', { name: /Bo/ })).toBeNull()
  })

  it('shows a large study a hundred rows at a time', async () => {
    const cases = Array.from({ length: 230 }, (_, at) => ({
      id: `x${at}`,
      case: `X-${at}`,
      material: 'transcript' as const,
      masters: [],
    }))
    show({ ...sampleProgress(), cases })
    const rows = () => within(screen.getByRole('table')).getAllByRole('rowheader').length
    expect(rows()).toBe(100)
    await userEvent.click(screen.getByRole('button', { name: 'Show 100 more of 130' }))
    expect(rows()).toBe(200)
  })
})
