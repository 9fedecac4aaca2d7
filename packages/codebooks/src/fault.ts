/** Something wrong, where it is (`variables[3].categories[0].id`) and what to do about it. */
export type Fault = { path: string; message: string }

/** Stands for a fault of the file as a whole. */
export const WHOLE_FILE = '(file)'

const PLAIN_KEY = /^[A-Za-z_][\w-]*$/

/** `variables[3].map["A/C"]` for ['variables', 3, 'map', 'A/C']. */
export function formatPath(steps: readonly PropertyKey[]): string {
  const path = steps.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    const key = String(step)
    if (!PLAIN_KEY.test(key)) return `${text}[${JSON.stringify(key.slice(0, 80))}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
  return path === '' ? WHOLE_FILE : path
}
