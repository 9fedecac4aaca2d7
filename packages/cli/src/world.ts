/** Something that is written piece by piece: a file that is whole in the end or not there, or standard output. */
export interface Output {
  readonly write: (bytes: Uint8Array) => void
  readonly finish: () => void
  /** Leaves nothing behind. */
  readonly abandon: () => void
}

/** What the program may touch; `main.ts` gives it the real thing, tests give it what they like. */
export interface World {
  /** Bytes of a file; `-` is standard input. @throws Refusal if it cannot be read. */
  readonly read: (path: string) => Promise<Uint8Array>
  /** The same piece by piece; a piece is overwritten by the next. @throws Refusal if it cannot be read. */
  readonly pieces: (path: string) => AsyncIterable<Uint8Array>
  /** Names of the `.json` files of a folder, in order. @throws Refusal if it is none. */
  readonly jsonFiles: (folder: string) => Promise<readonly string[]>
  /** A whole file or none: it is never seen half written. @throws Refusal if it exists and may not be replaced. */
  readonly write: (path: string, text: string, replace: boolean) => Promise<void>
  /** A file for much; `-` is standard output. @throws Refusal if it exists and may not be replaced. */
  readonly create: (path: string, replace: boolean) => Output
  /** Results. */
  readonly print: (text: string) => void
  /** Everything that is not a result. */
  readonly say: (text: string) => void
  /** What takes so long, for somebody who waits at a terminal; shown in one line that is taken away again. */
  readonly progress: (text: string) => void
  /** What time it is. */
  readonly now: () => Date
  /** Whether results go to a terminal that shows colour. */
  readonly colour: boolean
  /** The reference cases that came with this installation. */
  readonly references: string
}

/** Ends of the program, as scripts see them. */
export const EXIT = { done: 0, no: 1, refused: 2, broken: 3 } as const
