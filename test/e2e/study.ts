import type { Page } from 'playwright-core'

/** The study of whoever is signed in, and what is in it; only for pi and trainer. */
export async function studyOf(page: Page) {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const study: string = (await read('/me')).memberships[0].study.id
    const { cases } = await read(`/studies/${study}/cases?limit=500`)
    const { versions } = await read(`/studies/${study}/codebooks`)
    type Case = { id: string; case: string; material: { kind: string } | null }
    const caseOf = (kind: string): string => cases.find((one: Case) => one.material?.kind === kind).id
    return {
      study,
      cases: cases as Case[],
      transcript: caseOf('transcript'),
      observation: caseOf('observation'),
      codebook: versions[0].id as string,
    }
  })
}

/** Whatever the browser complains about: errors, and what the security policy blocked. */
export function complaints(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    // The browser itself says "401" when the door asks who is there; that is an answer, not a fault.
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) heard.push(message.text())
  })
  return heard
}
