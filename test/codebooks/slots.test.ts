import { parseSlotKey, type Slot, slotKey, slotLabel, slotSchema, slotsOf } from '@attune/codebooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample, shipped } from './sample.ts'

describe('slotsOf', () => {
  it('gives one slot a case variable, target or episode, in the order of the codebook', () => {
    expect(slotsOf(sample(), ['father', 'mother']).map(slotKey)).toEqual([
      'warmth@mother',
      'fear',
      'class',
      'cried#2',
      'bids#1',
      'bids#2',
      'crying',
    ])
  })

  it('takes the order of targets from the codebook and passes over targets it does not know', () => {
    const keys = slotsOf(shipped('aai'), ['uncle', 'father', 'mother']).map(slotKey)
    expect(keys.filter((key) => key.startsWith('loving'))).toEqual(['loving@mother', 'loving@father'])
  })

  it('leaves out what no target of the case calls for', () => {
    expect(slotsOf(sample(), []).map(slotKey)).not.toContain('warmth@mother')
  })

  it('never gives one slot twice', () => {
    const targets = fc.array(fc.constantFrom('mother', 'father', 'partner', 'self', 'other', 'uncle'))
    fc.assert(
      fc.property(fc.constantFrom('aai' as const, 'iwm' as const, 'ssp' as const), targets, (name, those) => {
        const keys = slotsOf(shipped(name), those).map(slotKey)
        return new Set(keys).size === keys.length
      }),
      { numRuns: 30 },
    )
  })
})

describe('slotKey and parseSlotKey', () => {
  const id = fc
    .stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/)
    .filter((text) => slotSchema.shape.variable.safeParse(text).success)
  const slots: fc.Arbitrary<Slot> = fc.record({
    variable: id,
    target: fc.option(id),
    episode: fc.option(id),
  })

  it('undo each other', () => {
    fc.assert(
      fc.property(slots, (slot) => {
        expect(parseSlotKey(slotKey(slot))).toEqual(slot)
      }),
    )
  })

  it('give different slots different keys', () => {
    fc.assert(
      fc.property(slots, slots, (one, other) => {
        expect(slotKey(one) === slotKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  for (const key of ['', '@mother', 'loving@', 'loving#', 'loving@a@b', 'x#1@a', 'Loving', 'a b', 'constructor']) {
    it(`refuse the key "${key}"`, () => {
      expect(() => parseSlotKey(key)).toThrow(RangeError)
    })
  }
})

describe('slotLabel', () => {
  it('says a slot in the words of the codebook', () => {
    const label = (key: string) => slotLabel(sample(), parseSlotKey(key))
    expect([label('warmth@mother'), label('cried#2'), label('fear')]).toEqual([
      'Warmth (Mother)',
      'Cried (Reunion)',
      'Fear',
    ])
  })

  it('falls back to ids where the codebook has no words', () => {
    expect(slotLabel(sample(), parseSlotKey('x@uncle#9'))).toBe('x (uncle, 9)')
  })
})
