/** Colour arithmetic for the tests of the palette: OKLCH to linear sRGB, dichromatic vision, contrast, distance. */
type Triple = readonly [number, number, number]

export function linearOf([lightness, chroma, hue]: Triple): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ]
}

function labOf([red, green, blue]: Triple): Triple {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ]
}

/** Machado, Oliveira and Fernandes (2009), severity 1, in linear sRGB. */
const visions = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
} as const satisfies Record<string, readonly Triple[]>
export type Vision = keyof typeof visions

/** Distance in OKLab of two colours as somebody with this vision sees them. */
export function distance(one: Triple, other: Triple, vision: Vision): number {
  const [a, b] = [one, other].map((colour) => labOf(seen(linearOf(colour), vision)))
  return Math.hypot(...[0, 1, 2].map((at) => (a?.[at] ?? 0) - (b?.[at] ?? 0)))
}

function seen(linear: Triple, vision: Vision): Triple {
  const [red, green, blue] = visions[vision].map((row) =>
    Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])),
  )
  return [red ?? 0, green ?? 0, blue ?? 0]
}

/** Contrast as WCAG 2 defines it. */
export function contrast(one: Triple, other: Triple): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Triple): number {
  const [red, green, blue] = linearOf(colour).map((value) => Math.min(1, Math.max(0, value)))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

export function isInGamut(colour: Triple): boolean {
  return linearOf(colour).every((value) => value > -0.001 && value < 1.001)
}

export type Theme = 'light' | 'dark'

/** The custom properties of a sheet that are written `light-dark(oklch(…), oklch(…))`. */
export function readTokens(sheet: string): Map<string, Record<Theme, Triple>> {
  const pattern = /(--[\w-]+):\s*light-dark\(\s*oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\s*\)/g
  const tokens = new Map<string, Record<Theme, Triple>>()
  for (const [, name = '', light = '', dark = ''] of sheet.matchAll(pattern)) {
    tokens.set(name, { light: triple(light), dark: triple(dark) })
  }
  return tokens
}

function triple(text: string): Triple {
  const [lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN] = text.split(/[\s/]+/).map(Number)
  return [lightness, chroma, hue]
}
