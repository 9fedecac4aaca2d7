import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'

const contentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': contentSecurity,
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const

/** On every answer: page, file, refusal or failure. */
export function securityHeaders(isHttps: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) {
      // A piece of a recording brings a policy of its own, which allows still less.
      if (name !== 'Content-Security-Policy' || !c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    if (isHttps) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (c.req.path.startsWith('/api')) c.res.headers.set('Cache-Control', 'no-store')
  }
}

/**
 * A write must come from our own pages, whatever its content type: Hono's own protection lets a JSON body from elsewhere
 * through.
 */
export function refuseForeignOrigin(c: Context, origin: string): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  if (c.req.header('sec-fetch-site') === 'same-origin') return
  if (c.req.header('origin') === origin && c.req.header('sec-fetch-site') === undefined) return
  throw new Refusal('foreign-origin', `This request did not come from ${origin}.`)
}
