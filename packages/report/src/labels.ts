import type { Result } from '@attune/agreement'

/** Coefficients in points of the scale; all others end at 1. */
export const IN_POINTS: ReadonlySet<string> = new Set(['bias', 'bland-altman', 'sem', 'mdc'])

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

export const labelOf = (title: string, result: Result) => [title, ...particulars(result)].join(', ')

/** What the title leaves open: form, weights, points, tolerance. */
function particulars({ options, details }: Result): string[] {
  const { form, model, weights, metric, k, variant, category, tolerance, step } = options
  const otherName = details?.shroutFleiss
  return [
    ...(form === undefined ? [] : [form]),
    ...(model === 'mixed' ? ['mixed model'] : []),
    ...(typeof otherName === 'string' ? [`Shrout-Fleiss ${otherName}`] : []),
    ...(weights === undefined || weights === 'identity'
      ? []
      : [typeof weights === 'string' ? `${weights} weights` : 'own weights']),
    ...(metric === undefined ? [] : [metric]),
    ...(k === undefined ? [] : [`k = ${k}`]),
    ...(variant === undefined ? [] : [variant]),
    ...(category === undefined ? [] : [category]),
    ...(step === undefined ? [] : [`step ${step}`]),
    ...(tolerance === undefined ? [] : [`tolerance ${tolerance}`]),
  ]
}

/** Each method with the coefficients that use it. */
export function grouped(pairs: readonly (readonly [method: string, user: string])[]): string {
  const users = new Map<string, Set<string>>()
  for (const [method, user] of pairs) users.set(method, (users.get(method) ?? new Set()).add(user))
  return [...users].map(([method, names]) => `${method} (${[...names].join('; ')})`).join('; ')
}
