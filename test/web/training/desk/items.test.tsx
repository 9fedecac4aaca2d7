import { screen, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ItemsPage from '../../../../web/src/training/desk/ItemsPage.tsx'
import { filterItems, sortItems, summaryOf } from '../../../../web/src/training/desk/items.ts'
import { expectAccessible } from '../../accessible.ts'
import { labWith, showPage } from './lab.tsx'
import { figure, item, setReply } from './sample.ts'

const agreed = (estimate: number) => figure({ measure: 'percent-agreement', estimate, lower: 0.1, upper: 0.9, n: 6 })
const items = [
  item('S-217', { agreed: agreed(5 / 6) }),
  item('S-211', { agreed: agreed(1 / 6), n: 6, mastersDisagree: true, discrimination: -0.3 }),
  item('S-230', { agreed: agreed(1), discrimination: null, commonest: null }),
]
const at = '/training/sets/set'
const show = (query = '') => {
  labWith({ [at]: setReply, [`${at}/items`]: { items } })
  return showPage(ItemsPage, '/training/sets/:set/items', `${at}/items${query}`)
}
const cases = () =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent)

afterEach(() => vi.unstubAllGlobals())

describe('the items of a set', () => {
  it('begin with the hardest and where masters disagree, in a sentence', async () => {
    const { container } = show()
    expect(
      await screen.findByText(/^Hardest: Classification in S-211, agreement 16\.7.%, 95.% CI.\[10.%, 90.%\], n.=.6\./),
    ).toHaveTextContent('Masters disagree on 1 of 3 items.')
    expect(screen.getByText(/^On 1 item those who agree least elsewhere agree most/)).toBeInTheDocument()
    expect(cases()).toEqual(['S-211', 'S-217', 'S-230'])
    const row = screen.getByRole('row', { name: /S-211/ })
    expect(row).toHaveTextContent('−.30')
    expect(row).toHaveTextContent('disagree')
    expect(row).toHaveTextContent('B, 3 times')
    expect(screen.getByRole('row', { name: /S-230/ })).toHaveTextContent('fewer than five, or no variation')
    expect(within(row).getByRole('link')).toHaveAttribute('href', '/studies/s/cases/case-S-211')
    await expectAccessible(container)
  })

  it('are sorted by any column and filtered', async () => {
    const { address } = show()
    await userEvent.click(await screen.findByRole('button', { name: 'Case' }))
    expect(cases()).toEqual(['S-211', 'S-217', 'S-230'])
    await userEvent.click(screen.getByRole('button', { name: 'Case' }))
    expect(cases()).toEqual(['S-230', 'S-217', 'S-211'])
    expect(address()).toContain('sort=-case')
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Where masters disagree')
    expect(cases()).toEqual(['S-211'])
    await userEvent.type(screen.getByLabelText('Item or case'), '217')
    expect(screen.getByRole('heading', { name: 'No item looks like that.' })).toBeInTheDocument()
  })

  it('say so while nobody has coded one', async () => {
    labWith({ [at]: setReply, [`${at}/items`]: { items: [] } })
    showPage(ItemsPage, '/training/sets/:set/items', `${at}/items`)
    expect(await screen.findByRole('heading', { name: /Nobody has coded an item/ })).toBeInTheDocument()
  })

  it('put those without a value last, whichever way', () => {
    const order = (isDown: boolean) => sortItems(items, { by: 'discrimination', isDown }).map(({ caseId }) => caseId)
    expect(order(false)).toEqual(['S-211', 'S-217', 'S-230'])
    expect(order(true)).toEqual(['S-217', 'S-211', 'S-230'])
  })

  it('are missed where half or fewer agree, and reversed below nought', () => {
    expect(filterItems(items, 'missed', '').map(({ caseId }) => caseId)).toEqual(['S-211'])
    expect(filterItems(items, 'reversed', '').map(({ caseId }) => caseId)).toEqual(['S-211'])
    expect(filterItems(items, 'all', 'class 230').map(({ caseId }) => caseId)).toEqual(['S-230'])
  })

  it('have no hardest where all agree', () => {
    expect(summaryOf([item('S-1', { agreed: agreed(1) })])).toEqual({ hardest: null, disagreeing: 0, reversed: 0 })
  })
})
