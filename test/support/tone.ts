/** A synthetic recording: a tone in 8-bit mono WAV at 8 kHz, silent before `loudFrom` (seconds). */
export function tone({ seconds, loudFrom = 0, pitch = 440 }: { seconds: number; loudFrom?: number; pitch?: number }) {
  const rate = 8000
  const samples = Math.round(seconds * rate)
  const bytes = new Uint8Array(44 + samples)
  const view = new DataView(bytes.buffer)
  const write = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  write(0, 'RIFF')
  view.setUint32(4, 36 + samples, true)
  write(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  write(36, 'data')
  view.setUint32(40, samples, true)
  for (let index = 0; index < samples; index += 1) {
    const loud = index / rate >= loudFrom ? 64 : 0
    bytes[44 + index] = 128 + Math.round(loud * Math.sin((2 * Math.PI * pitch * index) / rate))
  }
  return bytes
}
