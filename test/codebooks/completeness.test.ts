import {
  type EvidenceToSubmit,
  missingForSubmission,
  parseSlotKey,
  type RatingToSubmit,
  type RatingValue,
  slotKey,
} from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { sample } from './sample.ts'

const rating = (key: string, value: RatingValue | null, rationale?: string): RatingToSubmit => ({
  slot: parseSlotKey(key),
  value,
  rationale,
})

const complete = (): RatingToSubmit[] => [
  rating('warmth@mother', { kind: 'none', reason: 'cannot-rate' }),
  rating('fear', { kind: 'score', score: 0 }),
  rating('class', { kind: 'class', classes: ['D', 'B'] }, 'Freezes at reunion.'),
  rating('bids#1', { kind: 'count', count: 0 }),
  rating('bids#2', { kind: 'count', count: 3 }),
  rating('crying', { kind: 'none', reason: 'not-present' }),
]

const missing = (ratings: RatingToSubmit[], annotations: EvidenceToSubmit[] = []) =>
  missingForSubmission(sample(), ['mother', 'father'], ratings, annotations).map(({ slot, message }) => [
    slotKey(slot),
    message,
  ])

const without = (key: string) => complete().filter((candidate) => slotKey(candidate.slot) !== key)

describe('missingForSubmission', () => {
  it('finds nothing in a complete coding; zero, no value and an optional variable left out are fine', () => {
    expect(missing(complete())).toEqual([])
  })

  it('names every required slot without a rating', () => {
    expect(missing([]).map(([key]) => key)).toEqual(['warmth@mother', 'fear', 'class', 'bids#1', 'bids#2', 'crying'])
    expect(missing(without('warmth@mother'))).toEqual([['warmth@mother', 'Warmth (Mother) has no rating yet.']])
  })

  it('counts a rating taken back as missing', () => {
    expect(missing([...without('bids#2'), rating('bids#2', null)])).toEqual([
      ['bids#2', 'Bids (Reunion) has no rating yet.'],
    ])
  })

  it('asks for the rationale where the codebook requires one', () => {
    const classes: RatingValue = { kind: 'class', classes: ['A1'] }
    for (const blank of [undefined, '', ' \n']) {
      expect(missing([...without('class'), rating('class', classes, blank)])).toEqual([
        ['class', 'Class needs a written rationale.'],
      ])
    }
  })

  it('reports values the codebook does not allow, also for optional variables', () => {
    const ratings = [
      ...without('fear'),
      rating('fear', { kind: 'score', score: 15 }),
      rating('cried#2', { kind: 'none', reason: 'cannot-rate' }),
    ]
    expect(missing(ratings)).toEqual([
      ['fear', 'Fear: 15 is not on the scale. Choose 0 to 14 in steps of 1.'],
      ['cried#2', expect.stringContaining('It always needs a value.')],
    ])
  })

  it('asks for as many pieces of evidence as the codebook demands, for and against, and none where nothing was rated', () => {
    const cried: RatingValue = { kind: 'presence', present: true }
    const ratings = [...complete(), rating('cried#2', cried)]
    const piece = (evidence: string[], contradicts: string[] = []): EvidenceToSubmit => ({
      evidence: evidence.map(parseSlotKey),
      contradicts: contradicts.map(parseSlotKey),
    })
    expect(missing(ratings)).toEqual([['cried#2', 'Cried (Reunion) needs 2 annotations as evidence; none is linked.']])
    expect(missing(ratings, [piece(['cried#2']), piece(['fear'])])).toEqual([
      ['cried#2', 'Cried (Reunion) needs 2 annotations as evidence; 1 is linked.'],
    ])
    expect(missing(ratings, [piece(['cried#2']), piece([], ['cried#2'])])).toEqual([])
    expect(missing(complete())).toEqual([])
  })

  it('reports a U or D without its secondary class', () => {
    const ratings = [...without('class'), rating('class', { kind: 'class', classes: ['D'] }, 'Because.')]
    expect(missing(ratings)).toEqual([['class', expect.stringContaining('needs the best-fitting organised class')]])
  })

  it('does not ask about targets the case has not', () => {
    expect(missingForSubmission(sample(), ['father'], without('warmth@mother'), [])).toEqual([])
  })
})
