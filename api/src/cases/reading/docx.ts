import type { ImportFault } from '@attune/contract'
import { RefusedArchive, unpack } from './zip-gate.ts'

export type ReadDocx = {
  readonly text: string
  readonly dropped: readonly string[]
  readonly faults: readonly ImportFault[]
}

const LARGEST_FILE = 20 * 1024 * 1024
const BODY = 'word/document.xml'

const refused = (message: string, remedy: string): ReadDocx => ({
  text: '',
  dropped: [],
  faults: [{ line: 0, message, remedy }],
})

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The words of a Word document, a line for each paragraph. The archive is looked through first: its limits are what
 * protects the reader behind it.
 */
export async function readDocx(bytes: Buffer): Promise<ReadDocx> {
  if (bytes.length > LARGEST_FILE)
    return refused('The document has more than 20 MB.', 'Remove its images, or split it.')
  try {
    const parts = await unpack(bytes, (name) => name === BODY)
    const body = parts.get(BODY)
    if (body === undefined) {
      return refused('This is a zip file, but no Word document.', 'Choose the .docx itself, or save it as plain text.')
    }
    if (/<!DOCTYPE/i.test(body)) return refused('The document declares entities of its own.', 'Save it again in Word.')
    // Loaded by whoever needs it, and not at every start of the server.
    const { default: mammoth } = await import('mammoth')
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    return { text: withoutDoubledBreaks(value), dropped: droppedFrom(body), faults: [] }
  } catch (error) {
    if (error instanceof RefusedArchive) return refused(`${error.message} It was not opened.`, 'Save it again in Word.')
    return refused(
      'The document is damaged and could not be read.',
      'Open it in Word and save it again, or as plain text.',
    )
  }
}

/** Two breaks end each paragraph; one keeps a transcript as long as it looked. */
const withoutDoubledBreaks = (text: string): string => `${text.replaceAll('\n\n', '\n').trimEnd()}\n`

const KINDS = [
  [/<w:(?:drawing|pict)[\s/>]/g, 'image', 'images'],
  [/<w:(?:footnote|endnote)Reference\s/g, 'footnote', 'footnotes'],
  [/<w:commentReference\s/g, 'comment', 'comments'],
  [/<w:del\s/g, 'deletion that was tracked', 'deletions that were tracked'],
  [/<w:numPr>/g, 'automatic number of a paragraph', 'automatic numbers of paragraphs'],
] as const

/** What is not among the words. */
function droppedFrom(body: string): string[] {
  const counted = KINDS.flatMap(([pattern, one, many]) => {
    const count = body.match(pattern)?.length ?? 0
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return ['formatting', ...counted]
}
