import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Codebook, codebookSchema } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../web/src/codebooks/changes.ts'
import { movedAmong } from '../../../web/src/codebooks/moved.ts'
import { byNumber } from '../../../web/src/codebooks/version-order.ts'

const shipped = (name: string): Codebook =>
  codebookSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/codebooks', name), 'utf8')))
/** A copy of the shipped codebook, changed. */
const changed = (book: Codebook, change: (copy: Codebook) => void): Codebook => {
  const copy = structuredClone(book)
  change(copy)
  return copy
}
const told = (before: Codebook, after: Codebook) =>
  changesBetween(before, after).groups.map(({ title, parts }) => ({
    title,
    parts: parts.map(({ name, marks, lines }) => [
      `${name}: ${marks.join(', ')}`,
      ...lines.map(({ field, was, now }) => `${field}: ${was || '-'} > ${now || '-'}`),
    ]),
  }))
const ssp = shipped('ssp-1.1.0.json')
const [first, second, third] = ssp.codes
if (!first || !second || !third) throw new Error('the codebook has codes')

describe('what changed between two versions', () => {
  it('is nothing between equal codebooks', () => {
    expect(changesBetween(ssp, { ...ssp, version: '9.0.0' })).toEqual({ impact: 'none', groups: [] })
  })

  it('names codes that were added, removed, renamed and moved', () => {
    const after = changed(ssp, ({ codes }) => {
      const [renamed, regrouped, gone] = codes.splice(0, 3)
      if (!renamed || !regrouped || !gone) throw new Error('the copy has codes')
      codes.unshift({ ...renamed, label: 'Comes near' }, { ...regrouped, group: 'Elsewhere' })
      codes.push({ ...gone, id: 'brand-new', label: 'Brand new' })
    })
    expect(told(ssp, after).find(({ title }) => title === 'Codes')?.parts).toEqual([
      ['Comes near: renamed', `Name: ${first.label} > Comes near`],
      [`${second.label}: moved`, `Group: ${second.group ?? '-'} > Elsewhere`],
      [`${third.label}: removed`],
      ['Brand new: added'],
    ])
  })

  it('names the one code that was taken to another place, and none of those it passed', () => {
    const after = changed(ssp, ({ codes }) => codes.push(...codes.splice(0, 1)))
    expect(told(ssp, after)).toEqual([{ title: 'Codes', parts: [[`${first.label}: moved`]] }])
    expect(changesBetween(ssp, after).impact).toBe('wording')
  })

  it('shows the old and the new ends of a scale, and what it may also be', () => {
    const before = shipped('iwm.json')
    const after = changed(before, ({ variables }) => {
      const scale = variables.find((one) => one.kind === 'scale')
      if (scale?.kind !== 'scale') throw new Error('the copy has a scale')
      Object.assign(scale, { max: scale.max + 2, required: !scale.required, noValue: [] })
    })
    const scale = before.variables.find((one) => one.kind === 'scale')
    if (scale?.kind !== 'scale') throw new Error('the codebook has a scale')
    const [part = []] = told(before, after).find(({ title }) => title === 'Variables and scales')?.parts ?? []
    expect(part[0]).toBe(`${scale.label}: changed`)
    expect(part).toContain(`Highest value: ${scale.max} > ${scale.max + 2}`)
    expect(part).toContain(`Required: ${scale.required ? 'yes > no' : 'no > yes'}`)
    expect(part).toContain('May also be: cannot rate > -')
    expect(changesBetween(before, after).impact).toBe('structure')
  })

  it('finds a class deep in its tree, also one whose id is no plain word', () => {
    const before = shipped('iwm.json')
    const after = changed(before, ({ variables }) => {
      const classes = variables.find((one) => one.kind === 'classification')
      if (classes?.kind !== 'classification') throw new Error('the copy has classes')
      const [top] = classes.categories
      if (!top) throw new Error('there is a class')
      top.children = [...(top.children ?? []), { id: 'A/C', label: 'Mixed' }]
    })
    const top = before.variables.find((one) => one.kind === 'classification')
    if (top?.kind !== 'classification') throw new Error('the codebook has classes')
    const lines = told(before, after).flatMap(({ parts }) => parts.flat())
    expect(lines.some((line) => line.startsWith(`Classes › ${top.categories[0]?.id}`) && line.endsWith('Mixed'))).toBe(
      true,
    )
  })

  it.each(['constructor', 'toString', 'hasOwnProperty', 'label', 'kind'])(
    'reads a name that is “%s” as that name',
    (own) => {
      const after = changed(ssp, ({ codes, variables }) => {
        const [code] = codes
        const classes = variables.find((one) => one.kind === 'classification')
        if (!code || classes?.kind !== 'classification') throw new Error('the copy has codes and classes')
        Object.assign(code, { label: own, group: own })
        classes.categories.push({ id: own, label: own })
      })
      const classes = ssp.variables.find((one) => one.kind === 'classification')
      expect(told(ssp, after).map(({ parts }) => parts)).toEqual([
        [[`${classes?.label}: changed`, `Classes › ${own}: - > ${own}`]],
        [[`${own}: renamed, moved`, `Name: ${first.label} > ${own}`, `Group: ${first.group ?? '-'} > ${own}`]],
      ])
    },
  )

  it('keeps the name of a field whose value is spelled like it, and names an order in words', () => {
    const before = changed(ssp, ({ codes: [code] }) => delete code?.group)
    const after = changed(before, ({ codes: [code] }) => Object.assign(code ?? {}, { group: 'group' }))
    expect(told(before, after)).toEqual([{ title: 'Codes', parts: [[`${first.label}: moved`, 'Group: - > group']] }])
    const turned = changed(ssp, ({ variables }) => {
      for (const one of variables) if (one.kind === 'classification') one.categories.reverse()
    })
    expect(JSON.stringify(told(ssp, turned))).toContain('Classes › Order: ')
  })

  it('tells of the shipped versions in words alone', () => {
    for (const name of ['iwm', 'ssp']) {
      const groups = told(shipped(`${name}.json`), shipped(`${name}-1.1.0.json`))
      const all = JSON.stringify(groups)
      expect(groups.length).toBeGreaterThan(0)
      expect(all).not.toMatch(/\[object|undefined|\{\\"/)
    }
    const [variables] = told(shipped('iwm.json'), shipped('iwm-1.1.0.json'))
    expect(variables?.parts[0]?.[1]).toBe('Evidence: - > at least 1')
    const sampling = told(shipped('ssp.json'), ssp).find(({ title }) => title === 'Sampling by intervals')
    expect(sampling?.parts.map(([line]) => line)).toEqual(ssp.sampling?.map(({ label }) => `${label}: added`))
  })
})

describe('the order of versions', () => {
  it('is that of their numbers, a draft before what it becomes', () => {
    const versions = ['1.10.0', '2.0.0', '1.9.0', '2.0.0-draft.2', '2.0.0-draft.10'].map((version) => ({ version }))
    expect(versions.sort(byNumber).map(({ version }) => version)).toEqual([
      '1.9.0',
      '1.10.0',
      '2.0.0-draft.2',
      '2.0.0-draft.10',
      '2.0.0',
    ])
  })
})

describe('what moved in a list', () => {
  it.each([
    ['abc', 'abc', ''],
    ['abc', 'cab', 'c'],
    ['abcd', 'bcda', 'a'],
    ['abcd', 'dcba', 'dcb'],
  ])('from %s to %s is %s', (before, after, moved) => {
    expect(movedAmong([...before], [...after]).join('')).toHaveLength(moved.length)
    const stays = [...after].filter((one) => !movedAmong([...before], [...after]).includes(one))
    expect([...before].filter((one) => stays.includes(one))).toEqual(stays)
  })
})
