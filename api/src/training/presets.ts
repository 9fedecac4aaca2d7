import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Preset, preset } from '@attune/criteria'

/**
 * The criteria that are shipped, in the order of their file names.
 *
 * @param data the folder that holds `criteria/`.
 * @throws Error naming the file if one is not in the form of a preset.
 */
export function presetsIn(data: string): Preset[] {
  const folder = join(data, 'criteria')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const parsed = preset.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
      if (parsed.success) return parsed.data
      const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      throw new Error(`${name}: ${faults.join('; ')}`)
    })
}
