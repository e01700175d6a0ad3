import { Hono, type Context as HonoContext } from 'hono'
import { getCookie } from 'hono/cookie'
import { renderToString } from 'preact-render-to-string'
import type { InstallationWarning } from '#domain/installation/installation-warning.ts'
import { type Actor, isMemberWith, type MemberActor } from '#domain/member/actor.ts'
import type { ApiDescription } from '#domain/service/api-description.ts'
import { gateOf, type PasskeyDemand } from '#domain/sign-in/passkey-rule.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { formOf } from '#pages/form-data.ts'
import { neutralPlace } from '#pages/look/exit.tsx'
import {
  forbiddenPage,
  gatedFormPage,
  heldFormPage,
  notFoundPage,
  troublePage,
} from '#pages/look/failure-pages.tsx'
import { type Assets, Frame } from '#pages/look/frame.tsx'
import type { Answer, AnswerHeaders, AnyoneRequest, Host, Route } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import { readForm } from '#pages/read-form.ts'
import { bringsProof, freshProofPage, problemOfProof, proofField } from '#pages/sign-in/fresh-proof.tsx'
import { isLanguage, type Language } from '#pages/words/language.ts'
import { wordsIn } from '#pages/words/words.ts'
import type { Context } from '#usecases/context.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded, Refused } from '#usecases/failure.ts'
import type { Caller, SignIn } from '#usecases/sign-in/sign-in-port.ts'

/** Somebody who is signed in, as the session says. */
export interface Visitor {
  readonly actor: MemberActor
  readonly name: string
  readonly language: Language
  readonly host: Host
  /** A file that she has open in an emergency, until then. */
  readonly glass?: { readonly id: string; readonly until: Temporal.Instant } | null
  /** From which day a passkey is asked of her, and what that asks of this session. */
  readonly passkeysDue?: Temporal.PlainDate | null
  readonly demand?: PasskeyDemand
}

/** What the pages need from the composition floor. */
export interface SiteParts {
  readonly demo: boolean
  readonly assets: Assets
  /** Where 'leave this page' on a participant's pages goes; the weather unless set. */
  readonly exitTo?: string
  context(requestId: string): Context
  newRequestId(): string
  /** The signed-in member of this request; `null` if there is no live session. */
  signedIn(request: Request): Promise<Visitor | null>
  /** Signing in, out and up, for the pages that do it. */
  readonly signIn: SignIn
  /** The address this request came from, as far as the proxies in front are trusted. */
  network(c: HonoContext): string
  hostBySlug(slug: string): Promise<Host | null>
  /** What should be mended at the server, for who administers. */
  installation?: (() => readonly InstallationWarning[]) | undefined
  /** What the API says of itself; for the page that shows it. */
  api?(language: Language): ApiDescription
  /** Reports a bug: an error nobody expected. Never gets a request body. */
  trouble(requestId: string, error: unknown): void
}

const defaultBodyLimit = 64 * 1024

/** The pages of Naast: every route of the table behind one door that knows who asks and how refusals look. */
export function siteOf(parts: SiteParts, table: readonly Route[]): Hono {
  const app = new Hono()
  for (const route of table)
    for (const method of ['get', 'post'] as const) {
      const handler = route[method]
      if (!handler) continue
      app.on(method.toUpperCase(), route.path, async (c) => {
        const raw = c.req.raw
        const context = parts.context(parts.newRequestId())
        const failed = method === 'post' ? route.failed : undefined
        const signedOut = 'signedOut' in route ? route.signedOut : undefined
        const url = new URL(raw.url)
        let visitor: Visitor | null
        try {
          visitor = await parts.signedIn(raw)
        } catch (error) {
          if (!failed) throw error
          parts.trouble(context.requestId, error)
          const language = preferred(raw.headers.get('accept-language'))
          return respond(failed(wordsIn(language), 500), { parts, language, host: null, visitor: null, url })
        }
        const chosen = url.searchParams.get('lang') ?? visitor?.language ?? getCookie(c, 'lang')
        const language = isLanguage(chosen) ? chosen : preferred(raw.headers.get('accept-language'))
        const t = wordsIn(language)
        const staff = route.who !== 'public' && route.who !== 'anyone'
        const host = staff
          ? (visitor?.host ?? null)
          : await hostOf(parts, c.req.param('org')).catch((error) => {
              // The way out is open to anyone, also when nothing else works.
              if (route.who !== 'anyone') throw error
              parts.trouble(context.requestId, error)
              return null
            })
        let askWhoItIs: ((problem?: Problem) => Promise<Answer>) | null = null
        const gate = gateOf(visitor?.demand ?? 'none')
        const send = (answer: Answer) =>
          respond(gate ? apart(answer) : answer, {
            parts,
            language,
            host,
            visitor: staff ? visitor : null,
            url,
            now: context.now(),
          })
        try {
          if (staff && !visitor && method === 'get' && !signedOut) return c.redirect(paths.signIn(), 303)
          if (!knownIds(c.req.param())) throw new NotFound()
          const read =
            method === 'post'
              ? await readForm(raw, route.bodyLimit ?? defaultBodyLimit)
              : { form: formOf(null), tooLarge: false }
          if (read === 'unreadable') return send(troublePage(t, 'unreadable', context.requestId))
          if (read.tooLarge && !route.tooLarge) return send(troublePage(t, 'too-large', context.requestId))
          const { form } = read
          const caller: Caller = { cookie: raw.headers.get('cookie'), network: parts.network(c) }
          const asked: AnyoneRequest = {
            context,
            t,
            params: c.req.param(),
            query: url.searchParams,
            form,
            path: url.pathname,
            newKey: context.newId,
            signIn: parts.signIn,
            gate,
            api: parts.api,
            installation: parts.installation ?? (() => []),
            caller,
            pressed: raw.headers.get('sec-fetch-user') === '?1',
            exitTo: exitOf(parts, host),
          }
          if (staff && !visitor) {
            const answer = signedOut && (await signedOut[method](asked))
            if (answer) return send(answer)
            if (method === 'get') return c.redirect(paths.signIn(), 303)
            return send(heldFormPage(t, url.pathname, form, failed ? <Emergency t={t} /> : null))
          }
          if (gate && staff && !(route.gates ?? []).includes(gate)) {
            const to = gate === 'show' ? paths.showPasskey() : paths.account.passkeys()
            return method === 'get' ? c.redirect(to, 303) : send(gatedFormPage(t, url.pathname, { form, to }))
          }
          let actor = actorFor(route, host, gate && !staff ? null : visitor)
          askWhoItIs = async (problem = noProblem) =>
            freshProofPage({
              t,
              method,
              path: `${url.pathname}${url.search}`,
              form,
              ways: await parts.signIn.proofWays(caller),
              passkey: await parts.signIn.passkeyToProve(caller),
              problem,
            })
          if (actor?.kind === 'member' && bringsProof(form)) {
            const proof = await parts.signIn.freshProof(caller, form.text(proofField))
            if (proof !== 'proved') return send(await askWhoItIs(problemOfProof(proof)))
            actor = { ...actor, provedAt: context.now() }
          }
          const today = context
            .now()
            .toZonedDateTimeISO(host?.zone ?? 'UTC')
            .toPlainDate()
          // Each kind of route gets the request it asks for: `actorFor` has just made sure of that.
          const answering = (read.tooLarge && route.tooLarge) || handler
          return send(await answering({ ...asked, actor, host, today } as never))
        } catch (error) {
          if (error instanceof ProofNeeded && askWhoItIs) return send(await askWhoItIs())
          if (error instanceof NotFound) return send(failed ? failed(t, 404) : notFoundPage(t))
          if (error instanceof Forbidden) return send(failed ? failed(t, 403) : forbiddenPage(t))
          // A refusal that no form caught: the page has nothing to show it in, so it gets a page of its own.
          if (error instanceof Refused || error instanceof Invalid)
            return send(troublePage(t, 'refused', context.requestId, error))
          parts.trouble(context.requestId, error)
          return send(failed ? failed(t, 500) : troublePage(t, 'bug', context.requestId))
        }
      })
    }
  app.notFound((c) =>
    respond(notFoundPage(wordsIn(preferred(c.req.header('accept-language') ?? null))), {
      parts,
      language: preferred(c.req.header('accept-language') ?? null),
      host: null,
      visitor: null,
      url: new URL(c.req.url),
    }),
  )
  return app
}

/** Who asks, as far as this kind of route wants to know; throws `NotFound` for whoever it is not for. */
function actorFor(route: Route, host: Host | null, visitor: Visitor | null): Actor | null {
  if (route.who === 'anyone') return null
  if (!host) throw new NotFound()
  if (route.who === 'public') {
    // One who refers and is signed in sends as herself, so that she can follow what became of it.
    const own = visitor?.actor.orgId === host.orgId && route.door === 'professional' ? visitor.actor : null
    return own && isMemberWith(own, 'referrer')
      ? own
      : { kind: 'visitor', orgId: host.orgId, door: route.door }
  }
  if (!visitor || !isMemberWith(visitor.actor, ...route.who)) throw new NotFound()
  return visitor.actor
}

/** As long as nothing else opens, no rail shows the way to it. */
const apart = (answer: Answer): Answer =>
  answer.kind === 'page' ? { ...answer, frame: answer.frame ?? 'public' } : answer

/** An id that is no id points at nothing; it never reaches a query. */
const knownIds = (params: Record<string, string>): boolean =>
  Object.entries(params).every(
    ([name, value]) => !/^id$|Id$/.test(name) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  )

/** Where 'leave this page' ends: the organisation's own choice, the installation's, or the weather. */
const exitOf = (parts: SiteParts, host: Host | null): string => host?.exitUrl ?? parts.exitTo ?? neutralPlace

const hostOf = async (parts: SiteParts, slug: string | undefined) => (slug ? parts.hostBySlug(slug) : null)

const preferred = (header: string | null): Language => (/^\s*en\b/i.test(header ?? '') ? 'en' : 'nl')

interface Around {
  parts: SiteParts
  language: Language
  host: Host | null
  visitor: Visitor | null
  url: URL
  now?: Temporal.Instant
}

function respond(answer: Answer, around: Around): Response {
  const own = answer.kind === 'file' ? [] : (answer.headers ?? [])
  if (answer.kind === 'redirect')
    return new Response(null, { status: 303, headers: [...pairs(own), ['location', answer.to]] })
  if (answer.kind === 'file')
    return new Response(answer.body as BodyInit, {
      headers: {
        'content-type': answer.type,
        'content-disposition': `attachment; filename="${answer.name}"`,
      },
    })
  const { parts, language, host, visitor, url, now } = around
  const html = renderToString(
    <Frame
      t={wordsIn(language)}
      host={host}
      demo={parts.demo}
      assets={parts.assets}
      path={url.pathname}
      // Said once, of what was just done; not again above a form that came back.
      said={answer.status === undefined ? url.searchParams.get('said') : null}
      who={visitor && { name: visitor.name, roles: visitor.actor.roles }}
      glass={visitor?.glass && now ? openGlass(visitor.glass, now) : null}
      passkeyBy={visitor?.demand === 'soon' ? (visitor.passkeysDue ?? null) : null}
      answer={answer}
      exitTo={exitOf(parts, host)}
    />,
  )
  return new Response(`<!doctype html>${html}`, {
    status: answer.status ?? 200,
    // A page about people stays in no cache: nothing is left on a borrowed or shared phone.
    // It varies with how it may be packed; said here, the packer needn't open the answer to say it.
    headers: [
      ...pairs(own),
      ['content-type', 'text/html; charset=utf-8'],
      ['cache-control', 'no-store'],
      ['vary', 'accept-encoding'],
    ],
  })
}

/** How many minutes are left, the last one counted whole; nothing once it is over. */
function openGlass({ id, until }: { id: string; until: Temporal.Instant }, now: Temporal.Instant) {
  const minutes = Math.ceil(now.until(until).total('minutes'))
  return minutes > 0 ? { id, minutes } : null
}

const pairs = (headers: AnswerHeaders): [string, string][] => headers.map(([name, value]) => [name, value])
