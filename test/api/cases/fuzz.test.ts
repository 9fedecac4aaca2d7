import { describe, expect, it } from 'vitest'
import { readItem } from '../../../api/src/cases/reading/read-item.ts'
import { docxEntries, paragraph, zipOf } from '../../support/zip.ts'

/** Files of each format to mutate; `ATTUNE_FUZZ=10000` is the long run. */
const rounds = Number(process.env.ATTUNE_FUZZ ?? 150)
const slowest = 5000

const lines = Array.from(
  { length: 40 },
  (_, at) => `${at % 2 ? 'P' : 'I'}: Turn ${at}, well . . (3 sec) {name} ünï 🌊.`,
)
const clockOf = (at: number, mark: string) => `00:${String(at).padStart(2, '0')}:00${mark}000`
const cues = (mark: string) =>
  lines.map((line, at) => `${at}\n${clockOf(at, mark)} --> ${clockOf(at + 1, mark)}\n${line}\n`).join('\n')

const formats: Readonly<Record<string, { kind: 'transcript' | 'observation'; bytes: Buffer }>> = {
  txt: { kind: 'transcript', bytes: Buffer.from(lines.map((line, at) => `[${clockOf(at, '.')}] ${line}`).join('\n')) },
  srt: { kind: 'transcript', bytes: Buffer.from(cues(',')) },
  vtt: { kind: 'transcript', bytes: Buffer.from(`WEBVTT\n\nNOTE x\n\n${cues('.').replaceAll('I: ', '<v Ann>')}`) },
  docx: { kind: 'transcript', bytes: zipOf(docxEntries(lines.map(paragraph).join(''))) },
  csv: {
    kind: 'observation',
    bytes: Buffer.from(
      ['episode,onset,offset,subject,behaviour,note', '5,0,180,,episode,']
        .concat(lines.map((_, at) => `5,${at},${at}.5,infant,cry,"loud, ${at}"`))
        .join('\n'),
    ),
  },
}

/** The same numbers each time, so that a file that breaks the reader can be made again. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function mutated(bytes: Buffer, random: () => number): Buffer {
  let out = Buffer.from(bytes)
  const times = 1 + Math.floor(random() * 8)
  for (let change = 0; change < times; change++) {
    const at = Math.floor(random() * out.length)
    const length = Math.floor(random() * 60)
    const kind = Math.floor(random() * 5)
    if (kind === 0) out[at] = Math.floor(random() * 256)
    else if (kind === 1) out = out.subarray(0, Math.max(1, at))
    else if (kind === 2) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)])
    else if (kind === 3) out = Buffer.concat([out.subarray(0, at), out.subarray(at, at + length), out.subarray(at)])
    else out.fill(Math.floor(random() * 256), at, Math.min(out.length, at + length))
    if (out.length === 0) return Buffer.from('x')
  }
  return out
}

describe('a damaged file', () => {
  it.each(Object.entries(formats))(
    'is read or refused, never more: .%s',
    async (extension, { kind, bytes }) => {
      const whole = { base64: bytes.toString('base64') }
      const sound = await readItem({ name: 'a', case: 'A', kind, source: whole, interviewers: [] })
      expect(sound.report.faults).toEqual([])
      const random = generator(extension.length * 7919 + bytes.length)
      let refused = 0
      for (let round = 0; round < rounds; round++) {
        const source = { base64: mutated(bytes, random).toString('base64') }
        const begun = performance.now()
        const { report, raw, structure } = await readItem({ name: 'a', case: 'A', kind, source, interviewers: [] })
        expect(performance.now() - begun).toBeLessThan(slowest)
        const turns = structure !== null && 'turns' in structure ? (structure.turns as Place[]) : []
        expect(
          turns.every(({ start, bodyStart, end }) => start <= bodyStart && bodyStart <= end && end <= raw.length),
        ).toBe(true)
        const isRefused = report.faults.length > 0
        expect(isRefused && turns.length > 0).toBe(false)
        expect(report.faults.every(({ message, remedy }) => message !== '' && remedy !== '')).toBe(true)
        if (isRefused) refused++
      }
      // A fuzz that never breaks anything, or only breaks things, tests little.
      expect(refused).toBeGreaterThan(0)
      console.log(`${extension}: ${rounds} damaged files, ${refused} refused, ${rounds - refused} read`)
    },
    600_000,
  )
})

type Place = { readonly start: number; readonly bodyStart: number; readonly end: number }
