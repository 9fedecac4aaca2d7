import { screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AnnotationList } from '../../../web/src/codings/annotations/AnnotationList.tsx'
import { RaisedAnnotation } from '../../../web/src/codings/annotations/RaisedAnnotation.tsx'
import { CodePalette } from '../../../web/src/codings/CodePalette.tsx'
import { ConflictPanel } from '../../../web/src/codings/ConflictPanel.tsx'
import { linkRaised } from '../../../web/src/codings/evidence.ts'
import { Observation } from '../../../web/src/codings/observation/Observation.tsx'
import { saveWords } from '../../../web/src/codings/SaveState.tsx'
import { expectAccessible, renderOnDesk } from './render.tsx'
import { acceptingPorts, annotationsOver, interviewWorkspace, observationWorkspace } from './sample.ts'

const coded = (count: number) => {
  const workspace = interviewWorkspace()
  return { ...workspace, annotations: annotationsOver(workspace, count) }
}

describe('the list of annotations', { timeout: 30_000 }, () => {
  it('says what the colours show: code, place, words, memo, evidence', async () => {
    const { container, desk, sight } = renderOnDesk(() => <AnnotationList />, coded(3))
    const [first] = screen.getAllByRole('listitem')
    expect(first).toHaveTextContent(/Idealisation without evidence.*turn/)
    expect(first).toHaveTextContent('A note on this passage.')
    await userEvent.click(within(first as HTMLElement).getByRole('button'))
    sight.setSlot({ variable: 'coherence-of-mind', target: null, episode: null })
    expect(linkRaised(desk, sight, 'for')).toBeNull()
    expect(first).toHaveTextContent('Evidence for Coherence of mind')
    expect(linkRaised(desk, sight, 'for')).toBeNull()
    expect(first).not.toHaveTextContent('Evidence for')
    await expectAccessible(container)
  })

  it('raises each annotation in the text as the arrows go through the list', async () => {
    const { sight, desk } = renderOnDesk(() => <AnnotationList />, coded(3))
    const ids = [...desk.draft().annotations.keys()]
    await userEvent.tab()
    await userEvent.tab()
    expect(sight.raised()).toBe(ids[0])
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(sight.raised()).toBe(ids[2])
    expect(sight.wanted()?.place).toMatchObject({ id: ids[2] })
  })

  it('says what to do first when nothing is coded', () => {
    renderOnDesk(() => <AnnotationList />, interviewWorkspace())
    expect(screen.getByText('Nothing is coded yet')).toBeInTheDocument()
  })

  it('shows many in parts and one code alone', async () => {
    renderOnDesk(() => <AnnotationList />, coded(400))
    expect(screen.getAllByRole('listitem')).toHaveLength(150)
    await userEvent.click(screen.getByRole('button', { name: /Show 150 more of 400/ }))
    expect(screen.getAllByRole('listitem')).toHaveLength(300)
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Derogation')
    for (const item of screen.getAllByRole('listitem')) expect(item).toHaveTextContent('Derogation')
  })
})

describe('the raised annotation', { timeout: 30_000 }, () => {
  it('changes borders, code, memo and confidence, and goes away without a trace that undo cannot bring back', async () => {
    const { container, desk, sight } = renderOnDesk(() => <RaisedAnnotation />, coded(1))
    const [id] = desk.draft().annotations.keys()
    sight.setRaised(id ?? null)
    const now = () => desk.draft().annotations.get(id ?? '')
    await expectAccessible(container)
    const before = now()
    await userEvent.click(screen.getByRole('button', { name: 'Ends a word later' }))
    expect((now() as { end: number }).end).toBeGreaterThan((before as { end: number }).end)
    await userEvent.click(screen.getByRole('button', { name: 'Other code' }))
    await userEvent.keyboard('derog{Enter}')
    expect(now()?.code).toBe('derogation')
    await userEvent.click(screen.getByRole('radio', { name: '4' }))
    expect(now()?.confidence).toBe(4)
    await userEvent.click(screen.getByRole('button', { name: 'Remove Derogation' }))
    expect(now()).toBeUndefined()
    desk.undo()
    expect(now()).toMatchObject({ code: 'derogation', confidence: 4 })
    while (desk.history().done.length > 0) desk.undo()
    expect(now()).toEqual(before)
  })
})

describe('the palette of codes', { timeout: 30_000 }, () => {
  it('marks the best code while one types and takes it by Enter', async () => {
    const chosen: string[] = []
    let isClosed = false
    const { container } = renderOnDesk(
      () => (
        <CodePalette
          label="Code"
          onChoose={(code) => chosen.push(code.id)}
          onClose={() => {
            isClosed = true
          }}
        />
      ),
      interviewWorkspace(),
    )
    await userEvent.keyboard('recall')
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Lack of recall')
    await userEvent.keyboard('{Enter}')
    await userEvent.clear(screen.getByRole('combobox'))
    await userEvent.keyboard('{ArrowDown}{Enter}{Escape}')
    expect(chosen).toEqual(['lack-of-recall', 'lack-of-recall'])
    expect(isClosed).toBe(true)
    await expectAccessible(container)
  })
})

describe('a conflict', { timeout: 30_000 }, () => {
  it('shows both versions in words and keeps the one that is chosen', async () => {
    const workspace = interviewWorkspace()
    const there = { version: 4, edit: { type: 'put-memo' as const, text: 'from the other window' } }
    const ports = acceptingPorts(workspace)
    const { container, desk } = renderOnDesk(() => <ConflictPanel />, workspace, {
      ...ports,
      send: async (operation, change) => (change.base < 4 ? { kind: 'stale', there } : ports.send(operation, change)),
    })
    desk.edit({ type: 'put-memo', text: 'from this window' }, { label: 'memo' })
    await screen.findByText(/was changed in two windows/)
    expect(container).toHaveTextContent('from this window')
    expect(container).toHaveTextContent('from the other window')
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('button', { name: 'Keep both texts' }))
    await waitFor(() =>
      expect(ports.sent).toMatchObject([{ base: 4, text: 'from the other window\n\nfrom this window' }]),
    )
    expect(desk.draft().memo).toBe('from the other window\n\nfrom this window')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('the state of saving', { timeout: 30_000 }, () => {
  it('is said in words with what waits', () => {
    const state = {
      status: 'offline' as const,
      waiting: 2,
      conflicts: [],
      refusal: null,
      savedAt: null,
      isKept: true,
      awaySince: new Date(2026, 0, 5, 14, 2).getTime(),
    }
    expect(saveWords(state)).toBe('Offline since 14:02, 2 changes kept here')
    expect(saveWords({ ...state, status: 'saved', waiting: 0 })).toBe('Saved')
    expect(saveWords({ ...state, status: 'signed-out', waiting: 1 })).toBe('Signed out, 1 change kept here')
  })
})

describe('an observation', { timeout: 30_000 }, () => {
  it('is coded by writing a time, or from an event of the record; the timeline has its tables', async () => {
    const workspace = observationWorkspace()
    const { material } = workspace
    if (material.kind !== 'observation') throw new Error('no record')
    const { container, desk } = renderOnDesk(() => <Observation record={material} />, workspace)
    await userEvent.selectOptions(screen.getByLabelText('Code'), 'Cry')
    await userEvent.type(screen.getByLabelText('From'), '3:10')
    await userEvent.type(screen.getByLabelText('To'), '3:00{Enter}')
    expect(screen.getByRole('alert')).toHaveTextContent('It ends at 3:00, before it begins at 3:10.')
    await userEvent.clear(screen.getByLabelText('To'))
    await userEvent.type(screen.getByLabelText('To'), '3:55{Enter}')
    expect([...desk.draft().annotations.values()]).toMatchObject([
      { code: 'cry', onset: 190, offset: 235, subject: 'infant' },
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Code put-down at 0:31' }))
    // The record's own word names a code: it is the first to choose.
    expect(
      within(screen.getByRole('listbox', { name: 'Codes' })).getByRole('option', { selected: true }),
    ).toHaveTextContent('Put down')
    await userEvent.keyboard('{Enter}')
    expect([...desk.draft().annotations.values()]).toMatchObject([
      { code: 'cry' },
      { code: 'put-down', onset: 31, offset: null },
    ])
    expect(within(screen.getByRole('region', { name: 'Coded events' })).getAllByRole('row')).toHaveLength(3)
    await expectAccessible(container)
  })
})
