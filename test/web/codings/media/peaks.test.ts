import { describe, expect, it } from 'vitest'
import { largestDecoded, peaksOf, peaksOfSamples } from '../../../../web/src/codings/media/peaks.ts'
import { tone } from '../../../support/tone.ts'

describe('the outline of a sound', () => {
  const wav = tone({ seconds: 4, loudFrom: 2 })
  const reads: number[] = []
  const read = async (from: number, to: number) => {
    reads.push(to - from)
    return wav.slice(from, to).buffer
  }

  it('of a WAV is read in steps and shows where it is loud', async () => {
    const peaks = (await peaksOf(read, wav.length, 'audio/wav', 8)) ?? new Float32Array()
    expect([...peaks].map((peak) => Math.round(peak * 10) / 10)).toEqual([0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5])
    expect(Math.max(...reads)).toBeLessThanOrEqual(1024 * 1024)
  })

  it('of an hour of WAV never holds more than a step', async () => {
    const size = 44 + 3600 * 8000
    let largest = 0
    const long = async (from: number, to: number) => {
      largest = Math.max(largest, to - from)
      const bytes = new Uint8Array(to - from).fill(128)
      if (from === 0) bytes.set(wav.subarray(0, 44))
      return bytes.buffer
    }
    const peaks = await peaksOf(long, size, 'audio/wav', 100)
    expect(peaks).toHaveLength(100)
    expect(largest).toBeLessThanOrEqual(1024 * 1024)
  })

  it('of compressed sound that is too large is none', async () => {
    expect(await peaksOf(read, largestDecoded + 1, 'audio/mpeg', 8)).toBeNull()
  })

  it('takes the loudest of each piece', () => {
    expect([...peaksOfSamples(Float32Array.from([0, -0.5, 0.25, 0]), 2)]).toEqual([0.5, 0.25])
  })
})
