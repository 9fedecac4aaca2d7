import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkValue, missingForSubmission } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { lacksInGerman } from '../web/src/messages/de/codebook-rules.ts'
import { de } from '../web/src/messages/de/index.ts'
import { sentences } from '../web/src/messages/de/server.ts'
import { en } from '../web/src/messages/en/index.ts'
import { filesIn, root } from './architecture/source.ts'
import { visibleText } from './architecture/visible-text.ts'
import { classificationOf, shipped } from './codebooks/sample.ts'
import { textsOf } from './support/texts.ts'

const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const found = filesIn(['web/src'])
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('web/src/messages/'))
  .flatMap((path) => visibleText(path, textOf(path)).map(({ line, text }) => `${path}:${line} ${text}`))

describe('the texts of the interface', () => {
  it('live in the message files', () => {
    expect(found).toEqual([])
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

/** Words that are the same in both languages; a text is allowed to be equal if it has no others. */
const sameWords = [
  'Alternative',
  'Annotation',
  'Attune',
  'Code',
  'Codes',
  'Drift',
  'Episode',
  'Esc',
  'ICC',
  'Item',
  'Items',
  'Link',
  'Master',
  'Material',
  'Memo',
  'Name',
  'Navigation',
  'Normal',
  'Person',
  'Plan',
  'Population',
  'Ratings',
  'Set',
  'Test',
  'Text',
  'Trainee',
  'Training',
  'Variable',
  'Version',
]
const wordsIn = (text: string): readonly string[] => text.match(/\p{L}{3,}/gu) ?? []

describe('German', () => {
  const german = new Map(textsOf(de))
  const same = textsOf(en).filter(([path, text]) => german.get(path) === text)

  it('differs from English but for words both languages have', () => {
    const left = same.filter(([, text]) => wordsIn(text).some((word) => !sameWords.includes(word)))
    expect(left.map(([path, text]) => `${path}: ${text}`)).toEqual([])
  })

  it.each(sameWords)('has the word %s in a text that is the same in both; without one it leaves the list', (word) => {
    expect(same.some(([, text]) => wordsIn(text).includes(word))).toBe(true)
  })

  it('knows sentences that the server still says', () => {
    const sources = filesIn([
      'api/src',
      'packages/contract/src',
      'packages/codebooks/src',
      'packages/agreement/src',
      'data/demo',
    ])
      .map(textOf)
      .join('\n')
    expect(Object.keys(sentences).filter((sentence) => !sources.includes(sentence))).toEqual([])
  })

  it.each(['aai', 'ssp', 'iwm'] as const)('says what a coding with %s still lacks', (name) => {
    const codebook = shipped(name)
    const targets = codebook.targets.map(({ id }) => id)
    const missing = missingForSubmission(codebook, targets, [], [])
    expect(missing.length).toBeGreaterThan(3)
    for (const { message } of missing) expect(lacksInGerman(message)).toMatch(/ ist noch nicht bewertet\.$/)
  })

  it('says what is wrong with a ranking of classes', () => {
    const variable = classificationOf(shipped('aai'))
    const faults = [['U'], ['F', 'F1'], ['F', 'F'], ['F', 'Ds', 'E', 'CC', 'U']].flatMap((classes) =>
      checkValue(variable, { kind: 'class', classes }),
    )
    expect(faults.length).toBeGreaterThan(3)
    for (const { message } of faults) {
      expect(lacksInGerman(message)).not.toBe(message)
      expect(lacksInGerman(`Mother: ${message}`)).toBe(`Mother: ${lacksInGerman(message)}`)
    }
  })

  it('says which evidence and rationale are missing, and leaves what it does not know as it is', () => {
    const lacking = (has: string) => lacksInGerman(`Loving, Mother needs 2 annotations as evidence; ${has} linked.`)
    expect(lacking('none is')).toBe('Loving, Mother braucht 2 Annotationen als Beleg; verknüpft: 0.')
    expect(lacking('1 is')).toBe('Loving, Mother braucht 2 Annotationen als Beleg; verknüpft: 1.')
    expect(lacksInGerman('Class needs a written rationale.')).toBe('Class braucht eine schriftliche Begründung.')
    expect(lacksInGerman('Fear: nobody foresaw this.')).toBe('Fear: nobody foresaw this.')
  })
})
