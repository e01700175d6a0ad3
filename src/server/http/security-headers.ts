import type { MiddlewareHandler } from 'hono'

/** Nothing from elsewhere, nothing inline, no frame around us, forms to ourselves only (security design 3.6). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** Of a file that is handed out: should a browser ever show it after all, then as nobody's and with nothing it can do. */
const ofFiles = "default-src 'none'; sandbox"

const switchedOff = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

const always: readonly (readonly [string, string])[] = [
  ['content-security-policy', contentSecurityPolicy],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // Not `no-referrer`: then a form of ours says it comes from nowhere, and a browser too old for `Sec-Fetch-Site`
  // has nothing else to prove itself with. To other sites nothing goes.
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', switchedOff.map((feature) => `${feature}=()`).join(', ')],
]
const overTls = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const

/**
 * Puts the security headers on every answer, whoever made it. What says nothing about caching is not kept: only
 * built files, whose names hold a hash of what is in them, say that they may be.
 */
export function securityHeaders({ https }: { https: boolean }): MiddlewareHandler {
  const headers = https ? [...always, overTls] : always
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
    if (c.res.headers.get('content-disposition')?.startsWith('attachment'))
      c.res.headers.set('content-security-policy', ofFiles)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    c.res.headers.delete('x-powered-by')
  }
}
