import type { Page } from 'playwright-core'

export type Shot = {
  /** File name without ending; the width, and `dark`, are added where it is taken more than once. */
  readonly name: string
  /** Role or login of a demo person, or null for the door. */
  readonly who: string | null
  /** Address of the page; `{study}` is the demo study. */
  readonly path: string
  /** Brings the page to the state worth showing. */
  readonly prepare?: (page: Page) => Promise<void>
  readonly looks?: readonly Look[]
}

export type Look = { readonly width: number; readonly height: number; readonly theme: 'light' | 'dark' }

/** What a shot is taken in when it names nothing else: desk and phone, by day and by night. */
export const everyLook: readonly Look[] = [
  { width: 1440, height: 900, theme: 'light' },
  { width: 1440, height: 900, theme: 'dark' },
  { width: 390, height: 844, theme: 'light' },
  { width: 390, height: 844, theme: 'dark' },
]

const openFirstCoding = async (page: Page) => {
  await page.locator('main a[href*="/codings/"]').first().click()
  await page.waitForURL(/\/codings\//)
  // The content note stands before the material.
  await page.getByRole('button', { name: 'Open the case' }).click()
}

/** The pictures in docs/images. To add one, add a line. */
export const shots: readonly Shot[] = [
  { name: 'door', who: null, path: '/' },
  { name: 'home', who: 'coder', path: '/' },
  { name: 'study', who: 'pi', path: '/studies/{study}' },
  { name: 'coding', who: 'trainee', path: '/studies/{study}/my-codings', prepare: openFirstCoding },
  { name: 'reliability', who: 'pi', path: '/studies/{study}/reliability' },
  { name: 'codebooks', who: 'trainer', path: '/studies/{study}/codebooks' },
  { name: 'people', who: 'pi', path: '/studies/{study}/people' },
]
