/** What stands behind a form: are raters crossed with items, are they a sample, is one rating or their mean meant? */
export interface IccForm {
  /** McGraw and Wong's name. */
  readonly form: 'ICC(1)' | 'ICC(k)' | 'ICC(A,1)' | 'ICC(A,k)' | 'ICC(C,1)' | 'ICC(C,k)'
  readonly type: 'oneway' | 'agreement' | 'consistency'
  readonly unit: 'single' | 'mean'
  /** `oneway`: each item has raters of its own; `random`: raters are a sample; `mixed`: they are the only ones of interest. */
  readonly model: 'oneway' | 'random' | 'mixed'
  /** McGraw and Wong's case, with and without interaction of raters and items. */
  readonly cases: string
  /** The name of Shrout and Fleiss, where they have one. */
  readonly shroutFleiss: string | null
}

type Bare = Omit<IccForm, 'cases'>

const forms: readonly Bare[] = [
  { form: 'ICC(1)', type: 'oneway', unit: 'single', model: 'oneway', shroutFleiss: 'ICC(1,1)' },
  { form: 'ICC(k)', type: 'oneway', unit: 'mean', model: 'oneway', shroutFleiss: 'ICC(1,k)' },
  { form: 'ICC(A,1)', type: 'agreement', unit: 'single', model: 'random', shroutFleiss: 'ICC(2,1)' },
  { form: 'ICC(A,k)', type: 'agreement', unit: 'mean', model: 'random', shroutFleiss: 'ICC(2,k)' },
  { form: 'ICC(C,1)', type: 'consistency', unit: 'single', model: 'random', shroutFleiss: null },
  { form: 'ICC(C,k)', type: 'consistency', unit: 'mean', model: 'random', shroutFleiss: null },
  { form: 'ICC(A,1)', type: 'agreement', unit: 'single', model: 'mixed', shroutFleiss: null },
  { form: 'ICC(A,k)', type: 'agreement', unit: 'mean', model: 'mixed', shroutFleiss: null },
  { form: 'ICC(C,1)', type: 'consistency', unit: 'single', model: 'mixed', shroutFleiss: 'ICC(3,1)' },
  { form: 'ICC(C,k)', type: 'consistency', unit: 'mean', model: 'mixed', shroutFleiss: 'ICC(3,k)' },
]

const cases = { oneway: '1', random: '2, 2A', mixed: '3, 3A' }

/** The ten forms of McGraw and Wong (1996): two one-way, four with raters as a sample, four with fixed raters. */
export const iccForms: readonly IccForm[] = forms.map((form) => ({ ...form, cases: cases[form.model] }))

/** Forms by each of their names; a name may stand for both models. */
const byName = new Map<string, IccForm[]>()
for (const form of iccForms) {
  for (const name of new Set([form.form, form.shroutFleiss ?? form.form])) {
    byName.set(name, [...(byName.get(name) ?? []), form])
  }
}

/** Other spellings of the six names, and the name under which Shrout and Fleiss know one of the ten. */
const aliases: Record<string, string> = { 'ICC(1,1)': 'ICC(1)', 'ICC(1,k)': 'ICC(k)' }

/**
 * Finds the form by the name of McGraw and Wong ('ICC(A,1)') or of Shrout and Fleiss ('ICC(2,1)').
 *
 * @param model tells the random from the mixed model where a name stands for both; default random. Estimates, tests
 *   and intervals of the two are the same, what they may be generalised to is not.
 * @throws RangeError if there is no such form, or it does not belong to that model.
 */
export function findIccForm(name: string, model?: 'random' | 'mixed'): IccForm {
  const wanted = aliases[name] ?? name
  const named = byName.get(wanted) ?? []
  const [first] = named
  if (first === undefined) {
    throw new RangeError(`There is no form "${name}"; there are ${[...byName.keys()].join(', ')}.`)
  }
  if (first.model === 'oneway' || model === undefined) return first
  const fitting = named.find((form) => form.model === model)
  if (fitting === undefined)
    throw new RangeError(`${name} is a form of the ${first.model} model, not of the ${model} one.`)
  return fitting
}
