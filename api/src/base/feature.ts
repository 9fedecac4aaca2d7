import type { Db, Write } from './database/database.ts'
import type { Log } from './log.ts'
import type { MediaFolder } from './media-folder.ts'
import type { Ports } from './ports.ts'

/** The ground every feature stands on. Reads go through `db`, writes through `write`, time and randomness through `ports`. */
export type Ground = {
  readonly db: Db
  readonly write: Write
  /** To be called after an erasure: see `OpenDatabase`. */
  readonly scrub: () => Promise<void>
  /** Where recordings lie that the lab keeps. */
  readonly media: MediaFolder
  readonly ports: Ports
  readonly log: Log
  /** Where links lead that people hand to each other; never taken from a request's Host header. */
  readonly origin: () => string
}
