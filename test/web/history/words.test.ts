import { describe, expect, it } from 'vitest'
import { capital, detailLines, namesOf, subjectWords } from '../../../web/src/history/words.ts'
import { deviceName } from '../../../web/src/settings/device.ts'
import { sampleProgress } from '../studies/sample.ts'

const names = namesOf(sampleProgress(), [{ id: 'aai', title: 'AAI', version: '1.0.0' }])

describe('an entry of the history', () => {
  it('names what it is about', () => {
    expect(subjectWords('case:c2', names)).toBe('Case A-2')
    expect(subjectWords('coding:c1-bo', names)).toBe('Coding A-1 by Bo')
    expect(subjectWords('study:x', names)).toBe('The study')
    expect(subjectWords('invitation:0123456789ab', names)).toBe('Invitation 01234567')
    expect(capital('password-reset made')).toBe('Password reset made')
  })

  it('says field by field what was and what became of it', () => {
    const detail = JSON.stringify({ old: { wave: 'T1', contentNote: '' }, new: { wave: 'T2', contentNote: 'loss' } })
    expect(detailLines(detail, names)).toEqual([
      { label: 'wave', old: 'T1', now: 'T2' },
      { label: 'content note', old: '', now: 'loss' },
    ])
  })

  it('replaces ids by names and leaves out what is empty', () => {
    const detail = JSON.stringify({ old: null, new: 'c1-ada', codebookVersion: 'aai', rationale: '', simulated: true })
    expect(detailLines(detail, names)).toEqual([
      { label: '', now: 'A-1 by Ada' },
      { label: 'codebook version', now: 'AAI 1.0.0' },
      { label: 'simulated', now: 'yes' },
    ])
  })

  it('shows a detail that is no JSON as it is', () => {
    expect(detailLines('by hand', names)).toEqual([{ label: '', now: 'by hand' }])
    expect(detailLines('', names)).toEqual([])
  })
})

describe('a session', () => {
  it('is named after browser and system', () => {
    expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0')).toBe(
      'Firefox on Linux',
    )
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140.0 Safari/537.36 Edg/140.0')).toBe(
      'Edge on Windows',
    )
    expect(deviceName('curl/8')).toBe('A browser')
  })
})
