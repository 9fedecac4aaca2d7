import { containerOf } from '@attune/contract'
import { describe, expect, it } from 'vitest'
import { pieceFor, pieceSize } from '../../../api/src/media/range.ts'

describe('pieceFor', () => {
  it.each([
    ['bytes=0-', 100, { from: 0, to: 99 }],
    ['bytes=10-19', 100, { from: 10, to: 19 }],
    ['bytes=10-1000', 100, { from: 10, to: 99 }],
    ['bytes=-5', 100, { from: 95, to: 99 }],
    ['bytes=-500', 100, { from: 0, to: 99 }],
    ['bytes=0-', pieceSize * 3, { from: 0, to: pieceSize - 1 }],
  ])('reads %s of %i bytes', (header, size, piece) => {
    expect(pieceFor(header, size)).toEqual(piece)
  })

  it.each(['bytes=100-', 'bytes=5-4', 'bytes=-0'])('refuses %s of 100 bytes', (header) => {
    expect(() => pieceFor(header, 100)).toThrow('no such range')
  })

  it.each(['', 'bytes=-', 'bytes=0-1,5-6', 'items=0-1', 'bytes=a-b'])('asks for a range instead of %j', (header) => {
    expect(() => pieceFor(header, 100)).toThrow('Ask for a range')
  })
})

describe('containerOf', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)))
  it.each([
    ['video/mp4', bytes([0, 0, 0, 32], 'ftypisom')],
    ['audio/mp4', bytes([0, 0, 0, 32], 'ftypM4A ')],
    ['video/webm', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84], 'webm')],
    ['audio/ogg', bytes('OggS')],
    ['audio/wav', bytes('RIFF\x01\x02\x03\x04WAVE')],
    ['audio/mpeg', bytes('ID3')],
    ['audio/mpeg', bytes([0xff, 0xfb, 0x90, 0x00])],
  ])('knows %s by its first bytes', (type, head) => {
    expect(containerOf(head)).toBe(type)
  })

  it.each([
    ['a page', bytes('<html>')],
    ['a picture', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['Matroska', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x88], 'matroska')],
    ['QuickTime', bytes([0, 0, 0, 32], 'ftypqt  ')],
    ['plain AAC', bytes([0xff, 0xf1, 0x50, 0x80])],
    ['nothing', bytes()],
  ])('knows %s as none', (_, head) => {
    expect(containerOf(head)).toBeNull()
  })
})
