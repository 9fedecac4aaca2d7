/** The body of a reply that was checked against its schema and written where it was computed. */
export class Prepared {
  readonly body: Uint8Array<ArrayBuffer>

  constructor(body: Uint8Array<ArrayBuffer>) {
    this.body = body
  }
}
