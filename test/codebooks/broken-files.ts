import { sample } from './sample.ts'

export type BrokenFile = {
  name: string
  /** Where the sample is changed, as in the fault's path. */
  at: string
  /** What stands there then; undefined takes the field away. */
  put: unknown
  /** Where the fault is reported, if not at the change. */
  path?: string
  /** Words of the message that the manual explains. */
  says: string
}

const long = 'x'.repeat(201)
/** A category above the given number of further levels. */
export const chain = (levels: number): unknown =>
  levels === 0 ? { id: 'leaf', label: 'leaf' } : { id: `n${levels}`, label: 'n', children: [chain(levels - 1)] }

/** Everything that can be wrong with the shape of a file. */
const shape: BrokenFile[] = [
  { name: 'another format', at: 'format', put: 'attune-codebook/2', says: 'Write "attune-codebook/1" here' },
  { name: 'a missing field', at: 'notice', put: undefined, says: 'This field is missing' },
  { name: 'a missing choice', at: 'material', put: undefined, says: 'This field is missing' },
  { name: 'an unknown field', at: 'variables[0].colour', put: 1, says: 'This field is not known here' },
  { name: 'an unknown field of the file', at: 'author', put: 'me', says: 'This field is not known here' },
  { name: 'a wrong type', at: 'variables[0].label', put: 5, says: 'Write a text in quotation marks here' },
  { name: 'null for a list', at: 'targets', put: null, says: 'Write a list in [ ] here' },
  { name: 'a text for a number', at: 'variables[0].min', put: '1', says: 'Write a number here' },
  { name: 'a text for a boolean', at: 'variables[0].required', put: 'yes', says: 'Write true or false here' },
  { name: 'a half alternative', at: 'variables[2].alternatives', put: 1.5, says: 'Write a whole number here' },
  { name: 'an unknown kind of variable', at: 'variables[0].kind', put: 'likert', says: 'Write "scale" or' },
  { name: 'an unknown no value', at: 'variables[0].noValue[0]', put: 'missing', says: 'Write "cannot-rate" or' },
  { name: 'capitals in an id', at: 'variables[0].id', put: 'Warmth', says: 'An id is lower-case letters' },
  { name: 'an id with a slot separator', at: 'targets[0].id', put: 'm@1', says: 'An id is lower-case letters' },
  { name: 'a reserved id', at: 'codes[1].id', put: 'constructor', says: 'This id is reserved' },
  {
    name: 'a blank in a category id deep in the tree',
    at: 'variables[2].categories[0].children[1].id',
    put: 'A 2',
    says: 'A category id is letters',
  },
  { name: 'an empty label', at: 'sections[0].label', put: ' ', says: 'This text is empty' },
  { name: 'a line break in a label', at: 'sections[0].label', put: 'a\nb', says: 'Keep it to one line' },
  { name: 'half a surrogate pair', at: 'description', put: 'a\uD800', says: 'This text holds a control character' },
  { name: 'a label of 201 characters', at: 'title', put: long, says: 'Write at most 200 characters here' },
  { name: 'a version of two numbers', at: 'version', put: '1.0', says: 'A version is three numbers' },
  { name: 'a thirteenth colour', at: 'codes[0].colour', put: 13, says: 'Write a number of at most 12 here' },
  { name: 'a colour as in CSS', at: 'codes[0].colour', put: '#ff0000', says: 'Write a number here' },
  { name: 'an episode without length', at: 'episodes[0].seconds', put: 0, says: 'Write a number above 0 here' },
  { name: 'a key of two letters', at: 'codes[0].key', put: 'ab', says: 'A key is one lower-case letter or digit' },
  {
    name: 'a classification of one class',
    at: 'variables[2].categories',
    put: [{ id: 'A', label: 'A' }],
    says: 'Give at least 2 entries here',
  },
]

/** Everything that can be wrong with the sense of a file. */
const sense: BrokenFile[] = [
  { name: 'a target twice', at: 'targets[1].id', put: 'mother', says: 'There already is a target' },
  { name: 'a variable twice', at: 'variables[1].id', put: 'warmth', says: 'There already is a variable' },
  { name: 'a code twice', at: 'codes[1].id', put: 'reach', says: 'There already is a code' },
  {
    name: 'a category twice, on different levels',
    at: 'variables[2].categories[0].children[0].children[0].id',
    put: 'B',
    path: 'variables[2].categories[1].id',
    says: 'There already is a category',
  },
  { name: 'an unknown section', at: 'variables[0].section', put: 'other', says: 'There is no section' },
  { name: 'an unknown target', at: 'variables[0].targets[0]', put: 'uncle', says: 'There is no target' },
  { name: 'a target named twice', at: 'variables[0].targets[1]', put: 'mother', says: 'There already is the target' },
  { name: 'an unknown episode', at: 'variables[3].episodes[0]', put: '9', says: 'There is no episode' },
  { name: 'an unknown subject', at: 'codes[0].subjects[0]', put: 'dog', says: 'There is no subject' },
  { name: 'a no value twice', at: 'variables[0].noValue[1]', put: 'cannot-rate', says: 'There already is the value' },
  {
    name: 'episodes of a case variable',
    at: 'variables[1].episodes',
    put: ['1'],
    says: 'does not apply to each episode',
  },
  {
    name: 'targets nowhere declared',
    at: 'targets',
    put: [],
    path: 'variables[0].appliesTo',
    says: 'The codebook declares no targets',
  },
  { name: 'a step that misses the end', at: 'variables[0].step', put: 0.3, says: 'one never arrives at' },
  { name: 'a step of zero', at: 'variables[0].step', put: 0, says: 'The step must be above 0' },
  {
    name: 'a scale upside down',
    at: 'variables[0].max',
    put: 0,
    path: 'variables[0].step',
    says: 'max must be above min',
  },
  {
    name: 'a scale of one point',
    at: 'variables[0].max',
    put: 1,
    path: 'variables[0].step',
    says: 'max must be above min',
  },
  { name: 'a step too fine', at: 'variables[0].step', put: 1e-7, says: 'digits behind the decimal point' },
  { name: 'too many points', at: 'variables[0].step', put: 0.001, says: 'points, at most 1001 are possible' },
  { name: 'an anchor off the scale', at: 'variables[0].anchors[0].point', put: 1.2, says: 'is no point of this scale' },
  {
    name: 'two anchors of one point',
    at: 'variables[0].anchors[1]',
    put: { point: 1, label: 'Again' },
    path: 'variables[0].anchors[1].point',
    says: 'There already is an anchor for point',
  },
  {
    name: 'a secondary class without room',
    at: 'variables[2].alternatives',
    put: 0,
    path: 'variables[2].categories[2].needsSecondary',
    says: 'A secondary class needs room',
  },
  {
    name: 'a secondary class nothing can be',
    at: 'variables[2].categories',
    put: ['A', 'B', 'D'].map((id) => ({ id, label: id, needsSecondary: id === 'D' })),
    path: 'variables[2].categories[2].needsSecondary',
    says: 'No category is marked "organised"',
  },
  {
    name: 'a tree of eleven levels',
    at: 'variables[2].categories[2].children',
    put: [chain(9)],
    path: 'variables[2].categories',
    says: 'lies deeper than 10 levels',
  },
  {
    name: 'a built-in collapse',
    at: 'variables[2].collapses[0].id',
    put: 'groups',
    says: 'has a collapse "groups" already',
  },
  { name: 'a collapse twice', at: 'variables[2].collapses[1].id', put: 'forced', says: 'There already is a collapse' },
  { name: 'a collapse of no category', at: 'variables[2].collapses[0].map.Z', put: 'A', says: 'There is no category' },
  {
    name: 'an undeclared outcome',
    at: 'variables[2].collapses[0].map.A1',
    put: 'Z',
    says: 'is not among the outcomes',
  },
  {
    name: 'a category without outcome',
    at: 'variables[2].collapses[1].map.A1',
    put: undefined,
    path: 'variables[2].collapses[1].map',
    says: 'The map says nothing about',
  },
  {
    name: 'null where only the first class counts',
    at: 'variables[2].collapses[2].map.B',
    put: null,
    says: 'Only a collapse of rule "forced"',
  },
  {
    name: 'an outcome nothing maps to',
    at: 'variables[2].collapses[0].outcomes[2]',
    put: { id: 'Z', label: 'Z' },
    path: 'variables[2].collapses[0].outcomes[2].id',
    says: 'No category is mapped to the outcome',
  },
  { name: 'advice on no scale', at: 'variables[1].advice[0].when.variable', put: 'class', says: 'There is no scale' },
  { name: 'advice never due', at: 'variables[1].advice[0].when.above', put: 14, says: 'can decide this' },
  {
    name: 'advice towards no classification',
    at: 'variables[1].advice[0].suggests.variable',
    put: 'warmth',
    says: 'There is no classification',
  },
  {
    name: 'advice towards no category',
    at: 'variables[1].advice[0].suggests.category',
    put: 'Z',
    says: 'has no category',
  },
  {
    name: 'advice across targets',
    at: 'variables[2].appliesTo',
    put: 'target',
    path: 'variables[1].advice[0].suggests.variable',
    says: 'apply to different things',
  },
  { name: 'a segment code on observations', at: 'codes[1].unit', put: 'segment', says: 'takes codes of unit' },
  { name: 'an event of no kind', at: 'codes[1].event', put: undefined, says: 'An event code says "point"' },
  { name: 'a key twice', at: 'codes[1].key', put: 'r', says: 'already belongs to' },
  {
    name: 'a code value off its step',
    at: 'codes[0].value.step',
    put: 3,
    path: 'codes[0].value',
    says: 'one never arrives at',
  },
  { name: 'a moment that excludes others', at: 'codes[0].exclusive', put: 'voice', says: 'Only states can exclude' },
  { name: 'a modifier twice', at: 'codes[1].modifiers[1].id', put: 'loudness', says: 'There already is a modifier' },
  {
    name: 'a value of a modifier twice',
    at: 'codes[1].modifiers[0].values[1].id',
    put: 'soft',
    says: 'There already is a value',
  },
  { name: 'an unknown code to sample', at: 'sampling[0].codes[0]', put: 'jump', says: 'There is no code' },
  { name: 'an unknown subject to sample', at: 'sampling[0].subjects[0]', put: 'dog', says: 'There is no subject' },
  { name: 'an unknown episode to sample', at: 'sampling[0].episodes[0]', put: '9', says: 'There is no episode' },
  {
    name: 'a sampling twice',
    at: 'sampling[1]',
    put: { id: 'looks', label: 'Again', method: 'whole', seconds: 5, codes: ['cry'], required: true },
    path: 'sampling[1].id',
    says: 'There already is a sampling',
  },
  {
    name: 'intervals of a text',
    at: 'material',
    put: 'transcript',
    path: 'sampling',
    says: 'Only observations are sampled by intervals',
  },
]

export const brokenFiles = [...shape, ...sense]

/** The sample with one place changed. */
export function changed(at: string, put: unknown): unknown {
  const book: unknown = sample()
  const steps = at.split(/[.[\]]+/).filter((step) => step !== '')
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>((value, step) => asRecord(value)[step], book)
  if (put === undefined) delete asRecord(parent)[last]
  else asRecord(parent)[last] = put
  return book
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('The path leads nowhere.')
  return value as Record<string, unknown>
}
