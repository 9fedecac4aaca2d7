import { verifyReference } from '@attune/agreement'
import { describe, expect, it } from 'vitest'

const session = (first: number, second: number) => ({ type: 'events', coder1: [[first, 'a']], coder2: [[second, 'b']] })

function found(sessions: unknown, expected: object = { n: 0 }) {
  const data = { type: 'sessions', categories: ['b', 'a'], sessions }
  const given = { id: 'one', measure: 'event_kappa', options: { tolerance: 1 }, source: 'by hand', data, expected }
  const content = { format: 1, cases: [{ ...given, tolerance: { abs: 0, rel: 0 } }] }
  return verifyReference([{ name: 'a.json', content }]).measures[0]?.failures[0]
}

describe('a reference case of several sessions', () => {
  it('is computed from all of them, with the categories of the case in their order', () => {
    // Linked in the first session, alone in the second, which begins where the first ends.
    const table = [
      [0, 0, 0],
      [1, 0, 1],
      [1, 0, 0],
    ]
    expect(found([session(1, 2), session(0, 5)], { n: 3, links: 1, table })).toBeUndefined()
    expect(found([session(1, 2)], { n: 1, links: 1 })).toBeUndefined()
  })

  it('is refused if a session has no type, or there is none', () => {
    expect(found([session(1, 2), { coder1: [], coder2: [] }])?.error).toBe('The case has a session without type.')
    expect(found([7])?.error).toBe('The case has a session without type.')
    expect(found([])?.error).toBe('No part is given to join.')
  })
})
