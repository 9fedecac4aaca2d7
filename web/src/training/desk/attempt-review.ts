import type { Reply, readAttemptReview } from '@attune/contract'

/** One attempt as its trainer sees it. */
export type AttemptReview = Reply<typeof readAttemptReview>
