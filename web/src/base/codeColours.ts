/** Beside the colour every code carries a letter and a kind of line: colour is never the only sign. */
export type CodePattern = 'solid' | 'dashed' | 'dotted' | 'double' | 'wavy'
type Oklch = readonly [lightness: number, chroma: number, hue: number]
export type CodeColour = {
  readonly number: number
  readonly name: string
  readonly letter: string
  readonly pattern: CodePattern
  readonly light: Oklch
  readonly dark: Oklch
}

/**
 * Twelve colours, chosen by search so that the nearest two stay far apart in OKLab for full vision, deuteranopia and
 * protanopia, in both themes, and each reaches 3 : 1 on every surface. Neighbouring numbers are far apart in hue.
 * `styles/code-colours.css` says the same; a test holds the two together and measures all of this.
 */
export const codeColours: readonly CodeColour[] = [
  { number: 1, name: 'Prussian', letter: 'A', pattern: 'solid', light: [0.44, 0.09, 237], dark: [0.78, 0.13, 231] },
  { number: 2, name: 'Moss', letter: 'B', pattern: 'dashed', light: [0.54, 0.11, 111], dark: [0.9, 0.19, 105] },
  { number: 3, name: 'Violet', letter: 'C', pattern: 'dotted', light: [0.36, 0.19, 303], dark: [0.56, 0.09, 309] },
  { number: 4, name: 'Teal', letter: 'D', pattern: 'double', light: [0.5, 0.07, 171], dark: [0.8, 0.09, 165] },
  { number: 5, name: 'Wine', letter: 'E', pattern: 'wavy', light: [0.4, 0.07, 3], dark: [0.56, 0.11, 27] },
  { number: 6, name: 'Sky', letter: 'F', pattern: 'solid', light: [0.64, 0.17, 267], dark: [0.68, 0.17, 249] },
  { number: 7, name: 'Ochre', letter: 'G', pattern: 'dashed', light: [0.44, 0.09, 87], dark: [0.66, 0.15, 63] },
  { number: 8, name: 'Plum', letter: 'H', pattern: 'dotted', light: [0.32, 0.13, 333], dark: [0.68, 0.07, 351] },
  { number: 9, name: 'Lagoon', letter: 'I', pattern: 'double', light: [0.58, 0.09, 207], dark: [0.9, 0.09, 207] },
  { number: 10, name: 'Umber', letter: 'J', pattern: 'wavy', light: [0.32, 0.09, 45], dark: [0.78, 0.15, 57] },
  { number: 11, name: 'Cobalt', letter: 'K', pattern: 'solid', light: [0.5, 0.19, 273], dark: [0.56, 0.19, 273] },
  { number: 12, name: 'Leaf', letter: 'L', pattern: 'dashed', light: [0.62, 0.09, 147], dark: [0.92, 0.13, 147] },
]

/** The colour of a code by the number in the codebook. */
export function codeColour(number: number): CodeColour {
  const found = codeColours[(number - 1) % codeColours.length]
  if (!found) throw new RangeError(`There is no code colour ${number}: 1 to ${codeColours.length}.`)
  return found
}
