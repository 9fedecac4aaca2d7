import type { Criterion, Preset } from '@attune/criteria'
import { render, screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CriterionEditor } from '../../../../web/src/training/criterion/CriterionEditor.tsx'
import { faultsIn } from '../../../../web/src/training/sets/faults.ts'
import { expectAccessible } from '../../accessible.ts'
import { labWith } from './lab.tsx'
import { codebook, icc, kappa } from './sample.ts'

const scope = { variables: [], units: 'none', codes: [], overlap: 0.5, tolerance: 1 } as const
const start: Criterion = {
  title: 'Ours',
  modelledOn: null,
  rule: { all: [kappa, icc] },
  validMonths: 12,
  renewal: { kind: 'none' },
}
const preset: Preset = {
  id: 'within-one',
  criterion: {
    title: 'Within one point',
    modelledOn: { words: 'Modelled on a training.', source: 'A public page', url: 'https://example.org/page' },
    rule: { ...icc, measure: 'within-k', threshold: 0.8, spread: 'together' },
    validMonths: null,
    renewal: { kind: 'none' },
  },
  attempts: 3,
  cases: 5,
}

function show(criterion = start) {
  labWith({ 'GET /criteria/presets': () => ({ reply: { presets: [preset] } }) })
  const [value, setValue] = createSignal(criterion)
  const onAttempts = vi.fn<(attempts: number) => void>()
  const rendered = render(() => (
    <CriterionEditor
      criterion={value()}
      onCriterion={setValue}
      attempts={1}
      onAttempts={onAttempts}
      codebook={codebook}
      scope={{ ...scope, variables: [], codes: [] }}
      faults={faultsIn(undefined)}
    />
  ))
  return { ...rendered, value, onAttempts }
}
const sentence = () => document.querySelector('.criterion__sentence')?.textContent?.replaceAll('\u00a0', ' ')
const change = (place: number) => screen.getAllByRole('button', { name: 'Change' })[place] as HTMLElement

afterEach(() => vi.unstubAllGlobals())

describe('the editor of a criterion', () => {
  it('says in a sentence what is edited, as it is edited', async () => {
    const { container, value } = show()
    const user = userEvent.setup()
    await user.click(change(0))
    const threshold = screen.getByRole('textbox', { name: 'Threshold' })
    await user.clear(threshold)
    await user.type(threshold, ',75')
    expect(threshold).toHaveFocus()
    expect(sentence()).toContain('Cohen’s kappa with the master coding is at least .75 for each classification')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Held against it' }), 'lower')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Classes compared' }), 'groups')
    expect(sentence()).toContain('The lower end of the 95 % interval of Cohen’s kappa')
    expect(sentence()).toContain('for each classification (Main groups)')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Measure' }), 'percent-agreement')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Cases' }), 'in-a-row')
    expect(sentence()).toContain('is at least 80 % for each classification (Main groups), in each of 5 cases in a row')
    expect(value().rule).toMatchObject({ all: [{ measure: 'percent-agreement', threshold: 0.8 }, icc] })
    await expectAccessible(container)
  })

  it('joins, adds, moves and removes conditions from the keyboard', async () => {
    const { value } = show()
    const user = userEvent.setup()
    await user.click(screen.getByRole('radio', { name: 'One of these is enough' }))
    expect(value().rule).toEqual({ any: [kappa, icc] })
    screen.getByRole('button', { name: 'Move condition 2 up' }).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(value().rule).toEqual({ any: [icc, kappa] })
    await waitFor(() => expect(screen.getByRole('button', { name: 'Move condition 1 up' })).toHaveFocus())
    await user.click(screen.getByRole('button', { name: 'Critical error' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Master has' }), 'U')
    expect(sentence()).toContain('or never another class where the master coding has Unresolved')
    await user.click(screen.getByRole('button', { name: 'Group of conditions' }))
    expect(value().rule).toMatchObject({
      any: [icc, kappa, { type: 'no-critical-error' }, { all: [{ measure: 'percent-agreement' }] }],
    })
    await user.click(screen.getByRole('button', { name: 'Remove condition 3' }))
    await user.click(screen.getByRole('button', { name: 'Remove condition 3' }))
    expect(value().rule).toEqual({ any: [icc, kappa] })
  })

  it('never loses its last condition', async () => {
    show({ ...start, rule: kappa })
    expect(screen.queryByRole('button', { name: /^Remove condition/ })).toBeNull()
  })

  it('begins with a preset, names its source and what that says of attempts', async () => {
    const { value, onAttempts } = show()
    const user = userEvent.setup()
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Begin with a rule' }), 'within-one')
    await user.click(screen.getByRole('button', { name: 'Use this rule' }))
    expect(value()).toMatchObject({ title: 'Within one point', validMonths: null })
    expect(screen.getByRole('link', { name: 'A public page' })).toHaveAttribute('href', 'https://example.org/page')
    expect(sentence()).toBe(
      'The share of scores within 1 point of the master coding is at least 80 % for all scales together, over all cases.',
    )
    await user.click(screen.getByRole('button', { name: 'Allow 3 attempts' }))
    expect(onAttempts).toHaveBeenCalledWith(3)
    await user.click(screen.getByRole('button', { name: /^It is our own rule now/ }))
    expect(value().modelledOn).toBeNull()
  })

  it('offers only measures that the set has something for', async () => {
    show()
    await userEvent.click(change(0))
    const measures = within(screen.getByRole('combobox', { name: 'Measure' }))
    expect(measures.queryByRole('option', { name: 'Kappa at given borders' })).toBeNull()
    expect(measures.getByRole('option', { name: 'ICC(A,1)' })).toBeInTheDocument()
  })
})
