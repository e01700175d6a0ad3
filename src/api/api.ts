import { Hono, type Context as HonoContext } from 'hono'
import type { Context } from '#usecases/context.ts'
import { serviceByKey } from '#usecases/service/recognise-service.ts'
import { mediaType, readBytes } from './body.ts'
import type { Endpoint, KeyedEndpoint } from './endpoint.ts'
import { endpoints } from './endpoints.ts'
import { postBundle } from './fhir/post-bundle.ts'
import { submissionKey } from './idempotency-key.ts'
import { BadRequest, problemJson, problemOf } from './problem.ts'
import { languageOf, sayIn } from './words.ts'

/** What the API needs from the composition floor. */
export interface ApiParts {
  context(requestId: string): Context
  newRequestId(): string
  /** Reports a bug: an error nobody expected. Never gets a request body. */
  trouble(requestId: string, error: unknown): void
}

/** The API of Naast: every endpoint of the table behind one door that knows who asks and how refusals look. */
export function apiOf(parts: ApiParts, table: readonly Endpoint[] = endpoints): Hono {
  const app = new Hono()
  for (const path of new Set(table.map((endpoint) => endpoint.path))) {
    const here = table.filter((endpoint) => endpoint.path === path)
    app.all(path, (c) => {
      const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
      return answered(parts, c, here.find((endpoint) => endpoint.method === method) ?? here)
    })
  }
  app.all('/api/*', (c) => answered(parts, c, []))
  app.notFound((c) => answered(parts, c, []))
  return app
}

/** Answers with the endpoint; with the ones that have this path but not this method, if that is what there is. */
async function answered(
  parts: ApiParts,
  c: HonoContext,
  found: Endpoint | readonly Endpoint[],
): Promise<Response> {
  const raw = c.req.raw
  const requestId = parts.newRequestId()
  const say = sayIn(languageOf(raw.headers.get('accept-language')))
  const fhir = new URL(raw.url).pathname.startsWith('/api/fhir/')
  const write = 'access' in found ? found.writeProblem : fhir ? postBundle.writeProblem : problem
  const answer = async (): Promise<Response> => {
    if ('access' in found)
      return found.access === 'open' ? found.answer() : await keyed(parts, c, found, requestId)
    if (found.length === 0) throw new BadRequest({ status: 404, code: 'not-found' })
    const allow = found.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ')
    throw new BadRequest({ status: 405, code: 'method-not-allowed', headers: { allow } })
  }
  try {
    return finished(await answer())
  } catch (error) {
    const known = problemOf(error)
    if (!known) parts.trouble(requestId, error)
    return finished(write(known ?? { status: 500, code: 'bug' }, raw, say, requestId))
  }
}
const problem: Endpoint['writeProblem'] = (what, _, say, requestId) => problemJson(what, say, requestId)

/** Authority first: nothing of a request is read before its key is known and fits. */
async function keyed(
  parts: ApiParts,
  c: HonoContext,
  endpoint: KeyedEndpoint,
  requestId: string,
): Promise<Response> {
  const raw = c.req.raw
  const context = parts.context(requestId)
  const service = await serviceByKey(context, raw.headers.get('authorization'), endpoint.scope)
  if (!service)
    throw new BadRequest({
      status: 401,
      code: 'unauthorized',
      headers: { 'www-authenticate': 'Bearer realm="naast"' },
    })
  const query = new URL(raw.url).searchParams
  checkQuery(query, endpoint)
  const body = endpoint.body && (await readBody(raw, endpoint.body))
  return endpoint.handle({
    context,
    actor: service.actor,
    today: service.today,
    sayToStaff: sayIn(service.language === 'en' ? 'en' : 'nl'),
    raw,
    params: c.req.param(),
    query,
    body,
    submission:
      endpoint.method === 'POST' ? submissionKey(raw.headers.get('idempotency-key'), context) : undefined,
    say: sayIn(languageOf(raw.headers.get('accept-language'))),
  })
}

function checkQuery(query: URLSearchParams, endpoint: KeyedEndpoint): void {
  const wrong = [...query].filter(([name, value]) => {
    const known = Object.hasOwn(endpoint.query, name) ? endpoint.query[name] : undefined
    return !known?.pattern.test(value) || query.getAll(name).length > 1
  })
  if (wrong.length === 0) return
  // Only names of ours are repeated: whatever else stood there is the sender's.
  const fields = Object.fromEntries(
    wrong.map(([name]) =>
      Object.hasOwn(endpoint.query, name) ? [name, 'not-valid'] : ['?', 'unknown-field'],
    ),
  )
  throw new BadRequest({ status: 400, code: 'unknown-parameter', fields })
}

async function readBody(raw: Request, { types, limit }: NonNullable<KeyedEndpoint['body']>) {
  const encoding = raw.headers.get('content-encoding')
  const type = mediaType(raw.headers.get('content-type'), types)
  if (type === null || (encoding !== null && encoding.toLowerCase() !== 'identity'))
    throw new BadRequest({
      status: 415,
      code: 'unsupported-media-type',
      headers: { 'accept-post': types.join(', ') },
    })
  const bytes = await readBytes(raw, limit)
  if (bytes === 'too-large') throw new BadRequest({ status: 413, code: 'too-large', values: { limit } })
  if (typeof bytes === 'string') throw new BadRequest({ status: 400, code: bytes })
  return { bytes, type }
}

/** What goes for every answer: nothing is kept on the way, and its type is what it says. */
function finished(response: Response): Response {
  response.headers.set('cache-control', 'no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('vary', 'Accept, Accept-Language, Authorization')
  return response
}
