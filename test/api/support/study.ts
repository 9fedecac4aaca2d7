import { addCodebook, assignCodings, importMaterials, listCases } from '@attune/contract'
import type { Lab } from './lab.ts'
import { addMember, type Someone } from './people.ts'
import { fixedId, type TestPorts } from './ports.ts'

/** A codebook small enough to rate in four calls, with one of everything a coding can hold. */
export const smallCodebook = {
  format: 'attune-codebook/1',
  id: 'small',
  version: '1.0.0',
  title: 'Small',
  description: 'For tests.',
  citation: ['None.'],
  notice: 'For tests.',
  material: 'transcript',
  targets: [
    { id: 'mother', label: 'Mother' },
    { id: 'father', label: 'Father' },
  ],
  episodes: [],
  subjects: [],
  sections: [{ id: 'all', label: 'All' }],
  variables: [
    {
      id: 'coherence',
      label: 'Coherence',
      section: 'all',
      appliesTo: 'case',
      required: true,
      noValue: ['cannot-rate'],
      kind: 'scale',
      min: 1,
      max: 9,
      step: 0.5,
    },
    {
      id: 'loving',
      label: 'Loving',
      section: 'all',
      appliesTo: 'target',
      required: true,
      noValue: ['cannot-rate', 'not-applicable'],
      kind: 'scale',
      min: 1,
      max: 9,
      step: 1,
    },
    {
      id: 'pattern',
      label: 'Pattern',
      section: 'all',
      appliesTo: 'case',
      required: true,
      noValue: [],
      kind: 'classification',
      alternatives: 2,
      rationale: 'optional',
      categories: [
        {
          id: 'Ds',
          label: 'Dismissing',
          organised: true,
          children: [
            { id: 'Ds1', label: 'Ds1' },
            { id: 'Ds2', label: 'Ds2' },
          ],
        },
        { id: 'F', label: 'Secure', organised: true },
        { id: 'U', label: 'Unresolved', needsSecondary: true },
      ],
      collapses: [
        {
          id: 'forced',
          label: 'Forced',
          rule: 'forced',
          outcomes: [
            { id: 'secure', label: 'Secure' },
            { id: 'insecure', label: 'Insecure' },
          ],
          map: { Ds: 'insecure', F: 'secure', U: null },
        },
      ],
    },
  ],
  codes: [
    { id: 'loss', label: 'Loss', unit: 'segment', colour: 1 },
    { id: 'strength', label: 'Strength', unit: 'segment', colour: 2, value: { min: 1, max: 3, step: 1 } },
  ],
} as const

/** Holds an emoji and a combining mark: offsets count UTF-16 code units. */
export const transcriptText =
  'I: Where did you grow up?\n\nP: By the sea 🌊 with my parents. Café nights -- (4 sec) I loved it.\n\nI: And then?\n\nP: Then [laughs] we moved.\n'

export type TestStudy = {
  readonly id: string
  readonly codebook: string
  readonly cases: readonly string[]
  readonly pi: Someone
  readonly trainer: Someone
  readonly coder: Someone
  readonly trainee: Someone
}

async function insertStudy(lab: Lab, name: string): Promise<string> {
  const id = lab.ports.id()
  const fixed = { name, description: '', is_demo: 0, kappa_criterion: 0.6, icc_criterion: 0.7 } as const
  await lab.ground.write((trx) =>
    trx
      .insertInto('study')
      .values({ id, ...fixed, created_at: lab.ports.now().toISOString() })
      .execute(),
  )
  return id
}

/** A study with one person of each role, two cases with transcripts, and the first case given to coder, trainee and trainer. */
export async function openStudy(lab: Lab, name = 'study'): Promise<TestStudy> {
  const id = await insertStudy(lab, name)
  const member = (role: 'pi' | 'trainer' | 'coder' | 'trainee') =>
    addMember(lab, id, role, { login: `${name}-${role}` })
  const [pi, trainer, coder, trainee] = [
    await member('pi'),
    await member('trainer'),
    await member('coder'),
    await member('trainee'),
  ]
  const added = await pi.browser.call(addCodebook, {
    params: { study: id },
    body: { dryRun: false, name: 'small.json', source: JSON.stringify(smallCodebook) },
  })
  const item = (caseId: string) => ({
    name: `${caseId}.txt`,
    case: caseId,
    kind: 'transcript' as const,
    source: { text: transcriptText },
  })
  await pi.browser.call(importMaterials, {
    params: { study: id },
    body: { dryRun: false, items: [item('C-1'), item('C-2')] },
  })
  const { cases } = await pi.browser.call(listCases, { params: { study: id }, query: {} })
  const codebook = added.version?.id ?? ''
  await pi.browser.call(assignCodings, {
    params: { study: id },
    body: { cases: cases.map((one) => one.id), people: [trainer.id, coder.id, trainee.id], codebookVersion: codebook },
  })
  return { id, codebook, cases: cases.map((one) => one.id), pi, trainer, coder, trainee }
}

let operations = 0
/** A fresh operation id, as a client makes it. */
export function newOperation(): ReturnType<TestPorts['id']> {
  operations += 1
  return fixedId(`operation ${operations}`)
}
