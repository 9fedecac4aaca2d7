import { describe, expect, it } from 'vitest'
import { busiestCodebook, byCase, byCell, hasGap } from '../../../web/src/studies/progress.ts'
import { sampleProgress } from './sample.ts'

const progress = sampleProgress()
const gapsOf = (gap: Parameters<typeof hasGap>[0], book = 'aai') => {
  const codings = byCase(byCell(progress, book).values())
  return progress.cases.filter((one) => hasGap(gap, one, codings.get(one.id) ?? [], book)).map((one) => one.case)
}

describe('the progress of a study', () => {
  it('begins with the codebook most codings use', () => expect(busiestCodebook(progress)).toBe('aai'))

  it('finds a coding by case and person, one codebook at a time', () => {
    expect(byCell(progress, 'aai').get('c1:ada')?.coding).toBe('c1-ada')
    expect(byCell(progress, 'iwm').get('c1:ada')?.coding).toBe('c1-ada-iwm')
  })

  it('finds cases by what they lack', () => {
    expect(gapsOf('all')).toEqual(['A-1', 'A-2', 'A-3'])
    expect(gapsOf('unassigned')).toEqual(['A-3'])
    expect(gapsOf('no-second')).toEqual(['A-2'])
    expect(gapsOf('no-master')).toEqual(['A-2', 'A-3'])
    expect(gapsOf('draft')).toEqual(['A-1'])
    expect(gapsOf('submitted')).toEqual(['A-2'])
  })
})
