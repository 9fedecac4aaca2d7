import type { Context } from 'hono'

/**
 * A piece of a recording on its way to a player. The type is fixed and nothing in it may act as a page: opened by itself it
 * lies in a sandbox that may do nothing.
 */
export class Streamed {
  readonly #piece: { readonly type: string; readonly from: number; readonly to: number; readonly size: number }
  readonly #bytes: ReadableStream<Uint8Array>

  /** @param piece bytes `from` up to and with `to` of `size`. */
  constructor(
    piece: { readonly type: string; readonly from: number; readonly to: number; readonly size: number },
    bytes: ReadableStream<Uint8Array>,
  ) {
    this.#piece = piece
    this.#bytes = bytes
  }

  answer(c: Context): Response {
    const { type, from, to, size } = this.#piece
    return c.body(this.#bytes, 206, {
      'Content-Type': type,
      'Content-Length': String(to - from + 1),
      'Content-Range': `bytes ${from}-${to}/${size}`,
      'Accept-Ranges': 'bytes',
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  }
}
