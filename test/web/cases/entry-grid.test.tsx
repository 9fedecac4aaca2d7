import { fireEvent, render, screen } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import { EntryGrid } from '../../../web/src/cases/EntryGrid.tsx'
import { eventColumns, type Rows, readEvents } from '../../../web/src/cases/recordRows.ts'
import { t } from '../../../web/src/messages/index.ts'
import { expectAccessible } from '../accessible.ts'

function Sample(props: { start: Rows; onRows?: (rows: Rows) => void }) {
  const [rows, setRows] = createSignal(props.start)
  return (
    <EntryGrid
      label="Events"
      columns={eventColumns.map((column) => t().records.columns[column])}
      rows={rows()}
      faults={readEvents(rows()).faults}
      suggestions={{ 3: ['cry'] }}
      addLabel="Add an event"
      onRows={(next) => {
        setRows(next)
        props.onRows?.(next)
      }}
    />
  )
}
const cell = (name: string) => screen.getByRole('combobox', { name })
const field = (name: string) => screen.getByRole('textbox', { name })

describe('the table of events', () => {
  it('goes down on Enter and begins a new row at the end', async () => {
    const onRows = vi.fn<(rows: Rows) => void>()
    render(() => <Sample start={[['1', '', '', 'cry', '']]} onRows={onRows} />)
    await userEvent.click(field('Note, row 1'))
    await userEvent.keyboard('loud{Enter}')
    await vi.waitFor(() => expect(field('Onset, row 2')).toHaveFocus())
    await userEvent.keyboard('2:05{ArrowUp}')
    await vi.waitFor(() => expect(field('Onset, row 1')).toHaveFocus())
    expect(onRows).toHaveBeenLastCalledWith([
      ['1', '', '', 'cry', 'loud'],
      ['2:05', '', '', '', ''],
    ])
  })

  it('takes rows pasted into a cell', () => {
    const onRows = vi.fn<(rows: Rows) => void>()
    render(() => <Sample start={[['', '', '', '', '']]} onRows={onRows} />)
    const clipboardData = { getData: () => '1\t2\tinfant\tcry\tloud\n3\t\tmother\tleave\t' }
    fireEvent.paste(field('Onset, row 1'), { clipboardData })
    expect(onRows).toHaveBeenLastCalledWith([
      ['1', '2', 'infant', 'cry', 'loud'],
      ['3', '', 'mother', 'leave', ''],
    ])
  })

  it('marks the cell that is wrong and removes a row', async () => {
    const { container } = render(() => <Sample start={[['x', '', '', 'cry', '']]} />)
    expect(field('Onset, row 1')).toBeInvalid()
    expect(cell('Behaviour, row 1')).toBeValid()
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Remove row 1' }))
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })
})
