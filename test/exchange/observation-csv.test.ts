import { readFileSync } from 'node:fs'
import { codebookSchema } from '@attune/codebooks'
import type { Annotation } from '@attune/contract'
import { type CodedObservation, episodesCsv, eventsCsv, intervalsCsv } from '@attune/exchange'
import { describe, expect, it } from 'vitest'

const file = new URL('../../data/codebooks/ssp-1.1.0.json', import.meta.url)
const codebook = codebookSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

const event = (id: string, code: string, onset: number, rest: object = {}): Annotation => ({
  unit: 'event',
  id,
  code,
  value: null,
  memo: '',
  confidence: null,
  evidence: [],
  contradicts: [],
  onset,
  offset: null,
  subject: 'infant',
  modifiers: {},
  version: 1,
  ...rest,
})
const place = { sampling: 'distress', subject: 'infant', episode: '4' }
const coding: CodedObservation = {
  case: 'S-1',
  coder: 'kim',
  codingVersion: 1,
  codebook,
  annotations: [
    event('b', 'play', 20.1),
    event('a', 'cry', 3.1, { offset: 4.4, modifiers: { intensity: ['scream'] }, confidence: 4 }),
    event('c', 'contradictory', 30, { modifiers: { parts: ['approaching', 'avoiding'] }, memo: 'both, at once' }),
  ],
  intervals: [
    { ...place, interval: 1, present: ['cry'], isUnscorable: false, version: 1 },
    { ...place, interval: 2, present: [], isUnscorable: true, version: 1 },
  ],
  episodes: [
    { episode: '4', onset: 408, offset: 521.5, version: 2 },
    { episode: '5', onset: 521.5, offset: null, version: 1 },
  ],
}
const lines = (csv: string) => csv.trimEnd().split('\r\n')

describe('eventsCsv', () => {
  it('has a row an event in the order of time, a column a modifier, and nothing where nothing is known', () => {
    expect(lines(eventsCsv([coding]))).toEqual([
      'case,coder,coding_version,codebook,id,code,event,subject,onset,offset,duration,value,confidence,memo,' +
        'modifier_to,modifier_parts,modifier_intensity',
      'S-1,kim,1,ssp 1.1.0,a,cry,state,infant,3.1,4.4,1.3,,4,,,,scream',
      'S-1,kim,1,ssp 1.1.0,b,play,state,infant,20.1,,,,,,,,',
      'S-1,kim,1,ssp 1.1.0,c,contradictory,point,infant,30,,,,,"both, at once",,"approaching;avoiding",',
    ])
  })

  it('is the same whatever the order in which events come', () => {
    const turned = { ...coding, annotations: coding.annotations.toReversed() }
    expect(eventsCsv([turned])).toBe(eventsCsv([coding]))
  })
})

describe('intervalsCsv', () => {
  it('tells seen, not seen and out of view apart', () => {
    const rows = lines(intervalsCsv([coding])).map((line) => line.split(',').slice(-4).join(' '))
    expect(rows).toEqual([
      'episode interval code seen',
      '4 1 cry 1',
      '4 1 freeze 0',
      '4 1 play 0',
      '4 1 search-at-door 0',
      '4 2 cry ',
      '4 2 freeze ',
      '4 2 play ',
      '4 2 search-at-door ',
    ])
  })
})

describe('episodesCsv', () => {
  it('leaves the end and the length of an episode empty while it goes on', () => {
    expect(lines(episodesCsv([coding])).slice(1)).toEqual([
      'S-1,kim,1,ssp 1.1.0,4,408,521.5,113.5',
      'S-1,kim,1,ssp 1.1.0,5,521.5,,',
    ])
  })
})
