import { readdirSync, readFileSync } from 'node:fs'
import { verifyReference } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

interface Published {
  readonly id: string
  readonly measure: string
  readonly paper?: string
  readonly expected: Record<string, unknown>
}

const folder = new URL('../../data/reference/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

for (const name of files) {
  const content = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  const cases: Published[] = content.cases
  for (const given of cases.filter(({ paper }) => paper !== undefined)) {
    describe(given.measure, () => {
      const printed = JSON.stringify(given.expected).slice(1, 70)
      it(`gives the ${printed} that ${given.paper} prints (${given.id})`, () => {
        const report = verifyReference([{ name, content: { ...content, cases: [given] } }])
        expect(report.measures[0]?.failures).toEqual([])
        expect(report.passed).toBe(1)
      })
    })
  }
}
