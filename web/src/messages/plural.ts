/** The words for one and for any other number; `#` stands for the number as the language writes it. */
export type Forms = { readonly one: string; readonly other: string }
export type Plural = (count: number, forms: Forms) => string

/** `plural(12, { one: '# case', other: '# cases' })` is `12 cases`, by the rules of one language. */
export function pluralIn(locale: string): Plural {
  const rules = new Intl.PluralRules(locale)
  const figures = new Intl.NumberFormat(locale)
  return (count, forms) =>
    (rules.select(count) === 'one' ? forms.one : forms.other).replaceAll('#', figures.format(count))
}
