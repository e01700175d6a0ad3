import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Log } from '#server/log.ts'

/** Of one process in a minute no more: a page that is broken, or somebody who sends them for fun, fills no disk. */
const mostAMinute = 20
const largest = 32 * 1024

/** As browsers send them; nothing else of it is read. */
const sent = z.object({
  'csp-report': z.object({
    'document-uri': z.string(),
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
  }),
})

export interface PolicyReport {
  readonly directive: string
  /** The route, not the address: no id of anybody. */
  readonly page: string
}

export function readReport(text: string, routes: readonly string[]): PolicyReport | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const report = sent.safeParse(json).data?.['csp-report']
  if (!report) return null
  const said = report['effective-directive'] ?? report['violated-directive'] ?? ''
  return {
    directive: /^[a-z][a-z-]{2,40}/.exec(said)?.[0] ?? 'unknown',
    page: routeOf(report['document-uri'], routes),
  }
}

function routeOf(url: string, routes: readonly string[]): string {
  const path = URL.canParse(url) ? new URL(url).pathname : null
  const parts = path?.split('/') ?? []
  const fits = (route: string) => {
    const wanted = route.split('/')
    return (
      wanted.length === parts.length && wanted.every((part, at) => part.startsWith(':') || part === parts[at])
    )
  }
  // Of two that fit, the one with fewer blanks: `/members/invite` is no `/members/:id`.
  const blanks = (route: string) => route.split(':').length
  return routes.filter(fits).toSorted((a, b) => blanks(a) - blanks(b))[0] ?? 'elsewhere'
}

/** Keeps in the log that a browser refused something, by its rule and the kind of page; nothing of whose page it was. */
export function policyReports(parts: {
  readonly routes: readonly string[]
  readonly tell: Log['info'] | undefined
  readonly now: () => Temporal.Instant
}) {
  let minute = 0
  let told = 0
  const take = async (c: Context): Promise<Response> => {
    const now = Math.floor(parts.now().epochMilliseconds / 60_000)
    if (now !== minute) [minute, told] = [now, 0]
    const report = readReport(await c.req.text(), parts.routes)
    if (report && told < mostAMinute) {
      told += 1
      parts.tell?.('policy report', { ...report })
    }
    return new Response(null, { status: 204 })
  }
  return [bodyLimit({ maxSize: largest, onError: () => new Response(null, { status: 413 }) }), take] as const
}
