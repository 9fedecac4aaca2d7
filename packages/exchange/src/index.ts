export { type DecodedText, decodeText, type Encoding } from './decode-text.ts'
export { checkText, LARGEST_FILE } from './text-check.ts'
export { type ReadTranscript, readTranscript, type Speaker } from './transcript.ts'
