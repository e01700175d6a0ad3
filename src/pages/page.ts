import type { ComponentChildren } from 'preact'
import type { InstallationWarning } from '#domain/installation/installation-warning.ts'
import type { Actor, MemberActor, PublicDoor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import type { Words } from '#domain/programme/provenance.ts'
import type { ApiDescription } from '#domain/service/api-description.ts'
import type { PasskeyGate } from '#domain/sign-in/passkey-rule.ts'
import type { Form } from '#pages/form-data.ts'
import type { Language } from '#pages/words/language.ts'
import type { T } from '#pages/words/words.ts'
import type { Context } from '#usecases/context.ts'
import type { Caller, SignIn } from '#usecases/sign-in/sign-in-port.ts'

/** The organisation whose pages these are. */
export interface Host {
  readonly orgId: string
  readonly name: string
  readonly slug: string
  readonly theme: string
  readonly zone: string
  /** Where 'leave this page' leads, if the organisation chose a place. */
  readonly exitUrl?: string | null
  /** What its programmes call all who stand beside somebody; none if they don't agree on one. */
  readonly workers?: Words | null
}

/** One request, as a page sees it. Everything a page does goes through use cases with `context` and `actor`. */
export interface PageRequest<A extends Actor = Actor> {
  readonly context: Context
  readonly actor: A
  readonly host: Host
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: Form
  readonly path: string
  /** A new submission key for a form on this page. */
  readonly newKey: () => string
  readonly signIn: SignIn
  /** What is asked of her before anything else opens; `null` almost always. */
  readonly gate: PasskeyGate | null
  /** From where this request comes; for `signIn`. */
  readonly caller: Caller
  /** What the API says of itself, in this language; not every site has one. */
  readonly api?: ((language: Language) => ApiDescription) | undefined
  /** What should be mended at the server, as it is now. */
  readonly installation: () => readonly InstallationWarning[]
  /** Where 'leave this page' ends. */
  readonly exitTo: string
  /** The browser says that somebody pressed something for this (`Sec-Fetch-User`); not every browser ever says so. */
  readonly pressed: boolean
}
/** A request before there is an actor or an organisation: somebody who is about to sign in. */
export type AnyoneRequest = Omit<PageRequest, 'actor' | 'host' | 'today'>
export type StaffRequest = PageRequest<MemberActor>

/** What a route answers with: a page in the frame, a page of its own, a redirect or a file. */
export type Answer = PageAnswer | RedirectAnswer | FileAnswer

export interface PageAnswer {
  readonly kind: 'page'
  readonly title: string
  readonly body: ComponentChildren
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500
  /**
   * `staff`: rail and all. `public`: name of the organisation. `participant`: neutral, with quick exit, no script.
   * `paper`: to be printed, with nothing on it that tells whose it is.
   */
  readonly frame?: 'staff' | 'public' | 'participant' | 'paper'
  /** Which word of the rail is 'here'; default: found from the path. */
  readonly place?: string
  /** Names of islands this page wants, only loaded with script on. */
  readonly islands?: readonly string[]
  /** Without script the page is asked for again after so many seconds; with script an island does what is needed. */
  readonly refreshSeconds?: number
  /** May be put on a phone's first screen, under a name that tells nothing. Never a participant's page. */
  readonly app?: boolean
  readonly headers?: AnswerHeaders
  /** A participant's page that holds what opens it again: leaving gives that back, to this address of ours. */
  readonly leaving?: {
    readonly action: string
    readonly token: string
    /** Where it ends, if her organisation chose a place. */
    readonly to: string | null
  }
}
/** Headers of one answer's own: cookies to keep, data to clear. */
export type AnswerHeaders = readonly (readonly [name: string, value: string])[]

export interface RedirectAnswer {
  readonly kind: 'redirect'
  readonly to: string
  readonly headers?: AnswerHeaders
}
export interface FileAnswer {
  readonly kind: 'file'
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

type Handler<Request> = (request: Request) => Promise<Answer>

interface Doors<Request> {
  readonly path: string
  readonly get?: Handler<Request>
  readonly post?: Handler<Request>
  /**
   * What is shown when a form of this page can't be taken, whatever the reason: also when nobody can be recognised. For
   * pages on which somebody may be in danger.
   */
  readonly failed?: (t: T, status: 403 | 404 | 500) => PageAnswer
  /** Largest body in bytes; 64 KiB unless said. */
  readonly bodyLimit?: number
  /** What is shown when more than that came, with what was typed before the file in the form. */
  readonly tooLarge?: Handler<Request>
}
/** A page for people who signed in with one of these roles. */
export interface StaffRoute extends Doors<PageRequest<MemberActor>> {
  readonly who: readonly Role[]
  /**
   * What is answered when nobody is signed in; `null`: what any page answers then. For what mustn't wait for a password
   * on a staircase.
   */
  readonly signedOut?: Record<'get' | 'post', (request: AnyoneRequest) => Promise<Answer | null>>
  /** Open too while a passkey is asked of her first, in these ways; everything else leads to where she shows or makes one. */
  readonly gates?: readonly PasskeyGate[]
}
/** A page anyone may open; its path names the organisation with `:org`. */
export interface PublicRoute extends Doors<PageRequest> {
  readonly who: 'public'
  readonly door: PublicDoor
}
/** A page of no organisation at all: signing in, taking up an invitation, the first run. */
export interface AnyoneRoute extends Doors<AnyoneRequest> {
  readonly who: 'anyone'
}
export type Route = StaffRoute | PublicRoute | AnyoneRoute

export const staffRoute = (route: StaffRoute): Route => route
export const publicRoute = (route: PublicRoute): Route => route
export const anyoneRoute = (route: Omit<AnyoneRoute, 'who'>): Route => ({ ...route, who: 'anyone' })

export const page = (title: string, body: ComponentChildren, more: Partial<PageAnswer> = {}): PageAnswer => ({
  kind: 'page',
  title,
  body,
  ...more,
})

/** After a form was handled: go there (303). `said` is a word key shown once on the next page; never a person. */
export const seeOther = (path: string, said?: string): RedirectAnswer => ({
  kind: 'redirect',
  to: said ? `${path}${path.includes('?') ? '&' : '?'}said=${encodeURIComponent(said)}` : path,
})

/** The same answer, with cookies for the browser to keep. */
export const withCookies = <A extends PageAnswer | RedirectAnswer>(
  answer: A,
  cookies: readonly string[],
): A => ({
  ...answer,
  headers: [...(answer.headers ?? []), ...cookies.map((cookie) => ['set-cookie', cookie] as const)],
})
