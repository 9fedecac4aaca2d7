import type { Page } from 'playwright-core'

export type Shot = {
  /** File name without ending; looks other than the desk by day add `-phone` and `-dark`. */
  readonly name: string
  /** Role or login of a demo person, or null for the door. */
  readonly who: string | null
  /** Address of the page; `{study}` is the demo study. */
  readonly path: string
  /** Brings the page to the state worth showing. */
  readonly prepare?: (page: Page) => Promise<void>
  /** The desk by day, if nothing is said. */
  readonly looks?: readonly Look[]
}

export type Look = { readonly width: number; readonly height: number; readonly theme: 'light' | 'dark' }

export const desk: Look = { width: 1440, height: 900, theme: 'light' }

/** Desk and phone, by day and by night. */
export const everyLook: readonly Look[] = [
  desk,
  { ...desk, theme: 'dark' },
  { width: 390, height: 844, theme: 'light' },
  { width: 390, height: 844, theme: 'dark' },
]

const openFirstCoding = async (page: Page) => {
  await page.locator('main a[href*="/codings/"]').first().click()
  await page.waitForURL(/\/codings\//)
  // The content note stands before the material.
  await page.getByRole('button', { name: 'Open the case' }).click()
  const annotations = page.getByRole('tab', { name: /^Annotations/ })
  if (!(await annotations.isVisible())) return
  await annotations.click()
  await page.getByRole('tabpanel').getByRole('button').first().click()
}

const showTrainee = async (page: Page) => {
  const shown = page.getByLabel('Shown')
  const trainee = shown.locator('option', { hasText: 'Beatriz Rocha' }).first()
  await shown.selectOption(await trainee.getAttribute('value'))
  await page.getByText('Beatriz Rocha with the master coding:').waitFor()
}

type Sets = { sets: { set: { feedback: string }; attempts: { id: string }[] }[]; certificates: { id: string }[] }

/** Goes from one's own training to something in it. */
const openInTraining = (end: (training: Sets) => string | undefined) => async (page: Page) => {
  const [, study] = /^(\/studies\/[^/]+)/.exec(new URL(page.url()).pathname) ?? []
  const training: Sets = await page.evaluate(async (at) => (await fetch(`/api${at}/my-training`)).json(), study)
  await page.goto(`${study}/${end(training)}`)
  await page.waitForLoadState('networkidle')
  const open = page.getByRole('button', { name: 'Open the case' })
  if (await open.isVisible()) await open.click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const attemptAt = ({ sets }: Sets, feedback: string) =>
  sets.find(({ set }) => set.feedback === feedback)?.attempts[0]?.id
const openFeedback = openInTraining((training) => `attempts/${attemptAt(training, 'practice')}/cases/2`)
const openCertificate = openInTraining(({ certificates }) => `certificates/${certificates[0]?.id}`)

/** The pictures in docs/images. To add one, add a line. */
export const shots: readonly Shot[] = [
  { name: 'door', who: null, path: '/' },
  { name: 'home', who: 'coder', path: '/' },
  { name: 'study', who: 'pi', path: '/studies/{study}' },
  { name: 'coding', who: 'coder', path: '/studies/{study}/my-codings', prepare: openFirstCoding, looks: everyLook },
  { name: 'reliability', who: 'pi', path: '/studies/{study}/reliability', prepare: showTrainee, looks: everyLook },
  { name: 'codebooks', who: 'trainer', path: '/studies/{study}/codebooks' },
  { name: 'my-training', who: 'demo-trainee-1', path: '/studies/{study}/my-training' },
  {
    name: 'feedback',
    who: 'demo-trainee-2',
    path: '/studies/{study}/my-training',
    prepare: openFeedback,
    looks: everyLook,
  },
  { name: 'certificate', who: 'demo-trainee-3', path: '/studies/{study}/my-training', prepare: openCertificate },
  { name: 'drift', who: 'trainer', path: '/studies/{study}/drift', looks: everyLook },
  { name: 'people', who: 'pi', path: '/studies/{study}/people' },
]
