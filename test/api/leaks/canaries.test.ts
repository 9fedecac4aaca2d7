import { describe, expect, it } from 'vitest'
import { openCage, watchman } from './canaries.ts'

describe('the watchman', () => {
  const cage = openCage()
  const word = cage.hide('somewhere', 'pi')
  const id = cage.watch('an id', '0F9619FF-8b86-4d01-b42d-00cf4fc964ff')
  const find = watchman(cage.all())
  const places = (answer: string) => find(answer).map((canary) => canary.place)
  const utf16 = Buffer.from(word, 'utf16le')

  it.each([
    ['as it is', `{"memo":"${word}"}`],
    ['in capitals', word.toUpperCase()],
    ['in base64', Buffer.from(word).toString('base64')],
    ['in base64 after one letter', Buffer.from(`x${word}yz`).toString('base64')],
    ['in base64 after two letters', Buffer.from(`xy${word}z`).toString('base64')],
    ['in base64 for URLs', Buffer.from(`..${word}..`).toString('base64url')],
    ['in hex', Buffer.from(word).toString('hex')],
    ['percent-encoded', [...word].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')],
    ['JSON-escaped', [...word].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')],
    ['HTML-escaped', [...word].map((letter) => `&#${letter.charCodeAt(0)};`).join('')],
    ['in UTF-16', utf16.toString('latin1')],
    ['in UTF-16, the other way round', Buffer.from(utf16).swap16().toString('latin1')],
    ['backwards', [...word].reverse().join('')],
  ])('finds a word %s', (_, answer) => expect(places(answer)).toEqual(['somewhere']))

  it('finds an id whatever its letters, and nothing where there is nothing', () => {
    expect(places(`/codings/${id.toUpperCase()}`)).toEqual(['an id'])
    expect(places('{"cases":[],"total":0}')).toEqual([])
  })
})
