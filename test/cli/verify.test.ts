import { run } from '@attune/cli'
import { describe, expect, it, vi } from 'vitest'
import { attune, folderWith, PATIENCE } from './attune.ts'
import { worldOf } from './world.ts'

vi.setConfig({ testTimeout: PATIENCE })

const good = {
  id: 'cohen_kappa/made-up',
  measure: 'cohen_kappa',
  options: {},
  source: 'by hand: observed 0.7, expected 0.5',
  data: {
    type: 'table',
    categories: ['F', 'Ds'],
    counts: [
      [20, 5],
      [10, 15],
    ],
  },
  expected: { estimate: 0.4 },
  tolerance: { abs: 1e-12, rel: 1e-12 },
}
const wrong = { ...good, id: 'cohen_kappa/wrong', expected: { estimate: 0.41 } }
const strange = { ...good, id: 'telepathy/one', measure: 'telepathy' }
const file = (...cases: object[]) => JSON.stringify({ format: 1, file: 'made-up', cases })

describe('attune verify', () => {
  it('finds that this installation computes correctly', async () => {
    const { code, out, err } = await attune(['verify'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^measure +cases +passed +failed +unsupported +worst deviation +in tolerances\n/)
    expect(out).toMatch(/: (\d+) cases, \1 passed, 0 failed, 0 unsupported\n$/)
  })

  it('takes any folder of cases, as text and as JSON', async () => {
    const folder = await folderWith({ 'a.json': file(good), 'notes.txt': 'not a case' })
    const { code, out } = await attune(['verify', folder, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      attune: expect.any(String),
      folder,
      cases: 1,
      passed: 1,
      failed: 0,
      unsupported: 0,
    })
  })

  it('ends with 1 and shows expected and actual when a case fails', async () => {
    const folder = await folderWith({ 'a.json': file(good, wrong) })
    const { code, out, err } = await attune(['verify', folder])
    expect([code, err]).toEqual([1, ''])
    expect(out).toContain('failed: cohen_kappa/wrong\n  estimate: expected 0.41, actual 0.4')
    expect(out).toMatch(/: 2 cases, 1 passed, 1 failed, 0 unsupported\n$/)
  })

  it('ends with 1 and names the case that cannot be computed', async () => {
    const { world, seen } = worldOf({ 'a.json': file(good, strange) })
    expect(await run(['verify', 'any'], world)).toBe(1)
    expect(seen.out).toContain('unsupported: telepathy/one\n')
  })

  it.each([
    ['a folder without cases', {}, 'any: there are no reference cases.'],
    ['a file that is not JSON', { 'a.json': '{"format": 1,' }, 'a.json: this is not JSON.'],
    ['a file in another format', { 'a.json': '{"format": 2}' }, 'a.json is not a reference file of format 1.'],
    [
      'a case without tolerance',
      { 'a.json': file({ ...good, tolerance: undefined }) },
      'cohen_kappa/made-up: tolerance',
    ],
    ['a file that is not text', { 'a.json': new Uint8Array([0x7b, 0xff]) }, 'a.json, line 1: Bytes that are not UTF-8'],
  ])('refuses %s with code 2', async (_, files, message) => {
    const { world, seen } = worldOf(files)
    expect([await run(['verify', 'any'], world), seen.out]).toEqual([2, ''])
    expect(seen.err).toContain(message)
  })
})
