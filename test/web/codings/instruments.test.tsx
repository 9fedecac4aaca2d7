import { screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Instruments } from '../../../web/src/codings/instruments/Instruments.tsx'
import { SubmitPanel } from '../../../web/src/codings/SubmitPanel.tsx'
import { expectAccessible, renderOnDesk } from './render.tsx'
import { acceptingPorts, interviewWorkspace, observationWorkspace } from './sample.ts'

const loving = { variable: 'loving', target: 'mother', episode: null }
const slotGroup = (name: string) => screen.getAllByRole('group', { name })[0] as HTMLElement
const rating = (desk: { draft: () => { ratings: ReadonlyMap<string, unknown> } }, key: string) =>
  desk.draft().ratings.get(key)

describe('the instruments', { timeout: 30_000 }, () => {
  it('show several targets side by side and count what is rated by section', async () => {
    const { desk } = renderOnDesk(() => <Instruments />, interviewWorkspace())
    expect(screen.getAllByRole('group', { name: /^Loving \(/ })).toHaveLength(2)
    expect(screen.getByRole('button', { name: /Probable experience/ })).toHaveTextContent('0/10')
    await userEvent.click(within(slotGroup('Loving (Mother)')).getByRole('radio', { name: '4.5' }))
    expect(screen.getByRole('button', { name: /Probable experience/ })).toHaveTextContent('1/10')
    expect(rating(desk, 'loving@mother')).toMatchObject({ slot: loving, value: { kind: 'score', score: 4.5 } })
  })

  it('have no accessibility faults', async () => {
    const { container } = renderOnDesk(() => <Instruments />, interviewWorkspace())
    await expectAccessible(container)
  })

  it('take a typed number, move by arrows and take a score back by Delete', async () => {
    const { desk } = renderOnDesk(() => <Instruments />, interviewWorkspace())
    const user = userEvent.setup()
    within(slotGroup('Loving (Mother)')).getByRole('radio', { name: '1' }).focus()
    await user.keyboard('7.5')
    expect(rating(desk, 'loving@mother')).toMatchObject({ value: { score: 7.5 } })
    expect(document.activeElement).toBe(within(slotGroup('Loving (Mother)')).getByRole('radio', { name: '7.5' }))
    await user.keyboard('{ArrowRight}')
    expect(rating(desk, 'loving@mother')).toMatchObject({ value: { score: 8 } })
    await user.keyboard('{Delete}')
    expect(rating(desk, 'loving@mother')).toBeUndefined()
  })

  it('keep the kinds of no value apart from scores', async () => {
    const { desk } = renderOnDesk(() => <Instruments />, interviewWorkspace())
    await userEvent.click(within(slotGroup('Loving (Father)')).getByRole('radio', { name: 'Not applicable' }))
    expect(rating(desk, 'loving@father')).toMatchObject({ value: { kind: 'none', reason: 'not-applicable' } })
  })

  it('hold a class back until the codebook allows it, then write the notation and the collapses', async () => {
    const workspace = interviewWorkspace()
    const ports = acceptingPorts(workspace)
    renderOnDesk(() => <Instruments />, workspace, ports)
    const classes = screen.getByRole('group', { name: 'Classification: choose classes in their order' })
    await userEvent.click(within(classes).getByRole('button', { name: 'U Unresolved' }))
    expect(screen.getByText(/Not saved yet/)).toBeInTheDocument()
    expect(ports.sent).toEqual([])
    await userEvent.click(within(classes).getByRole('button', { name: 'E3' }))
    await userEvent.click(within(classes).getByRole('button', { name: 'Ds1' }))
    expect(screen.getByLabelText('Classification in notation')).toHaveTextContent('U/E3/Ds1')
    expect(screen.getByText('3-way, forced').nextElementSibling).toHaveTextContent('E')
    await userEvent.click(screen.getByRole('button', { name: 'Rank Ds1 before E3' }))
    expect(screen.getByLabelText('Classification in notation')).toHaveTextContent('U/Ds1/E3')
    await waitFor(() => expect(ports.sent.at(-1)).toMatchObject({ value: { classes: ['U', 'Ds1', 'E3'] } }))
  })

  it('suggest a class where the codebook does, and leave the decision to the coder', async () => {
    const { desk } = renderOnDesk(() => <Instruments />, interviewWorkspace())
    await userEvent.click(within(slotGroup('Unresolved loss')).getByRole('radio', { name: '7' }))
    expect(screen.getByText('The codebook suggests')).toBeInTheDocument()
    expect(rating(desk, 'classification')).toBeUndefined()
    expect(screen.getByRole('button', { name: 'Go to Classification' })).toBeInTheDocument()
  })

  it('have columns per episode and read written durations', async () => {
    const { desk } = renderOnDesk(() => <Instruments />, observationWorkspace())
    expect(screen.getAllByRole('group', { name: /^Proximity seeking \(/ })).toHaveLength(2)
    const [crying] = screen.getAllByRole('textbox', { name: /^Crying/ })
    await userEvent.type(crying as HTMLElement, 'abc{Tab}')
    expect(screen.getByText('Write minutes and seconds, such as 1:23.')).toBeInTheDocument()
    await userEvent.clear(crying as HTMLElement)
    await userEvent.type(crying as HTMLElement, '1:23.5{Tab}')
    expect([...desk.draft().ratings.values()]).toMatchObject([{ value: { kind: 'duration', seconds: 83.5 } }])
  })

  it('are for reading only when somebody else looks', () => {
    renderOnDesk(() => <Instruments />, interviewWorkspace({ mayWrite: false }))
    for (const radio of screen.getAllByRole('radio')) expect(radio).toBeDisabled()
  })
})

describe('submitting', { timeout: 30_000 }, () => {
  it('lists exactly what is missing', () => {
    renderOnDesk(() => <SubmitPanel onClose={() => {}} />, interviewWorkspace())
    expect(screen.getByRole('heading', { name: '24 things are missing before you can submit' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Loving (Mother) has no rating yet.' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Submit and freeze' })).toBeNull()
  })

  it('asks once and freezes', async () => {
    const workspace = interviewWorkspace()
    const complete = renderOnDesk(() => <Instruments />, workspace)
    const ratings = complete.desk.slots.map((slot) => ({
      slot,
      value:
        slot.variable === 'classification'
          ? { kind: 'class' as const, classes: ['F3'] }
          : { kind: 'score' as const, score: 3 },
      confidence: null,
      rationale: 'Because.',
      version: 1,
    }))
    complete.unmount()
    let isClosed = false
    const { desk } = renderOnDesk(
      () => (
        <SubmitPanel
          onClose={() => {
            isClosed = true
          }}
        />
      ),
      { ...workspace, ratings },
    )
    await userEvent.click(screen.getByRole('button', { name: 'Submit and freeze' }))
    await waitFor(() => expect(isClosed).toBe(true))
    expect(desk.head().state).toBe('submitted')
    expect(desk.mayWrite()).toBe(false)
    desk.edit({ type: 'put-memo', text: 'too late' }, { label: 'memo' })
    expect(desk.draft().memo).toBe('')
  })
})
