/** Reads bytes `from` up to and without `to` of a file. */
export type Reading = (from: number, to: number) => Promise<ArrayBuffer>
/** How loud each of so many equal pieces of a recording is, 0 to 1. */
export type Peaks = Float32Array

const step = 1024 * 1024
/** Compressed sound has to be taken apart as a whole; beyond this it would not fit beside the page. In bytes. */
export const largestDecoded = 32 * 1024 * 1024

/**
 * The outline of a sound. A WAV is read in steps of 1 MB, however long it is; other kinds are decoded at once, at a low
 * rate, and only up to 32 MB. Null: too large to be drawn here.
 */
export async function peaksOf(read: Reading, size: number, type: string, pieces: number): Promise<Peaks | null> {
  if (type === 'audio/wav') {
    const format = wavFormat(new DataView(await read(0, Math.min(size, 64 * 1024))), size)
    if (format) return wavPeaks(read, format, pieces)
  }
  if (size > largestDecoded) return null
  const decoder = new OfflineAudioContext(1, 1, 8000)
  const sound = await decoder.decodeAudioData(await read(0, size))
  return peaksOfSamples(sound.getChannelData(0), pieces)
}

export function peaksOfSamples(samples: Float32Array, pieces: number): Peaks {
  const peaks = new Float32Array(pieces)
  for (let index = 0; index < samples.length; index += 1) {
    const piece = Math.floor((index / samples.length) * pieces)
    const loud = Math.abs(samples[index] ?? 0)
    if (loud > (peaks[piece] ?? 0)) peaks[piece] = loud
  }
  return peaks
}

export type WavFormat = { readonly from: number; readonly to: number; readonly frame: number; readonly bits: number }

const tag = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))

/** Where the samples of a WAV lie and how they are written; null for what is not plain 8 or 16 bit. */
export function wavFormat(view: DataView, size: number): WavFormat | null {
  let at = 12
  let format: { frame: number; bits: number } | null = null
  while (at + 8 <= view.byteLength) {
    const [name, length] = [tag(view, at), view.getUint32(at + 4, true)]
    if (name === 'fmt ' && at + 24 <= view.byteLength) {
      format = { frame: view.getUint16(at + 20, true), bits: view.getUint16(at + 22, true) }
      if (view.getUint16(at + 8, true) !== 1) return null
    }
    if (name === 'data') {
      const isPlain = format !== null && (format.bits === 8 || format.bits === 16) && format.frame > 0
      return format && isPlain ? { from: at + 8, to: Math.min(size, at + 8 + length), ...format } : null
    }
    at += 8 + length + (length % 2)
  }
  return null
}

async function wavPeaks(read: Reading, { from, to, frame, bits }: WavFormat, pieces: number): Promise<Peaks> {
  const peaks = new Float32Array(pieces)
  const frames = Math.floor((to - from) / frame)
  const framesAtOnce = Math.floor(step / frame)
  for (let first = 0; first < frames; first += framesAtOnce) {
    const count = Math.min(framesAtOnce, frames - first)
    const view = new DataView(await read(from + first * frame, from + (first + count) * frame))
    for (let index = 0; index < count; index += 1) {
      const at = index * frame
      const loud = bits === 16 ? Math.abs(view.getInt16(at, true)) / 32_768 : Math.abs(view.getUint8(at) - 128) / 128
      const piece = Math.floor(((first + index) / frames) * pieces)
      if (loud > (peaks[piece] ?? 0)) peaks[piece] = loud
    }
  }
  return peaks
}
