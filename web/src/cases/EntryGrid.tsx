import { Index, Show } from 'solid-js'
import { Button, IconButton } from '../base/Button.tsx'
import { TableFrame } from '../base/states.tsx'
import { t } from '../messages/index.ts'
import { emptyRow, pasteInto, type RowFault, type Rows } from './recordRows.ts'
import './entry-grid.css'

type Props = {
  label: string
  columns: readonly string[]
  rows: Rows
  faults: readonly RowFault[]
  /** Suggestions for a column, by its number. */
  suggestions: Readonly<Record<number, readonly string[]>>
  addLabel: string
  onRows: (rows: Rows) => void
}

/** A table to type into: Enter goes down and adds a row at the end, rows from a spreadsheet can be pasted. */
export function EntryGrid(props: Props) {
  let table: HTMLTableElement | undefined
  const cellId = (row: number, column: number) => `${props.label}-${row}-${column}`.replaceAll(' ', '-')
  const focus = (row: number, column: number) =>
    queueMicrotask(() => table?.querySelector<HTMLInputElement>(`#${cellId(row, column)}`)?.focus())
  const set = (row: number, column: number, text: string) =>
    props.onRows(props.rows.map((cells, at) => (at === row ? cells.with(column, text) : cells)))
  const add = (column = 0) => {
    const row = props.rows.length
    props.onRows([...props.rows, emptyRow(props.columns.length)])
    focus(row, column)
  }
  const pressed = (event: KeyboardEvent, row: number, column: number) => {
    if (event.isComposing || event.altKey) return
    if (event.key === 'Enter' && !event.shiftKey) row + 1 < props.rows.length ? focus(row + 1, column) : add(0)
    else if ((event.key === 'Enter' && event.shiftKey) || event.key === 'ArrowUp') focus(row - 1, column)
    else if (event.key === 'ArrowDown') focus(row + 1, column)
    else return
    event.preventDefault()
  }
  const pasted = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    props.onRows(pasteInto(props.rows, text, row, column, props.columns.length))
  }
  const faultAt = (row: number, column: number) =>
    props.faults.find((fault) => fault.row === row && fault.column === column)?.message
  return (
    <div class="entry-grid">
      <Index each={Object.entries(props.suggestions)}>
        {(list) => (
          <datalist id={`${props.label}-list-${list()[0]}`.replaceAll(' ', '-')}>
            <Index each={list()[1]}>{(word) => <option value={word()} />}</Index>
          </datalist>
        )}
      </Index>
      <TableFrame label={props.label}>
        <table class="table" ref={table}>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{t().records.row}</span>
              </th>
              <Index each={props.columns}>{(column) => <th scope="col">{column()}</th>}</Index>
              <th scope="col">
                <span class="visually-hidden">{t().base.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <Index each={props.rows}>
              {(cells, row) => (
                <tr>
                  <th scope="row" class="entry-grid__number">
                    {row + 1}
                  </th>
                  <Index each={cells()}>
                    {(cell, column) => (
                      <td data-column={column}>
                        <input
                          id={cellId(row, column)}
                          class="entry-grid__input"
                          aria-label={t().records.cell(props.columns[column] ?? '', row + 1)}
                          aria-invalid={faultAt(row, column) ? 'true' : undefined}
                          title={faultAt(row, column)}
                          list={
                            props.suggestions[column] ? `${props.label}-list-${column}`.replaceAll(' ', '-') : undefined
                          }
                          value={cell()}
                          autocomplete="off"
                          onInput={(event) => set(row, column, event.currentTarget.value)}
                          onKeyDown={(event) => pressed(event, row, column)}
                          onPaste={(event) => pasted(event, row, column)}
                        />
                      </td>
                    )}
                  </Index>
                  <td class="entry-grid__remove">
                    <IconButton
                      icon="cross"
                      small
                      label={t().records.removeRow(row + 1)}
                      onClick={() => props.onRows(props.rows.toSpliced(row, 1))}
                    />
                  </td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableFrame>
      <div class="entry-grid__foot">
        <Button small icon="plus" onClick={() => add()}>
          {props.addLabel}
        </Button>
        <Show when={props.rows.length === 0}>
          <span class="quiet">{t().records.pasteHint}</span>
        </Show>
      </div>
    </div>
  )
}
