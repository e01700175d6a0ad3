import type { HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { every } from 'hono/combine'
import { sameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

/** No request at all is larger than this, in bytes; pages and API set smaller limits of their own. */
const largestBody = 16 * 1024 * 1024

/** What every request passes before anything else looks at it. */
export const guarded = ({ url }: { url: string }): MiddlewareHandler =>
  every(securityHeaders({ url }), sameOrigin({ url }), limited)

const limit = bodyLimit({
  maxSize: largestBody,
  onError: (c) => c.text('Dit is te groot.\nThis is too large.\n', 413),
})
/**
 * What reads has no body to look for; looking for one makes every page slower. A form with a file is measured by the
 * page that asked for it (`pages/read-form.ts`), which can say so without losing what was typed beside it.
 */
const limited: MiddlewareHandler = (c, next) =>
  c.req.method === 'GET' || c.req.method === 'HEAD' || isFormWithFile(c.req) ? next() : limit(c, next)
const isFormWithFile = (request: HonoRequest): boolean =>
  !request.path.startsWith('/api/') && /^multipart\/form-data/i.test(request.header('content-type') ?? '')
