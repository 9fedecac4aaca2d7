import type { MediaType } from './media.ts'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const audioBrands = new Set(['M4A ', 'M4B '])
const foreignBrands = new Set(['qt  ', 'heic', 'heix', 'mif1', 'avif', 'avis', 'crx '])

/**
 * What a file is, by its first 64 bytes; null for everything that browsers do not play or that could act as a page.
 *
 * @source ISO/IEC 14496-12 (ftyp), RFC 8794 and the WebM guidelines (EBML, DocType), RFC 3533 (OggS), ISO/IEC 11172-3
 *   (frame header of MP3), RIFF/WAVE.
 */
export function containerOf(head: Uint8Array): MediaType | null {
  if (ascii(head, 4, 8) === 'ftyp') {
    const brand = ascii(head, 8, 12)
    if (foreignBrands.has(brand)) return null
    return audioBrands.has(brand) ? 'audio/mp4' : 'video/mp4'
  }
  if (ascii(head, 0, 4) === '\x1A\x45\xDF\xA3') return ascii(head, 4, 64).includes('webm') ? 'video/webm' : null
  if (ascii(head, 0, 4) === 'OggS') return 'audio/ogg'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WAVE') return 'audio/wav'
  if (ascii(head, 0, 3) === 'ID3' || isMp3Frame(head)) return 'audio/mpeg'
  return null
}

/** Eleven bits set, then a layer (AAC has none there), a bit rate and a sampling rate that exist. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const hasSync = first === 0xff && (second & 0xe0) === 0xe0
  return hasSync && (second & 0x06) !== 0 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c
}
