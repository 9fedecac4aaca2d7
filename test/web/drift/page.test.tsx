import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setTablesShown } from '../../../web/src/charts/tables.ts'
import DriftPage from '../../../web/src/drift/DriftPage.tsx'
import { expectAccessible } from '../accessible.ts'
import { labWith, showPage } from '../training/sets/lab.tsx'
import { begun, drifting, plan } from './sample.ts'

const lab = (coders: readonly unknown[] = [begun, drifting], plans: readonly unknown[] = [plan]) =>
  labWith({
    'GET /drift': () => ({ reply: { coders } }),
    'GET /drift/plans': () => ({ reply: { plans } }),
    [`POST /drift/plans/${plan.id}/people/${drifting.person.id}/recalibration`]: () => ({
      reply: { at: plan.createdAt },
    }),
    [`POST /drift/plans/${plan.id}/end`]: () => ({ reply: { ...plan, endedAt: plan.createdAt } }),
  })
const show = () => showPage(DriftPage, '/drift', '/drift')

afterEach(() => {
  vi.unstubAllGlobals()
  setTablesShown(false)
})

describe('the page of drift', () => {
  it('shows who is in control, begins with who is not, and says what was found and what to do', async () => {
    lab()
    const { container } = show()
    const table = await screen.findByRole('table', { name: 'Coders who are watched for drift' })
    expect(within(table).getByRole('row', { name: /^Ann Archer alarm, paused 3 1 0/ })).toBeInTheDocument()
    expect(within(table).getByRole('row', { name: /^Ben Bell nothing coded yet 0 0 3 none yet/ })).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Ann Archer' })).toBeInTheDocument()
    expect(screen.getByText('Ann Archer drifts: alarm at M-3, 3 Oct 2026')).toBeInTheDocument()
    expect(
      screen.getByText(/scores are higher than the master codings.*gets no new cases until then/),
    ).toBeInTheDocument()
    expect(screen.getByText(/^Ann Archer has had every calibration case of this plan/)).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('draws each chart with a sentence, a sign for what lies beyond, and the numbers as a table', async () => {
    lab()
    const { container } = show()
    await screen.findByRole('img', { name: 'Agreement with the master stays within its limit (n = 3 cases).' })
    const bias = screen.getByRole('img', {
      name: 'Mean difference from the master went beyond its limits (n = 3 cases, 1 beyond).',
    })
    expect(bias.querySelectorAll('.control__signal')).toHaveLength(1)
    expect(container.querySelectorAll('.control__signal')).toHaveLength(1)
    await userEvent.setup().click(screen.getAllByRole('button', { name: 'Table' })[1] as HTMLElement)
    expect(
      screen.getByRole('row', { name: 'M-3 3 3 Oct 2026 10 1.40 0.47 −0.40 0.40 beyond the limit' }),
    ).toBeInTheDocument()
    expect(screen.getByRole('row', { name: 'W-7 9 Oct 2026 10 of 12 −0.25' })).toBeInTheDocument()
    await expectAccessible(container)
  })

  it('says of limits of bias whether they follow the number of rated scales, where cases differ in it', async () => {
    const mixed = (scales: number | null) => ({
      ...drifting,
      charts: drifting.charts.map((chart) => ({
        ...{ ...chart, scales: chart.measure === 'bias' ? scales : null },
        points: chart.points.map((point, index) => ({ ...point, scales: 10 - 4 * index })),
      })),
    })
    lab([mixed(10)])
    show()
    expect(await screen.findByText(/with fewer than 10 it is larger than the one of the plan/)).toBeInTheDocument()
    cleanup()
    lab([mixed(null)])
    show()
    expect(await screen.findByText(/the same standard deviation, whatever the number/)).toBeInTheDocument()
    cleanup()
    lab()
    show()
    await screen.findAllByText(/The average, in which each new case counts a fifth/)
    expect(screen.queryByText(/rated scales/)).toBeNull()
  })

  it('shows another coder when the name is chosen', async () => {
    lab()
    show()
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Ben Bell' }))
    expect(screen.getByText('Ben Bell has not handed in a calibration case yet.')).toBeInTheDocument()
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.queryByText(/has had every calibration case/)).toBeNull()
  })

  it('says what the charts of a plan promise, together and each', async () => {
    lab()
    show()
    expect(
      await screen.findByText(
        'On average one false alarm in 229 calibration cases; a drift of one scale point is found after 3.7 on average, nine of ten within 6.',
      ),
    ).toBeInTheDocument()
    expect(
      screen.getByRole('row', { name: 'Agreement cannot alarm cannot alarm cannot alarm', hidden: true }),
    ).toBeInTheDocument()
    expect(screen.getByText(/a calibration case after 5 ordinary ones.*an alarm pauses new cases/)).toBeInTheDocument()
  })

  it('writes down what was done in a recalibration', async () => {
    const sent = lab()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Recalibrated' }))
    const dialog = await screen.findByRole('dialog', { name: 'Ann Archer was recalibrated' })
    await user.type(within(dialog).getByRole('textbox', { name: /What was done/ }), 'Two cases read together.')
    await user.click(within(dialog).getByRole('button', { name: 'Recalibrated' }))
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toMatchObject({
      path: expect.stringContaining('recalibration'),
      body: { note: 'Two cases read together.' },
    })
  })

  it('ends a plan after it said what that means', async () => {
    const sent = lab()
    show()
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'End the plan' }))
    const dialog = await screen.findByRole('dialog', { name: 'End the plan Interviews?' })
    expect(within(dialog).getByText(/all points stay in the CSV/)).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'End the plan' }))
    await waitFor(() => expect(sent[0]?.path).toBe(`/drift/plans/${plan.id}/end`))
  })

  it('where nobody is watched says what to do first', async () => {
    lab([], [])
    const { container } = show()
    expect(await screen.findByRole('heading', { name: 'Nobody is watched yet.' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Watch coders' })).toHaveAttribute('href', '/studies/s/drift/new')
    await expectAccessible(container)
  })
})
