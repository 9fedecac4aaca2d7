import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readApart } from '../../../api/src/cases/reading/apart.ts'
import { docxEntries, docxOf, paragraph, type ZipEntry, zipOf } from '../../support/zip.ts'

const read = async (bytes: Buffer, name = 'a.docx') => {
  const source = { base64: bytes.toString('base64') }
  const [item] = await readApart([{ name, case: 'A-1', kind: 'transcript', source, interviewers: [] }])
  if (item === undefined) throw new Error('Nothing was read.')
  return { ...item.report, raw: item.raw }
}
const faultOf = async (bytes: Buffer) => (await read(bytes)).faults[0]?.message ?? ''
const withBody = (body: string) => zipOf(docxEntries(body))
const also = (...entries: ZipEntry[]) => zipOf([...docxEntries(paragraph('I: Yes.')), ...entries])

describe('a Word document', () => {
  it('becomes its words, a line for each paragraph, and names what is not among them', async () => {
    const note = '<w:p><w:r><w:t>P: Well</w:t><w:footnoteReference w:id="2"/></w:r><w:del w:id="1"/></w:p>'
    const { raw, dropped, encoding, speakers, faults } = await read(
      withBody(`${paragraph('I: Tell me. ünï 🌊')}${note}<w:p><w:r><w:drawing></w:drawing></w:r></w:p>`),
    )
    expect(faults).toEqual([])
    expect(raw).toBe('I: Tell me. ünï 🌊\nP: Well\n')
    expect(encoding).toBe('Word document')
    expect(speakers.map(({ speaker }) => speaker)).toEqual(['I', 'P'])
    expect(dropped).toEqual(['formatting', '1 image', '1 footnote', '1 deletion that was tracked'])
  })

  it('is known by its content and not by its name', async () => {
    expect((await read(docxOf(['I: Yes.', 'P: No.']), 'interview.txt')).faults).toEqual([])
    expect(await faultOf(Buffer.from('PK\x03\x04 no archive'))).toContain('damaged')
  })

  it('opens nothing outside itself: no file, no address', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('secret')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const folder = mkdtempSync(join(tmpdir(), 'attune-outside-'))
    try {
      writeFileSync(join(folder, 'secret.txt'), 'top secret')
      const { port } = server.address() as AddressInfo
      const targets = [`http://127.0.0.1:${port}/x.png`, `file://${folder}/secret.txt`, '../../../../etc/passwd']
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
      const links = targets.map(
        (target, at) => `<Relationship Id="r${at}" Type="${type}" Target="${target}" TargetMode="External"/>`,
      )
      const pictures = targets.map((_, at) => `<w:p><w:r><w:drawing><a:blip r:link="r${at}"/></w:drawing></w:r></w:p>`)
      const body = `${paragraph('I: Yes.')}${pictures.join('').replaceAll('<a:blip', '<a:blip xmlns:a="x"')}`
      const { raw, faults } = await read(zipOf(docxEntries(body, links.join(''))))
      expect(faults).toEqual([])
      expect(raw).toBe('I: Yes.\n')
      expect(asked).toEqual([])
    } finally {
      server.close()
      rmSync(folder, { recursive: true })
    }
  })
})

/** What is made to exhaust, to escape or to confuse. */
const bombs: readonly (readonly [string, () => Buffer, string])[] = [
  ['no document at all', () => zipOf([{ name: 'a.txt', content: 'x' }]), 'no Word document'],
  ['300 MB of one letter', () => also({ name: 'word/big.xml', content: Buffer.alloc(3e8, 'a') }), 'far more than'],
  [
    'a header that lies about 60 MB',
    () => also({ name: 'word/big.xml', content: Buffer.alloc(6e7, 'a'), claims: { size: 1000 } }),
    'damaged',
  ],
  ['24 MB that do not shrink', () => also({ name: 'word/image.bin', content: noise(24e6) }), 'more than 20 MB'],
  [
    'three thousand files',
    () => also(...Array.from({ length: 3000 }, (_, at) => ({ name: `f${at}`, content: '' }))),
    'too many files',
  ],
  ['one name twice', () => also({ name: 'word/document.xml', content: 'x' }), 'two files of one name'],
  ['a path that climbs out', () => also({ name: '../../outside.txt', content: 'x' }), 'damaged'],
  ['an absolute path', () => also({ name: '/tmp/outside.txt', content: 'x' }), 'damaged'],
  ['a path with a drive', () => also({ name: 'C:/outside.txt', content: 'x' }), 'damaged'],
  ['a path with backslashes', () => also({ name: '..\\outside.txt', content: 'x' }), 'damaged'],
  ['a link', () => also({ name: 'link', content: '/etc/passwd', claims: { mode: 0o120777 } }), 'a link to another'],
  ['a password', () => also({ name: 'locked', content: 'x', claims: { flags: 1 } }), 'password'],
  [
    'a billion laughs',
    () => {
      const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`)
      const doctype = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join('')}]>`
      return zipOf(
        docxEntries(paragraph('&e12;')).map((entry) =>
          entry.name === 'word/document.xml'
            ? { ...entry, content: String(entry.content).replace('?>', `?>${doctype}`) }
            : entry,
        ),
      )
    },
    'entities of its own',
  ],
  ['20,000 tables in tables', () => withBody(numbered(20_000, (at) => `<w:tbl><w:tr><w:tc n="${at}">`)), 'damaged'],
  [
    '400,000 paragraphs',
    () => withBody(numbered(400_000, (at) => paragraph(`${at} ${Math.imul(at, 2_654_435_761)}`))),
    'too much memory',
  ],
  ['a file cut off', () => docxOf(['I: Yes.']).subarray(0, 300), 'damaged'],
  ['only the first bytes', () => Buffer.from('PK\x03\x04'), 'damaged'],
  ['words that are none', () => withBody(paragraph('&#0;')), 'NUL character'],
]

const numbered = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join('')

/** Bytes that do not shrink. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 1
  for (let at = 0; at + 4 <= length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes.writeUInt32LE(state, at)
  }
  return bytes
}

describe('an archive that means harm', () => {
  it.each(bombs)('is refused: %s', async (_, make, says) => {
    const bytes = make()
    const report = await read(bytes)
    expect(report.faults).toHaveLength(1)
    expect(report.faults[0]?.message).toContain(says)
    expect(report.faults[0]?.remedy).not.toBe('')
    expect(report.raw).toBe('')
    expect(readdirSync(tmpdir()).includes('outside.txt') || existsSync('/outside.txt')).toBe(false)
  })

  it('leaves the next file to be read', async () => {
    expect((await read(docxOf(['I: Yes.', 'P: No.']))).faults).toEqual([])
  })
})
