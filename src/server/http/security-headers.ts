import type { MiddlewareHandler } from 'hono'
import { paths } from '#pages/paths.ts'

/** Where browsers say what they refused to run or load. */
export const reportAddress = '/policy-reports'

/**
 * Nothing from elsewhere, nothing inline, no text made into HTML or script by a script, no frame around us, forms to
 * ourselves only (security design 3.6; decision 24).
 */
const policyWith = (worker: string, manifest: string, trustedTypes: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `worker-src ${worker}`,
    `manifest-src ${manifest}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
    // The older word, which every browser knows: with the newer one beside it Chromium leaves this one out, and sends later.
    `report-uri ${reportAddress}`,
  ].join('; ')
export const contentSecurityPolicy = policyWith("'none'", "'none'", "'none'")

/**
 * Of the one page that a phone keeps: it may have this worker and this manifest, by their whole addresses, and its script
 * may name the worker by a policy of its own, which gives no other address (decision 28).
 */
export const fieldPolicy = (origin: string): string =>
  policyWith(`${origin}${paths.field.keeper()}`, `${origin}${paths.field.manifest()}`, 'agenda')

/** Of a file that is handed out: should a browser ever show it after all, then as nobody's and with nothing it can do. */
const ofFiles = "default-src 'none'; sandbox"

/** All that browsers know, but for asking a passkey: that is ours to do. */
const switchedOff = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'web-share',
  'window-management',
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
export function securityHeaders({ url }: { url: string }): MiddlewareHandler {
  const https = url.startsWith('https:')
  const ofField = fieldPolicy(new URL(url).origin)
  const headers = https ? [...always, overTls] : always
  return async (c, next) => {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
    if (c.req.path.startsWith(paths.field.shell())) c.res.headers.set('content-security-policy', ofField)
    if (c.res.headers.get('content-disposition')?.startsWith('attachment'))
      c.res.headers.set('content-security-policy', ofFiles)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    c.res.headers.delete('x-powered-by')
  }
}
