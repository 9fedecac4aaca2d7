import { readFileSync } from 'node:fs'
import { type Codebook, findCode, parseCodebook } from '@attune/codebooks'
import { readObservationRecord } from '@attune/exchange'
import { describe, expect, it } from 'vitest'
import { demoText, observations } from './demo-files.ts'

const ssp = codebook()
const episodes = ssp.episodes.map((episode) => episode.id)
const read = observations.map((one) => ({ ...one, record: readObservationRecord(demoText(one.file), { episodes }) }))

function codebook(): Codebook {
  const parsed = parseCodebook(readFileSync(new URL('../../data/codebooks/ssp.json', import.meta.url), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.codebook
}

describe('the demo observation records', () => {
  it('are eight', () => {
    expect(read).toHaveLength(8)
  })

  it.each(read)('$case is read without faults and warnings', ({ record }) => {
    expect(record.faults).toEqual([])
    expect(record.warnings).toEqual([])
  })

  it.each(read)(
    '$case has the eight episodes without gaps, none longer than planned by half a minute',
    ({ record }) => {
      expect(record.episodes.map((span) => span.episode)).toEqual(episodes)
      record.episodes.forEach((span, index) => {
        expect(span.onset).toBe(record.episodes[index - 1]?.offset ?? 0)
        expect(span.offset - span.onset).toBeLessThanOrEqual((ssp.episodes[index]?.seconds ?? 0) + 30)
      })
    },
  )

  it.each(read)('$case has 40 to 90 timed events, the number its entry says', ({ record, events }) => {
    expect(record.events.length).toBeGreaterThanOrEqual(40)
    expect(record.events.length).toBeLessThanOrEqual(90)
    expect(events).toBe(record.events.length)
  })

  it.each(read)(
    '$case uses the codes of the codebook with their subjects, states with an end and points without',
    ({ record }) => {
      for (const event of record.events) {
        const code = findCode(ssp, event.behaviour)
        const where = `${event.onset} ${event.behaviour}`
        expect(code?.subjects, where).toContain(event.subject)
        expect(event.offset !== null, where).toBe(code?.event === 'state')
      }
    },
  )

  it.each(read)('$case has the adults in the room only when their episodes say so', ({ record }) => {
    const acting = (subject: string) => record.events.filter((event) => event.subject === subject)
    const during = (onset: number) => record.episodes.findLast((span) => span.onset <= onset)?.episode
    for (const { onset, behaviour } of acting('caregiver')) {
      if (behaviour !== 'leave') expect(['1', '2', '3', '5', '8'], `${onset}`).toContain(during(onset))
    }
    for (const { onset, behaviour } of acting('stranger')) {
      if (behaviour !== 'leave') expect(['3', '4', '7'], `${onset}`).toContain(during(onset))
    }
  })

  it('shorten an episode for at least two infants, because of distress', () => {
    const shortened = read.filter(({ record }) =>
      record.episodes.some((span, index) => span.offset - span.onset < (ssp.episodes[index]?.seconds ?? 0) - 30),
    )
    expect(shortened.length).toBeGreaterThanOrEqual(2)
  })
})
