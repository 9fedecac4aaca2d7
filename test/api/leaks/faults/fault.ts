import type { Lab, LabOptions } from '../../support/lab.ts'

/** A mistake that somebody could make one day, put in on purpose. */
export type Fault = {
  readonly says: string
  readonly caughtBy: 'matrix' | 'worlds'
  readonly options: LabOptions
  readonly wrap?: (lab: Lab) => Lab
}

/** Faults in queries and answers wait until the world is built: it could not be built with some of them. */
export const trap = { isArmed: false }
