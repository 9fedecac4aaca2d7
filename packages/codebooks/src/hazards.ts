import { type Fault, formatPath } from './fault.ts'
import { LIMITS } from './limits.ts'
import { isBuiltInName } from './text.ts'

type Visit = { value: unknown; steps: (string | number)[] }

/**
 * What must be known before any other code walks the value: field names that could reach into every
 * object of the program, nesting that would exhaust the stack, cycles, sheer mass. Never recurses.
 */
export function hazardsOf(root: unknown): Fault[] {
  const faults: Fault[] = []
  const queue: Visit[] = [{ value: root, steps: [] }]
  for (let visited = 0; visited < queue.length && faults.length < LIMITS.faults; visited += 1) {
    const { value, steps } = queue[visited] ?? { value: null, steps: [] }
    if (typeof value !== 'object' || value === null) continue
    if (steps.length > LIMITS.nesting) {
      return [{ path: formatPath(steps), message: 'The file is nested too deeply. Use fewer levels.' }]
    }
    for (const [key, child] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key
      if (isBuiltInName(key)) {
        faults.push({
          path: formatPath([...steps, step]),
          message: `"${key}" is a reserved name. Rename or remove it.`,
        })
      } else queue.push({ value: child, steps: [...steps, step] })
    }
    if (queue.length > LIMITS.nodes) {
      return [{ path: formatPath([]), message: `The file has more than ${LIMITS.nodes} entries. Shorten it.` }]
    }
  }
  return faults
}
