/** What a call computed: ours and the floor's have to be the same numbers in the same order. */
export type Numbers = readonly number[]

/** A plain loop in C++, `floor/<kernel>.cpp`; typed arrays reach it as files, numbers as words of its command line. */
export interface Kernel {
  readonly kernel: string
  readonly input: readonly (number | NodeJS.TypedArray)[]
}

/** Any other floor, by its name: a page without the framework, a process that only reads. */
export interface NamedFloor {
  readonly name: string
  readonly run: () => Numbers | Promise<Numbers>
}

/** One size of a row, ready to be run again and again. */
export interface Task {
  readonly ours: () => Numbers | Promise<Numbers>
  readonly floor: Kernel | NamedFloor
  /** How far the numbers may differ, relative to the larger of 1 and their size; default 1e-9, `null` for draws of chance. */
  readonly tolerance?: number | null
  /** The first number of each side is the seconds it took by a clock of its own, such as a browser's; nothing is compared. */
  readonly clocksItself?: true
  /** What ours costs, where it is a process of its own, which this one cannot see. */
  readonly clock?: () => number
  /** MiB that ours holds at most where it is a process of its own, which this one cannot see. */
  readonly peak?: () => number | Promise<number>
  /** Ends whatever was started for it. */
  readonly end?: () => Promise<void>
}

export interface Size {
  readonly n: number
  /** The most ours may cost, in times of the floor; `null` where there is no promise. */
  readonly limit: number | null
}

/** One line of the bench: what is computed, at which sizes, and what it may cost. */
export interface Row {
  readonly what: string
  /** What n counts: items, samples, pairs. */
  readonly unit: string
  /** From small to large, so that growth can be read from the last two. */
  readonly sizes: readonly Size[]
  /** A size at which a test compares ours with the floor in a moment. */
  readonly small: number
  /** MiB of memory the first call may take above the loaded library, data included; default: no promise. */
  readonly memory?: number
  readonly prepare: (n: number) => Task | Promise<Task>
}
