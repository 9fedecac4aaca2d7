import type { Influence } from '@attune/agreement'
import type { Group } from '@attune/report'

/** One coefficient of one comparison, and what it would be without each item and each rater. */
export interface Influenced extends Group {
  readonly influence: Influence
  /** What `influence.items` are. */
  readonly units: 'item' | 'document' | 'cluster' | 'block'
}
