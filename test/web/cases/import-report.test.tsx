import { render, screen } from '@solidjs/testing-library'
import { describe, expect, it } from 'vitest'
import { ImportReportView } from '../../../web/src/cases/ImportReportView.tsx'
import { expectAccessible } from '../accessible.ts'

const item = {
  name: 'a.txt',
  case: 'A-1',
  kind: 'transcript' as const,
  isNewCase: true,
  encoding: 'utf-8',
  faults: [],
  warnings: [],
  characters: 20,
  words: 4,
  speakers: [{ speaker: 'I', role: 'interviewer' as const, turns: 2 }],
  episodes: 0,
  events: 0,
  dropped: [],
  preview: [{ line: 1, time: null, who: 'I', text: 'Who was in the house?' }],
}

describe('the preview of an import', () => {
  it('shows the beginning and the speakers where nothing stands in the way', async () => {
    const { container } = render(() => <ImportReportView report={{ stored: false, items: [item] }} />)
    expect(screen.getByText('Nothing stands in the way.')).toBeInTheDocument()
    expect(screen.getByText('Who was in the house?')).toBeInTheDocument()
    expect(screen.getByText('I: interviewer, 2 turns')).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('shows the times of a text that has them, and what is not taken over', () => {
    const timed = { ...item, dropped: ['2 images'], preview: item.preview.map((line) => ({ ...line, time: 83.5 })) }
    render(() => <ImportReportView report={{ stored: false, items: [timed] }} />)
    expect(screen.getByText('1:23.5')).toBeInTheDocument()
    expect(screen.getByText('Not taken over: 2 images.')).toBeInTheDocument()
  })

  it('names line, fault and remedy, and says that nothing was stored', () => {
    const faults = [
      { line: 7, message: 'A NUL character stands here.', remedy: 'Save the file as text again.' },
      { line: 0, message: 'The file is empty.', remedy: 'Choose another one.' },
    ]
    render(() => <ImportReportView report={{ stored: false, items: [item, { ...item, name: 'b.txt', faults }] }} />)
    expect(screen.getByText('1 item cannot be stored as it is. Nothing was stored.')).toBeInTheDocument()
    expect(screen.getByText('Line 7').closest('li')).toHaveTextContent(
      'A NUL character stands here. Save the file as text again.',
    )
    expect(screen.getByText('Whole file')).toBeInTheDocument()
  })

  it('does not drown the screen in a thousand faults', () => {
    const faults = Array.from({ length: 1000 }, (_, at) => ({ line: at + 1, message: 'No.', remedy: 'Mend.' }))
    render(() => <ImportReportView report={{ stored: false, items: [{ ...item, faults }] }} />)
    expect(screen.getAllByText(/^Line \d+$/)).toHaveLength(60)
    expect(screen.getByText('and 940 more')).toBeInTheDocument()
  })
})
