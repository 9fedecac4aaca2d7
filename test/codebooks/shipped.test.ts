import { readdirSync } from 'node:fs'
import { checkValue, flattenCategories, parseCodebook, scalePoints, slotKey, slotsOf } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { classificationOf, mustFind, mustParse, shipped, shippedText } from './sample.ts'

const categoryIds = (name: 'aai' | 'iwm' | 'ssp', id?: string) =>
  flattenCategories(classificationOf(shipped(name), id).categories).map((node) => node.category.id)

describe('the shipped codebooks', () => {
  it('are these, a later version in a file of its own', () => {
    const files = readdirSync(new URL('../../data/codebooks/', import.meta.url))
    expect(files.toSorted()).toEqual(['aai.json', 'iwm-1.1.0.json', 'iwm.json', 'ssp-1.1.0.json', 'ssp.json'])
  })

  for (const name of ['aai', 'iwm', 'ssp'] as const) {
    it(`include a valid ${name}.json`, () => {
      const parsed = parseCodebook(shippedText(name))
      expect(parsed).toMatchObject({ ok: true, codebook: { id: name, version: '1.0.0' } })
    })

    it(`say whose property ${name} is and what it cites`, () => {
      const { notice, citation } = shipped(name)
      expect(notice).not.toBe('')
      expect(citation.length).toBeGreaterThanOrEqual(2)
    })

    it(`give every code of ${name} a key, and every variable a description`, () => {
      const { codes, variables } = shipped(name)
      expect(codes.filter((code) => code.key === undefined)).toEqual([])
      expect([...variables, ...codes].filter((part) => part.description === undefined)).toEqual([])
    })
  }

  it('describe the instruments of others in a line or two and quote no scale points of theirs', () => {
    for (const name of ['aai', 'ssp'] as const) {
      const { variables, codes } = shipped(name)
      const longest = Math.max(...[...variables, ...codes].map((part) => part.description?.length ?? 0))
      expect(longest).toBeLessThanOrEqual(160)
      expect(variables.filter((variable) => variable.kind === 'scale' && variable.anchors)).toEqual([])
      const described = variables.flatMap((variable) =>
        variable.kind === 'classification'
          ? flattenCategories(variable.categories).filter((node) => node.category.description)
          : [],
      )
      expect(described).toEqual([])
    }
  })
})

describe('the AAI codebook', () => {
  it('rates five experience scales for each parent, 1 to 9 by half points', () => {
    const codebook = shipped('aai')
    const experience = codebook.variables.filter((variable) => variable.section === 'experience')
    expect(experience).toHaveLength(5)
    for (const variable of experience) {
      expect(variable).toMatchObject({ kind: 'scale', appliesTo: 'target', min: 1, max: 9, step: 0.5 })
      expect(checkValue(variable, { kind: 'none', reason: 'cannot-rate' })).toEqual([])
    }
    const keys = slotsOf(codebook, ['mother', 'father']).map(slotKey)
    expect(keys).toHaveLength(24)
    expect(keys.slice(0, 2)).toEqual(['loving@mother', 'loving@father'])
  })

  it('has the five groups with their subgroups', () => {
    expect(categoryIds('aai').join(' ')).toBe(
      'Ds Ds1 Ds2 Ds3 Ds3a Ds3b Ds4 F F1 F1a F1b F2 F3 F3a F3b F4 F4a F4b F5 E E1 E2 E3 E3a E3b U CC',
    )
  })
})

describe('the SSP codebook', () => {
  it('has eight episodes, and the four principal scales for both reunions', () => {
    const codebook = shipped('ssp')
    expect(codebook.episodes.map((episode) => episode.id).join('')).toBe('12345678')
    for (const id of ['proximity', 'contact', 'resistance', 'avoidance', 'distance-interaction']) {
      expect(mustFind(codebook, id)).toMatchObject({ kind: 'scale', episodes: ['5', '8'], min: 1, max: 7 })
    }
    expect(mustFind(codebook, 'search').episodes).toEqual(['4', '6', '7'])
  })

  it('has the eight subgroups and D', () => {
    expect(categoryIds('ssp').join(' ')).toBe('A A1 A2 B B1 B2 B3 B4 C C1 C2 D')
  })

  it('lets adults pick up and only the infant freeze', () => {
    const subjects = (id: string) => shipped('ssp').codes.find((code) => code.id === id)?.subjects
    expect(subjects('pick-up')).toEqual(['caregiver', 'stranger'])
    expect(subjects('freeze')).toEqual(['infant'])
  })
})

describe('the SSP codebook, version 1.1.0', () => {
  const later = mustParse(shippedText('ssp-1.1.0'))

  it('rates what 1.0.0 rates, with the same codes and keys', () => {
    const first = shipped('ssp')
    expect(later.version).toBe('1.1.0')
    expect(later.variables).toEqual(first.variables)
    const plain = later.codes.map(({ exclusive: _, modifiers: __, ...code }) => code)
    expect(plain).toEqual(first.codes)
  })

  it('asks how an event was, lets one state end another, and samples by intervals', () => {
    const code = (id: string) => later.codes.find((one) => one.id === id)
    expect(code('cry')?.modifiers?.[0]?.values.map(({ id }) => id)).toEqual(['fuss', 'cry', 'scream'])
    expect(code('play')?.exclusive).toBe(code('search-at-door')?.exclusive)
    expect(later.sampling?.map(({ method, required }) => [method, required])).toEqual([
      ['partial', false],
      ['momentary', false],
    ])
  })
})

describe('the IWM codebook, version 1.1.0', () => {
  const later = mustParse(shippedText('iwm-1.1.0'))

  it('rates what 1.0.0 rates and asks for passages under each model and the pattern', () => {
    const first = shipped('iwm')
    expect(later.variables.map(({ evidence: _, ...variable }) => variable)).toEqual(first.variables)
    expect(later.codes).toEqual(first.codes)
    const wanted = later.variables.flatMap(({ id, evidence }) => (evidence ? [[id, evidence.atLeast]] : []))
    expect(wanted).toEqual([
      ['model-of-self', 1],
      ['model-of-other', 1],
      ['availability', 1],
      ['response-to-distress', 1],
      ['pattern', 2],
    ])
  })
})

describe('the IWM codebook', () => {
  it('rates each relationship apart, the self only where it makes sense', () => {
    const keys = slotsOf(shipped('iwm'), ['mother', 'self']).map(slotKey)
    expect(keys).toContain('model-of-self@self')
    expect(keys).toContain('model-of-other@mother')
    expect(keys).not.toContain('model-of-other@self')
  })

  it('describes at least both ends of every scale', () => {
    const scales = shipped('iwm').variables.flatMap((variable) => (variable.kind === 'scale' ? [variable] : []))
    for (const scale of scales) {
      const points = scale.anchors?.map((anchor) => anchor.point) ?? []
      expect([points.at(0), points.at(-1)]).toEqual([scalePoints(scale).at(0), scalePoints(scale).at(-1)])
    }
  })

  it('tells the three chosen kinds of no value apart', () => {
    expect(mustFind(shipped('iwm'), 'availability').noValue).toEqual(['cannot-rate', 'not-applicable', 'not-present'])
  })
})
