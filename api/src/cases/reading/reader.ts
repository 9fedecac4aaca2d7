import type { ImportItem } from '@attune/contract'
import { readItem } from './read-item.ts'

/** The process that reads files and nothing else: see `apart.ts`. */
process.on('message', (item: ImportItem) => {
  void readItem(item).then((read) => process.send?.(read))
})
process.on('disconnect', () => process.exit())
