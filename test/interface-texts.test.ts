import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { de } from '../web/src/messages/de/index.ts'
import { sentences } from '../web/src/messages/de/server.ts'
import { en } from '../web/src/messages/en/index.ts'
import { filesIn, root } from './architecture/source.ts'
import { visibleText } from './architecture/visible-text.ts'
import { textsOf } from './support/texts.ts'

/** Folders whose texts are not in the message files yet. This list only grows shorter. */
const stillToDo = ['web/src/codings/', 'web/src/reliability/']

const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const found = filesIn(['web/src'])
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('web/src/messages/'))
  .flatMap((path) => visibleText(path, textOf(path)).map(({ line, text }) => `${path}:${line} ${text}`))

describe('the texts of the interface', () => {
  it('live in the message files', () => {
    expect(found.filter((one) => !stillToDo.some((folder) => one.startsWith(folder)))).toEqual([])
  })

  it.each(stillToDo)('of %s are still to be moved; once they are, its line here goes', (folder) => {
    expect(found.filter((one) => one.startsWith(folder))).not.toEqual([])
  })

  it.each([
    ['between tags', '<p>Nothing here.</p>', 'Nothing here.'],
    ['in an attribute that is read out', '<button aria-label="Close" />', 'Close'],
    ['in a branch', '<p>{open() ? "Less" : 3}</p>', 'Less'],
    ['in a template', `<Panel title={\`Versions of \${name}\`} />`, 'Versions of …'],
    ['in a field of an object', 'usePage(() => ({ title: "Home" }))', 'Home'],
    ['said aloud', 'announce("Saved")', 'Saved'],
    ['as a sentence anywhere', 'const why = () => "There is no case."', 'There is no case.'],
  ])('are found %s', (_, code, text) => {
    expect(visibleText('sample.tsx', code).map((one) => one.text)).toEqual([text])
  })

  it.each([
    '<div class="panel disclosure">{t().base.cancel}</div>',
    'throw new RangeError("A scale has two ends.")',
    'const step = event.key === "ArrowDown" ? 1 : 0',
    "import { render } from 'some where'",
  ])('are not seen where there are none: %s', (code) => expect(visibleText('sample.tsx', code)).toEqual([]))
})

describe('German', () => {
  it('differs from English but for words both languages have', () => {
    const german = new Map(textsOf(de))
    const same = textsOf(en).filter(([path, text]) => text !== '' && german.get(path) === text)
    const alike = new Set(sameWords)
    expect(same.filter(([, text]) => !alike.has(text)).map(([path, text]) => `${path}: ${text}`)).toEqual([])
    // A word that is no longer the same in both has no place in the list.
    expect(sameWords.filter((word) => same.every(([, text]) => text !== word))).toEqual([])
  })

  it('knows sentences that the server still says', () => {
    const sources = filesIn(['api/src', 'packages/contract/src', 'data/demo']).map(textOf).join('\n')
    expect(Object.keys(sentences).filter((sentence) => !sources.includes(sentence))).toEqual([])
  })
})

const sameWords = [
  'Codes',
  'Episode',
  'Esc',
  'Link',
  'Master',
  'Material',
  'Name',
  'Navigation',
  'Normal',
  'Population',
  'Trainee',
  'Version',
  '2 (2)',
]
