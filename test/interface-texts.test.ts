import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOfRule, type RulePredicate } from '@attune/agreement'
import { checkValue, missingForSubmission } from '@attune/codebooks'
import { describe, expect, it } from 'vitest'
import { lacksInGerman } from '../web/src/messages/de/codebook-rules.ts'
import { de } from '../web/src/messages/de/index.ts'
import { inGerman, sentences } from '../web/src/messages/de/server.ts'
import { templates } from '../web/src/messages/de/server-training.ts'
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

  const said = [
    'api/src/training/sets/opening.ts',
    'api/src/training/sets/write.ts',
    'api/src/training/attempts/start.ts',
  ]

  const ofDisabled = ['api/src/people/strangers.ts', 'api/src/base/disabled.ts']

  it('knows what the server says of training, and only what it still says', () => {
    const sources = [...said, ...ofDisabled, ...filesIn(['packages/agreement/src/criteria'])].map(textOf).join('\n')
    const fixed = templates.flatMap(([english]) => english.split(/\{\w+\}|(?<=[.!?]) /))
    expect(fixed.map((part) => part.trim()).filter((part) => !sources.includes(part))).toEqual([])
  })

  it.each(said)('has all that %s says', (path) => {
    const words = [...textOf(path).matchAll(/(['`])(\S+ (?:(?!\1).)*\.)\1/g)].map(([, , text = '']) => text)
    const filled = words.map((text) => text.replaceAll(/\$\{[^}]*\}/g, '3'))
    expect(filled.length).toBeGreaterThan(3)
    expect(filled.filter((text) => inGerman(text) === undefined)).toEqual([])
  })

  it('says whose account is disabled', () => {
    for (const path of ofDisabled) {
      const [, english = ''] = /`(The account of .+\.)`/.exec(textOf(path)) ?? []
      expect(inGerman(english.replace(/\$\{[^}]*\}/, 'Dr. Kim Ex'))).toMatch(
        /^Das Konto von Dr\. Kim Ex ist gesperrt\. /,
      )
    }
  })

  it('has all that can be wrong with a rule', () => {
    const scale = { id: 'coherence', label: 'Coherence', kind: 'scale', itemsPerCase: 1, collapses: [] } as const
    const variables = [
      scale,
      { ...scale, id: 'passivity' },
      { id: 'class', label: 'Class', kind: 'classification', itemsPerCase: 1, collapses: ['groups'] },
      { id: 'times', label: 'Times', kind: 'count', itemsPerCase: 1, collapses: [] },
    ] as const
    const asked: RulePredicate = {
      ...{
        type: 'agreement',
        measure: 'percent-agreement',
        k: 1,
        against: 'master',
        variables: { ids: ['coherence'] },
      },
      ...{ collapse: 'as-coded', window: { kind: 'all' }, spread: 'each', comparator: '>=', threshold: 0.8 },
      ...{ on: 'estimate', confidence: 0.95, minimum: 1 },
    }
    const wrong: Partial<RulePredicate>[] = [
      { window: { kind: 'last', cases: 9 } },
      { variables: { ids: ['nobody'] } },
      { variables: { kinds: ['duration'] } },
      { variables: { codes: ['loss'] } },
      { measure: 'unit-f1' },
      { measure: 'unit-f1', variables: { codes: [] } },
      { measure: 'unit-kappa', variables: { codes: ['nobody'] } },
      { collapse: 'two-way' },
      { measure: 'icc', variables: { ids: ['class'] } },
      { measure: 'cohen-kappa', variables: { ids: ['times'] } },
      { measure: 'icc', spread: 'together', variables: { ids: ['coherence', 'passivity'] } },
      { measure: 'icc', window: { kind: 'in-a-row', cases: 2 } },
      { measure: 'bias' },
      { comparator: '<=' },
      { on: 'upper' },
      { measure: 'bias', comparator: '<=', on: 'lower' },
      { measure: 'bias', comparator: '<=', on: 'upper', window: { kind: 'in-a-row', cases: 2 } },
      { measure: 'bias', comparator: '<', threshold: 0 },
      { threshold: 1.5 },
      { minimum: 90 },
      { on: 'lower', threshold: 0.99 },
    ]
    const units = { codes: ['loss'], given: false }
    const distance = { kind: 'distance' as const, points: 2 }
    const critical = {
      type: 'no-critical-error' as const,
      against: 'master' as const,
      window: { kind: 'all' as const },
    }
    const error = { ...critical, variables: { ids: ['class'] }, collapse: 'as-coded', atMost: 0, error: distance }
    const found = [
      ...wrong.flatMap((change) => {
        const faults = [
          ...faultsOfRule({ ...asked, ...change }, variables, 5, units),
          ...faultsOfRule({ ...asked, ...change }, variables, 5),
        ]
        expect(faults.length, JSON.stringify(change)).toBeGreaterThan(0)
        return faults
      }),
      ...faultsOfRule(error, variables, 5),
    ]
    expect(found.map(({ message }) => message).filter((message) => inGerman(message) === undefined)).toEqual([])
    expect(
      inGerman('icc has no value for several variables together. Ask for each, or for the share of agreement.'),
    ).toMatch(/^ICC\(A,1\) gibt es nicht für mehrere/)
    expect(
      inGerman('Even with all of 5 items right the lower limit is 0.566. Take more cases, or a lower threshold.'),
    ).toContain('wenn alle 5 Urteile stimmen, ist die untere Grenze 0,566.')
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
