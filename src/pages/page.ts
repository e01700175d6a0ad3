import type { ComponentChildren } from 'preact'
import type { Actor, MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import type { Form } from '#pages/form-data.ts'
import type { T } from '#pages/words/words.ts'
import type { Context } from '#usecases/context.ts'

/** The organisation whose pages these are. */
export interface Host {
  readonly orgId: string
  readonly name: string
  readonly slug: string
  readonly theme: string
  readonly zone: string
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
}
export type StaffRequest = PageRequest<MemberActor>

/** What a route answers with: a page in the frame, a page of its own, a redirect or a file. */
export type Answer = PageAnswer | RedirectAnswer | FileAnswer

export interface PageAnswer {
  readonly kind: 'page'
  readonly title: string
  readonly body: ComponentChildren
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500
  /** `staff`: rail and all. `public`: name of the organisation. `participant`: neutral, with quick exit, no script. */
  readonly frame?: 'staff' | 'public' | 'participant'
  /** Which word of the rail is 'here'; default: found from the path. */
  readonly place?: string
  /** Names of islands this page wants, only loaded with script on. */
  readonly islands?: readonly string[]
}
export interface RedirectAnswer {
  readonly kind: 'redirect'
  readonly to: string
}
export interface FileAnswer {
  readonly kind: 'file'
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

type Handler<A extends Actor> = (request: PageRequest<A>) => Promise<Answer>

interface Doors<A extends Actor> {
  readonly path: string
  readonly get?: Handler<A>
  readonly post?: Handler<A>
  /** Largest body in bytes; 64 KiB unless said. */
  readonly bodyLimit?: number
}
/** A page for people who signed in with one of these roles. */
export interface StaffRoute extends Doors<MemberActor> {
  readonly who: readonly Role[]
}
/** A page anyone may open; its path names the organisation with `:org`. */
export interface PublicRoute extends Doors<Actor> {
  readonly who: 'public'
  readonly door: 'professional' | 'self'
}
export type Route = StaffRoute | PublicRoute

export const staffRoute = (route: StaffRoute): Route => route
export const publicRoute = (route: PublicRoute): Route => route

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
