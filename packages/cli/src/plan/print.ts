import { writeCsv } from '@attune/exchange'
import { figure } from '@attune/report'
import type { Format } from '../agreement/request.ts'
import type { Grid } from '../print/grid.ts'
import { sheet } from '../print/sheet.ts'
import { VERSION } from '../version.ts'
import type { World } from '../world.ts'
import type { Design } from './design.ts'

/** A design in the format that was asked for. */
export function printDesign(design: Design, format: Format, world: World): void {
  const { title, of, options, size, items, chance, curve, source } = design
  if (format === 'json') {
    const found = { items, exact: size?.exact ?? null, [of ?? 'power']: chance }
    const drawn = curve.map((point) => ({ items: point.items, [of ?? 'power']: point.chance }))
    world.print(
      `${JSON.stringify({ attune: VERSION, plan: title, options, ...found, curve: drawn, source }, null, 2)}\n`,
    )
  } else if (format === 'csv') {
    const names = Object.keys(options)
    const values = Object.values(options).map((value) => (typeof value === 'object' ? value.join('; ') : value))
    world.print(
      writeCsv(
        ['plan', ...names, 'items', 'exact', `reached_${of ?? 'power'}`, 'source', 'attune_version'],
        [[title, ...values, items, size?.exact ?? null, chance, source, VERSION]],
      ),
    )
  } else {
    const style = { markdown: format === 'markdown', colour: world.colour }
    const grid: Grid = {
      columns: ['items', of ?? ''],
      rows: curve.map((point) => [String(point.items), figure(point.chance, true)]),
      right: new Set(['items', of ?? '']),
    }
    const parts = [[sentence(design)], ...(curve.length === 0 ? [] : [grid]), [source]]
    world.print(sheet(`attune ${VERSION}: ${title}`, parts, style))
  }
}

function sentence({ of, options, size, items, chance }: Design): string {
  const said = Object.entries(options)
    .filter(([name]) => size !== null || name !== of)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? value.join(', ') : value}`)
    .join('; ')
  if (size !== null) return `${items} items are needed (${said}).`
  return `${items} items have ${of} ${figure(chance ?? 0, true)} (${said}).`
}
