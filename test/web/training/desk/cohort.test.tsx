import type { AgreementPredicate } from '@attune/criteria'
import { screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { behindOf } from '../../../../web/src/training/desk/behind.ts'
import CohortPage from '../../../../web/src/training/desk/CohortPage.tsx'
import { cellsOf, countsOf, releasable, sortPeople } from '../../../../web/src/training/desk/cohort.ts'
import { isBelow, lineOf, linesOf, weakestOf } from '../../../../web/src/training/desk/lines.ts'
import { expectAccessible } from '../../accessible.ts'
import { labWith, showPage } from './lab.tsx'
import { attempt, attemptOf, cohort, criterion, figure, person, setReply, study } from './sample.ts'

const at = '/training/sets/set'
const answers = (more: object = {}) => ({ [at]: setReply, [`${at}/cohort`]: cohort(), ...more })
const show = (query = '') => showPage(CohortPage, '/training/sets/:set/cohort', `${at}/cohort${query}`)
const cellOf = (name: RegExp) => screen.findByRole('button', { name })

afterEach(() => vi.unstubAllGlobals())

describe('the cohort of a set', () => {
  it('says first how many met the criterion and what waits', async () => {
    labWith(answers())
    const { container } = show()
    expect(
      await screen.findByText(
        /^1 of 3 people met the criterion\. 1 not begun\. Most often below: Classification, for 2 of/,
      ),
    ).toBeInTheDocument()
    expect(
      screen.getByText('Waiting for you: 1 result to release and 1 request for another attempt.'),
    ).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('tells who met it and no longer counts, because the certificate was revoked', async () => {
    const people = [person('mei', 'Mei Tanaka', { status: 'revoked' })]
    labWith(answers({ [`${at}/cohort`]: { ...cohort(), people } }))
    show()
    const row = await screen.findByRole('row', { name: /Mei Tanaka/ })
    expect(row).toHaveTextContent('Certificate revoked')
    expect(screen.getByText(/^0 of 1 person met the criterion\./)).toBeInTheDocument()
    expect(countsOf({ ...cohort(), people })).toMatchObject({ met: 0, done: 1 })
  })

  it('tells whose result is kept back although it was released, and why', async () => {
    const kept = [attempt(attemptOf.mei, { met: true, isWithheld: true })]
    const people = [person('mei', 'Mei Tanaka', { attempts: kept }), person('jo', 'Jo Roth')]
    labWith(answers({ [`${at}/cohort`]: { ...cohort(), people } }))
    const { container } = show()
    expect(await screen.findByRole('row', { name: /Mei Tanaka/ })).toHaveTextContent('kept back')
    expect(screen.getByRole('row', { name: /Jo Roth/ })).not.toHaveTextContent('kept back')
    expect(screen.getByText(/^Kept back: .*in a test that is still open to that person/)).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('says nothing of keeping back where nothing is', async () => {
    labWith(answers())
    show()
    await screen.findByRole('row', { name: /Mei Tanaka/ })
    expect(screen.queryByText(/^Kept back/)).toBeNull()
  })

  it('shows in each cell estimate, interval, n, bias and trend, and says what is below the criterion', async () => {
    labWith(answers())
    show()
    const low = await cellOf(/^Jo Roth, Classification/)
    expect(low).toHaveAccessibleName(
      /^Jo Roth, Classification: \.31 below ≥.\.80 later half \.20 worse \[−\.10, \.70\] n.=.8$/,
    )
    expect(low).toHaveTextContent(/\.31▾.*↘.\.20/)
    expect(
      await cellOf(/^Mei Tanaka, Disorganisation: \.82 \[.*\] n.=.8 bias \+0\.40 \[−0\.20, 1\.00\]$/),
    ).toBeInTheDocument()
    expect(await cellOf(/^Jo Roth, Disorganisation: All scores are equal\. n.=.8$/)).toBeInTheDocument()
    expect(screen.getByRole('columnheader', { name: /^Classification/ })).toHaveTextContent(
      'Cohen’s kappa ≥ .80, by the rule of the set',
    )
    expect(screen.getByRole('columnheader', { name: /^Disorganisation/ })).toHaveTextContent(
      'ICC(A,1) ≥ .70, by the study',
    )
    expect(screen.queryByRole('columnheader', { name: /Nobody used this/ })).toBeNull()
  })

  it('leads from a cell to the passage in two clicks', async () => {
    labWith(answers())
    const { container, address } = show()
    await userEvent.click(await cellOf(/^Jo Roth, Classification/))
    const list = await screen.findByRole('heading', { name: 'Jo Roth: Classification, case by case' })
    expect(list).toBeInTheDocument()
    expect(screen.getByText('1 of 2 items agree, in 2 cases.')).toBeInTheDocument()
    await expectAccessible(container)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only cases that differ' }))
    expect(screen.queryByRole('link', { name: /Compare S-211/ })).toBeNull()
    await userEvent.click(screen.getByRole('link', { name: 'Compare S-217, Jo Roth side by side' }))
    expect(address()).toBe(`/studies/s/training/attempts/${attemptOf.jo}/cases/2?item=classification`)
  })

  it('gives the focus back to the cell when its list is closed', async () => {
    labWith(answers())
    show()
    await userEvent.click(await cellOf(/^Jo Roth, Classification/))
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('heading', { name: /case by case/ })).toBeNull()
    expect(await cellOf(/^Jo Roth, Classification/)).toHaveFocus()
  })

  it('leads from a confusion to the passage in two clicks', async () => {
    labWith(answers())
    const { address } = show()
    await userEvent.click(await cellOf(/^Classification: B where the master has D, 3 times/))
    await userEvent.click(await screen.findByRole('link', { name: 'Compare S-217, Mei Tanaka side by side' }))
    expect(address()).toBe(`/studies/s/training/attempts/${attemptOf.mei}/cases/2?item=classification`)
  })

  it('keeps in the address what is open and how it is sorted', async () => {
    labWith(answers())
    const { address } = show('?open=cell:mei:disorganisation&sort=-person')
    expect(
      await screen.findByRole('heading', { name: 'Mei Tanaka: Disorganisation, case by case' }),
    ).toBeInTheDocument()
    const names = () => screen.getAllByRole('rowheader').map((one) => one.textContent)
    expect(names().slice(0, 3)).toEqual(['Mei Tanaka', 'Kai Lind', 'Jo Roth'])
    await userEvent.click(screen.getByRole('button', { name: 'Classification' }))
    expect(names().slice(0, 3)).toEqual(['Jo Roth', 'Mei Tanaka', 'Kai Lind'])
    expect(screen.getByRole('columnheader', { name: /^Classification/ })).toHaveAttribute('aria-sort', 'ascending')
    expect(address()).toContain('sort=classification')
  })

  it('moves between cells with the arrows', async () => {
    labWith(answers())
    show()
    ;(await cellOf(/^Jo Roth, Classification/)).focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(await cellOf(/^Jo Roth, Disorganisation/)).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(await cellOf(/^Mei Tanaka, Disorganisation/)).toHaveFocus()
  })

  it('releases one result, or all that are chosen', async () => {
    const release = '/training/sets/set/release'
    const sent = labWith(answers({ [release]: { released: 1, alreadyReleased: 0 } }))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Release attempt 1 of Jo Roth' }))
    expect(sent).toEqual([{ method: 'POST', path: release, body: { attempts: [attemptOf.jo] } }])
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all results that wait' }))
    await userEvent.click(screen.getByRole('button', { name: 'Release 1 chosen result' }))
    expect(sent[1]).toEqual(sent[0])
    expect(screen.queryByRole('button', { name: /chosen result/ })).toBeNull()
  })

  it('grants or refuses another attempt in place, with an answer', async () => {
    const path = '/training/requests/request'
    const sent = labWith(answers({ [path]: { granted: true } }))
    show()
    const request = await screen.findByRole('group', { name: 'Request of Jo Roth' })
    expect(request).toHaveTextContent('I was ill on the second day.')
    await userEvent.type(within(request).getByLabelText('Answer (optional)'), 'Of course.')
    await userEvent.click(within(request).getByRole('button', { name: 'Grant another attempt' }))
    expect(sent).toEqual([{ method: 'POST', path, body: { grant: true, note: 'Of course.' } }])
    await userEvent.click(await screen.findByRole('button', { name: 'Refuse' }))
    expect(sent[1]?.body).toMatchObject({ grant: false })
  })

  it('offers everything as files', async () => {
    labWith(answers())
    show()
    const files = await screen.findByRole('navigation', { name: 'Files' })
    expect(
      within(files)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(
      ['comparisons', 'cohort', 'items', 'attempts'].map(
        (name) => `/api/studies/s/training/sets/set/exports/${name}.csv`,
      ),
    )
  })

  it('says what to do while nobody works on the set', async () => {
    labWith({ [at]: setReply, [`${at}/cohort`]: { ...cohort(), people: [], cells: [], confusions: [] } })
    show()
    expect(await screen.findByRole('heading', { name: 'Nobody works on this set yet.' })).toBeInTheDocument()
  })
})

describe('the line of a variable', () => {
  const variable = { id: 'classification', label: 'Classification', kind: 'classification' }
  const kappa = { measure: 'cohen-kappa', collapse: null }

  it('is that of the rule where it asks for the same coefficient on the same classes', () => {
    expect(lineOf(variable, kappa, criterion(), study.criteria)).toMatchObject({ threshold: 0.8, from: 'set' })
    expect(lineOf(variable, kappa, criterion({ variables: { kinds: [] } }), study.criteria)?.from).toBe('set')
  })

  it.each<[asks: string, of: Partial<AgreementPredicate>]>([
    ['another coefficient', { measure: 'percent-agreement' }],
    ['other classes', { collapse: 'four-way' }],
    ['all variables together', { spread: 'together' }],
    ['other coders', { against: 'coders' }],
    ['other variables', { variables: { kinds: ['scale'] } }],
  ])('is that of the study where the rule asks for %s', (_, more) => {
    expect(lineOf(variable, kappa, criterion(more), study.criteria)).toMatchObject({ threshold: 0.6, from: 'study' })
  })

  it('is none for a coefficient that nobody asks anything of', () => {
    expect(lineOf(variable, { measure: 'unit-f1', collapse: null }, null, study.criteria)).toBeNull()
  })

  it('is held against the end of the interval where the rule says so', () => {
    const line = lineOf(variable, kappa, criterion({ threshold: 0.5, on: 'lower' }), study.criteria)
    expect(isBelow(figure({ estimate: 0.71, lower: 0.4 }), line)).toBe(true)
    expect(isBelow(figure({ estimate: 0.71, lower: 0.5 }), line)).toBe(false)
    expect(isBelow(figure({ estimate: null, lower: null }), line)).toBeNull()
  })

  it('tells the variable on which most people are below', () => {
    const all = cohort()
    const lines = linesOf(all, null, study.criteria)
    expect(weakestOf(all, cellsOf(all), lines)).toEqual({ label: 'Classification', below: 1, of: 2 })
    expect(weakestOf({ ...all, cells: [] }, new Map(), lines)).toBeNull()
  })
})

describe('a cohort', () => {
  it('counts who met it, who waits and who asks', () => {
    expect(countsOf(cohort())).toEqual({ all: 3, met: 1, done: 2, running: 0, notBegun: 1, results: 1, requests: 1 })
  })

  it('can release an attempt whose time ran out, once', () => {
    const expired = attempt('x', { state: 'expired', releasedAt: null })
    expect(releasable(person('a', 'A', { attempts: [expired] }))).toEqual([expired])
    expect(releasable(person('a', 'A', { attempts: [attempt('x', { state: 'expired' })] }))).toEqual([])
    const running = attempt('x', { state: 'running', releasedAt: null })
    expect(releasable(person('a', 'A', { attempts: [running] }))).toEqual([])
  })

  it('puts whoever has no figure last, whichever way it is sorted', () => {
    const all = cohort()
    const names = (isDown: boolean) =>
      sortPeople(all.people, cellsOf(all), { by: 'classification', isDown }).map(({ id }) => id)
    expect(names(false)).toEqual(['jo', 'mei', 'kai'])
    expect(names(true)).toEqual(['mei', 'jo', 'kai'])
  })

  it('has nothing behind what is not there any more', () => {
    expect(behindOf(cohort(), 'cell:mei:gone')).toBeUndefined()
    expect(behindOf(cohort(), 'confusion:7')).toBeUndefined()
    expect(behindOf(cohort(), undefined)).toBeUndefined()
  })
})
