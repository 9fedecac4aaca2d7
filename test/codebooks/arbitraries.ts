import {
  type Category,
  type ClassificationVariable,
  type Codebook,
  checkValue,
  flattenCategories,
  type Variable,
} from '@attune/codebooks'

import fc from 'fast-check'

/** Any ranking the codebook allows for this classification, groups and subgroups alike. */
export function rankings(variable: ClassificationVariable): fc.Arbitrary<string[]> {
  const ids = flattenCategories(variable.categories).map((node) => node.category.id)
  return fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: variable.alternatives + 1 })
    .filter((classes) => checkValue(variable, { kind: 'class', classes }).length === 0)
}

/** min, max and step of a scale in whole units of 1, 0.5, 0.1 ... together with its points as written by hand. */
export const scales = fc
  .record({
    first: fc.integer({ min: -40, max: 40 }),
    step: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 2, max: 40 }),
    decimals: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ first, step, count, decimals }) => {
    const written = (whole: number) => Number(`${whole}e-${decimals}`)
    const points = Array.from({ length: count }, (_, index) => written(first + index * step))
    return { min: written(first), max: written(first + (count - 1) * step), step: written(step), points }
  })

/** A tree as nested counts of children: [[], [[], []]] is a leaf beside a group of two. */
type Shape = Shape[]
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof({ maxDepth: 4 }, fc.constant<Shape>([]), fc.array(tie('shape'), { maxLength: 3 })),
}))

function categoriesOf(shapes: Shape[], prefix: string): Category[] {
  return shapes.map((inner, index) => {
    const id = `${prefix}${index}`
    return { id, label: id, ...(inner.length > 0 ? { children: categoriesOf(inner, `${id}-`) } : {}) }
  })
}

const places = { section: 'main', required: true, noValue: ['cannot-rate' as const] }

/** Classifications with any tree and one collapse that maps the groups. */
export const classifications: fc.Arbitrary<ClassificationVariable> = fc
  .array(shape, { minLength: 2, maxLength: 4 })
  .map((shapes) => {
    const categories = categoriesOf(shapes, 'C')
    const outcomes = categories.map(({ id, label }) => ({ id, label }))
    return {
      ...places,
      id: 'class',
      label: 'Class',
      appliesTo: 'case',
      kind: 'classification',
      categories,
      alternatives: 1,
      collapses: [
        {
          id: 'by-group',
          label: 'By group',
          rule: 'first',
          map: Object.fromEntries(outcomes.map(({ id }) => [id, id])),
          outcomes,
        },
      ],
      rationale: 'optional',
    }
  })

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((candidate) => candidate.trim() !== '')

const variables: fc.Arbitrary<Variable> = fc.oneof(
  classifications,
  fc.tuple(scales, fc.constantFrom('case' as const, 'target' as const, 'episode' as const)).map(
    ([{ min, max, step }, appliesTo]): Variable => ({
      ...places,
      id: 'scale',
      label: 'Scale',
      appliesTo,
      kind: 'scale',
      min,
      max,
      step,
    }),
  ),
  fc
    .constantFrom('presence' as const, 'count' as const, 'duration' as const)
    .map((kind): Variable => ({ ...places, id: kind, label: kind, appliesTo: 'episode', kind })),
)

/** Valid codebooks of any trees, ranges and words. */
export const codebooks: fc.Arbitrary<Codebook> = fc
  .record({ title: text, description: text, label: text, drawn: fc.array(variables, { maxLength: 5 }) })
  .map(({ title, description, label, drawn }) => ({
    format: 'attune-codebook/1',
    id: 'drawn',
    version: '0.1.0-draft.1',
    title,
    description,
    citation: [description],
    notice: description,
    material: 'transcript',
    targets: [{ id: 'mother', label }],
    episodes: [{ id: '1', label, seconds: 0.5 }],
    subjects: [],
    sections: [{ id: 'main', label }],
    variables: drawn.map((variable, index) => ({ ...variable, id: `v${index}` })),
    codes: [{ id: 'code', label, unit: 'segment', colour: 7 }],
  }))
