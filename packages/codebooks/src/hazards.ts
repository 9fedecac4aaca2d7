import { type Fault, formatPath, WHOLE_FILE } from './fault.ts'
import { LIMITS } from './limits.ts'
import { isBuiltInName } from './text.ts'

type Visit = { value: unknown; step: string | number; parent: Visit | null; depth: number }

/**
 * What must be known before any other code walks the value: field names that could reach into every
 * object of the program, nesting that would exhaust the stack, cycles, sheer mass. Never recurses.
 */
export function hazardsOf(root: unknown): Fault[] {
  const faults: Fault[] = []
  const queue: Visit[] = [{ value: root, step: '', parent: null, depth: 0 }]
  for (let visited = 0; visited < queue.length && faults.length < LIMITS.faults; visited += 1) {
    const visit = queue[visited]
    if (!visit || typeof visit.value !== 'object' || visit.value === null) continue
    if (visit.depth > LIMITS.nesting) {
      return [{ path: formatPath(stepsTo(visit)), message: 'The file is nested too deeply. Use fewer levels.' }]
    }
    for (const [key, value] of Object.entries(visit.value)) {
      const step = Array.isArray(visit.value) ? Number(key) : key
      const child = { value, step, parent: visit, depth: visit.depth + 1 }
      if (isBuiltInName(key)) {
        const message = `"${key}" is a reserved name. Rename or remove it.`
        faults.push({ path: formatPath(stepsTo(child)), message })
      } else queue.push(child)
    }
    if (queue.length > LIMITS.nodes) {
      return [{ path: WHOLE_FILE, message: `The file has more than ${LIMITS.nodes} entries. Shorten it.` }]
    }
  }
  return faults
}

const stepsTo = (visit: Visit): (string | number)[] =>
  visit.parent === null ? [] : [...stepsTo(visit.parent), visit.step]
