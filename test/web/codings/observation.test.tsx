import { fireEvent, screen, within } from '@solidjs/testing-library'
import { beforeEach, describe, expect, it } from 'vitest'
import { Observation } from '../../../web/src/codings/observation/Observation.tsx'
import { SubmitPanel } from '../../../web/src/codings/SubmitPanel.tsx'
import type { EventAnnotation } from '../../../web/src/codings/turns.ts'
import { eventOf, laterWorkspace } from './observation-sample.ts'
import { expectAccessible, renderOnDesk } from './render.tsx'

beforeEach(() => localStorage.clear())

function open(coded: readonly EventAnnotation[] = []) {
  const workspace = laterWorkspace(coded)
  const { material } = workspace
  if (material.kind !== 'observation') throw new Error('The demo case is no observation.')
  const rendered = renderOnDesk(() => <Observation record={material} />, workspace)
  const events = () =>
    [...rendered.desk.draft().annotations.values()].filter((one): one is EventAnnotation => one.unit === 'event')
  return { ...rendered, events }
}
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.body, { key, ...more })
const arm = () => fireEvent.click(screen.getByRole('button', { name: 'Record by keys' }))
const to = (part: string) => fireEvent.click(screen.getByRole('radio', { name: part }))

describe('recording by keys', () => {
  it('codes nothing before it is switched on, and Escape switches it off', () => {
    const { events } = open()
    press('c')
    expect(events()).toEqual([])
    arm()
    press('c')
    expect(events()).toHaveLength(1)
    // The first closes the question about the event.
    press('Escape')
    press('Escape')
    press('c')
    expect(events()).toHaveLength(1)
  })

  it('begins and ends a state with its key; a state of its group ends it too, as one step to undo', async () => {
    const { events, desk, container } = open()
    arm()
    press('p')
    press('d')
    expect(events().map(({ code, offset }) => [code, offset])).toEqual([
      ['play', 0],
      ['search-at-door', null],
    ])
    desk.undo()
    expect(events().map(({ code, offset }) => [code, offset])).toEqual([['play', null]])
    press('p')
    expect(events().map(({ offset }) => offset)).toEqual([0])
    await expectAccessible(container)
  })

  it('holds a state as long as its key, if that is preferred; repetition of a held key codes nothing', () => {
    const { events } = open()
    fireEvent.change(screen.getByLabelText('States'), { target: { value: 'hold' } })
    arm()
    press('p')
    press('p', { repeat: true })
    expect(events().map(({ offset }) => offset)).toEqual([null])
    fireEvent.keyUp(document.body, { key: 'p' })
    expect(events().map(({ offset }) => offset)).toEqual([0])
    fireEvent.change(screen.getByLabelText('States'), { target: { value: 'toggle' } })
  })

  it('asks how it was, takes a digit, and is never in the way of the next event', () => {
    const { events } = open()
    arm()
    press('c')
    expect(screen.getByRole('group', { name: 'Cry: How strong?' })).toBeInTheDocument()
    press('2', { code: 'Digit2' })
    expect(events()[0]?.modifiers).toEqual({ intensity: ['cry'] })
    press('x')
    press('1', { code: 'Digit1' })
    press('3', { code: 'Digit3' })
    press('1', { code: 'Digit1' })
    expect(events()[1]?.modifiers).toEqual({ parts: ['resisting'] })
    press('s')
    expect(screen.getByRole('group', { name: 'Smile: Towards whom?' })).toBeInTheDocument()
    expect(events()).toHaveLength(3)
  })

  it('codes whose behaviour it is: Shift and a digit, or the only one it can be', () => {
    const { events } = open()
    arm()
    press('"', { code: 'Digit2', shiftKey: true })
    press('g')
    press('v')
    press('!', { code: 'Digit1', shiftKey: true })
    press('u')
    expect(events().map(({ code, subject }) => [code, subject])).toEqual([
      ['greet', 'caregiver'],
      ['vocalise', 'infant'],
      ['pick-up', null],
    ])
  })

  it('leaves fields alone', () => {
    const { events } = open()
    arm()
    fireEvent.keyDown(screen.getByLabelText('Find in code, subject or memo'), { key: 'c' })
    expect(events()).toEqual([])
  })

  it('begins the next episode with Shift and N; one ends the other', () => {
    const { desk } = open()
    arm()
    press('N', { shiftKey: true })
    press('N', { shiftKey: true })
    expect([...desk.draft().episodes.values()]).toEqual([
      { episode: '1', onset: 0, offset: 0 },
      { episode: '2', onset: 0, offset: null },
    ])
  })
})

describe('the table of events', () => {
  it('changes every part in place and refuses an end before the beginning', async () => {
    const { events, container } = open([eventOf('cry', 10, { offset: 20 })])
    const field = (name: string) => screen.getByRole('textbox', { name: `${name}: Cry at 0:10` })
    fireEvent.change(field('To'), { target: { value: '9' } })
    expect(screen.getByText('The end lies before the beginning.')).toBeInTheDocument()
    fireEvent.change(field('To'), { target: { value: '' } })
    fireEvent.change(screen.getByLabelText('How strong: Cry at 0:10'), { target: { value: 'fuss' } })
    expect(events()[0]).toMatchObject({ offset: null, modifiers: { intensity: ['fuss'] } })
    expect(screen.getByText('has no end yet')).toBeInTheDocument()
    fireEvent.change(screen.getByLabelText('Code: Cry at 0:10'), { target: { value: 'smile' } })
    expect(events()[0]).toMatchObject({ code: 'smile', modifiers: {} })
    await expectAccessible(container)
  })

  it('sorts, finds, and shows thousands a page at a time', () => {
    open(Array.from({ length: 5000 }, (_, index) => eventOf(index % 2 === 0 ? 'smile' : 'vocalise', index / 2)))
    const table = screen.getByRole('table', { name: 'Coded events: 5000' })
    expect(within(table).getAllByRole('row')).toHaveLength(51)
    expect(screen.getByText('Page 1 of 100')).toBeInTheDocument()
    fireEvent.click(within(table).getByRole('button', { name: /^From/ }))
    expect(within(table).getByRole('textbox', { name: 'From: Vocalise at 41:39.5' })).toBeInTheDocument()
    fireEvent.input(screen.getByLabelText('Find in code, subject or memo'), { target: { value: 'smil' } })
    expect(screen.getByRole('table', { name: 'Coded events: 5000, of which 2500 shown' })).toBeInTheDocument()
  })
})

describe('the timeline', () => {
  it('moves the chosen event by the keys, a border of it, and pans without one', () => {
    const event = eventOf('cry', 100, { offset: 110 })
    const { events, sight } = open([event])
    const ground = screen.getByRole('application')
    sight.setRaised(event.id)
    fireEvent.keyDown(ground, { key: 'ArrowRight' })
    fireEvent.keyDown(ground, { key: 'ArrowLeft', shiftKey: true })
    expect(events()[0]).toMatchObject({ onset: 99.1, offset: 109.1 })
    fireEvent.keyDown(ground, { key: '3' })
    fireEvent.keyDown(ground, { key: '.' })
    expect(events()[0]).toMatchObject({ onset: 99.1, offset: 109.14 })
    sight.setRaised(null)
    fireEvent.keyDown(ground, { key: 'ArrowRight' })
    expect(events()[0]).toMatchObject({ onset: 99.1, offset: 109.14 })
  })
})

describe('intervals', () => {
  it('are scored one after the other by key; Enter says that nothing else was seen and goes on', async () => {
    const { desk, container } = open()
    to('Intervals')
    const card = screen.getByRole('region', { name: 'Interval that is being scored' })
    const here = (key: string, more: object = {}) => fireEvent.keyDown(card, { key, ...more })
    here('c')
    here('Enter')
    here('Enter')
    here('-')
    expect([...desk.draft().intervals.values()].map(({ present, isUnscorable }) => [present, isUnscorable])).toEqual([
      [['cry'], false],
      [[], false],
      [[], true],
    ])
    expect(screen.getByRole('progressbar', { name: '3 of 11 intervals scored' })).toBeInTheDocument()
    // A behaviour that is seen after all is in view.
    here('p')
    here('Enter', { shiftKey: true })
    here('Backspace')
    const left = [...desk.draft().intervals.values()].map(({ interval, present }) => [interval, present])
    expect(left).toEqual([
      [1, ['cry']],
      [3, ['play']],
    ])
    expect(desk.history().done).toHaveLength(5)
    await expectAccessible(container)
  })
})

describe('episodes', () => {
  it('take times of the coder and give them back to the record', async () => {
    const { desk, container } = open()
    to('Episodes')
    const row = screen.getByRole('row', { name: /^1 Introduction/ })
    expect(within(row).getByText('the record')).toBeInTheDocument()
    fireEvent.change(within(row).getByRole('textbox', { name: 'End of 1 Introduction' }), { target: { value: '0:50' } })
    expect(desk.draft().episodes.get('1')).toEqual({ episode: '1', onset: 0, offset: 50 })
    fireEvent.click(within(row).getByRole('button', { name: 'Take back your times of 1 Introduction' }))
    expect(desk.draft().episodes.size).toBe(0)
    await expectAccessible(container)
  })
})

describe('submitting an observation', () => {
  it('asks for required intervals and leads there', () => {
    const workspace = laterWorkspace()
    const { codebook } = workspace
    const sampling = (codebook.sampling ?? []).map((one) => ({ ...one, required: true }))
    renderOnDesk(() => <SubmitPanel onClose={() => {}} />, { ...workspace, codebook: { ...codebook, sampling } })
    const message = /Distress every 10 seconds \(Infant, 4 First separation\): 11 of 11 intervals are not scored yet/
    expect(screen.getByRole('button', { name: message })).toBeInTheDocument()
  })

  it('names states without an end and lets them be', () => {
    const workspace = laterWorkspace([eventOf('cry', 83)])
    const codebook = { ...workspace.codebook, variables: [] }
    renderOnDesk(() => <SubmitPanel onClose={() => {}} />, { ...workspace, codebook })
    expect(screen.getByRole('heading', { name: 'One state has no end' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Cry at 1:23' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Submit and freeze' })).toBeEnabled()
  })
})
