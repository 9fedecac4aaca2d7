import { type Figure, shareFigure } from '@attune/agreement'

/** How sure intervals of training are. */
export const confidence = 0.95

/** Items that agreed of those compared, as one figure with its interval. */
export function shareOf(
  agreed: number,
  compared: number,
  about: { readonly variable?: string; readonly label?: string; readonly cases?: number } = {},
): Figure {
  const { variable = null, label = '', cases = 0 } = about
  return shareFigure(
    { variable, label, measure: 'percent-agreement', collapse: null, confidence, cases },
    agreed,
    compared,
  )
}
