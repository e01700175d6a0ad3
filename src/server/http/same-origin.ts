import type { MiddlewareHandler } from 'hono'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface WriteRequest {
  readonly method: string
  readonly path: string
  readonly fetchSite: string | null
  readonly origin: string | null
  readonly authorization: string | null
}

/**
 * May this request change something? Only if a page of ours sent it: the browser says so in `Sec-Fetch-Site`, or
 * in `Origin` where it is too old for that. Neither: no. The API takes a key and no cookie, so nobody's browser
 * can be made to use it for her.
 */
export function comesFromUs(request: WriteRequest, ownOrigin: string): boolean {
  if (safe.has(request.method)) return true
  if (request.path.startsWith('/api/') && request.authorization !== null) return true
  if (request.fetchSite !== null) return request.fetchSite === 'same-origin' || request.fetchSite === 'none'
  return request.origin === ownOrigin
}

const said =
  'Dit formulier kwam niet van deze site. Open de pagina opnieuw en probeer het daar.\nThis form did not come from this site. Open the page again and try from there.\n'

/** Refuses what another site makes somebody's browser send. */
export function sameOrigin({ url }: { url: string }): MiddlewareHandler {
  const ownOrigin = new URL(url).origin
  return async (c, next) => {
    const request = {
      method: c.req.method,
      path: c.req.path,
      fetchSite: c.req.header('sec-fetch-site') ?? null,
      origin: c.req.header('origin') ?? null,
      authorization: c.req.header('authorization') ?? null,
    }
    if (comesFromUs(request, ownOrigin)) return next()
    if (!c.req.path.startsWith('/api/')) return c.text(said, 403)
    const problem = { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'A key is needed.' }
    return c.body(JSON.stringify(problem), 403, { 'content-type': 'application/problem+json' })
  }
}
