import type { Day } from '#domain/day.ts'
import type { ServiceActor } from '#domain/member/actor.ts'
import type { ApiContent } from '#domain/service/api-description.ts'
import type { ServiceScope } from '#domain/service/service-scope.ts'
import type { Context } from '#usecases/context.ts'
import type { Problem } from './problem.ts'
import type { ApiWord, Say } from './words.ts'

/** One request, as an endpoint sees it: read and held against the limits, not yet understood. */
export interface ApiRequest {
  readonly context: Context
  readonly actor: ServiceActor
  /** The organisation's own day. */
  readonly today: Day
  /** Words for the organisation's own people. */
  readonly sayToStaff: Say
  readonly raw: Request
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The body and its media type; `null` if the endpoint takes none. */
  readonly body: { readonly bytes: Uint8Array; readonly type: string } | null
  /** From the Idempotency-Key header: the submission key of the command, if one was given. */
  readonly submission: { key: string } | undefined
  /** Words for whoever sent this. */
  readonly say: Say
}

/** What an endpoint answers an error with: problem+json, or what its own format has for that. */
export type WriteProblem = (problem: Problem, raw: Request, say: Say, requestId: string) => Response

/** Said in either language; see `words.en.ts`. */
interface Described {
  readonly summary: ApiWord
  /** Its own name, where several endpoints stand on one use case. */
  readonly name?: string
  readonly description?: ApiWord
  /** JSON Schema or media types of what comes back, by status. */
  readonly responses: Readonly<Record<string, { description: ApiWord; content?: ApiContent }>>
}

/** An endpoint that speaks for another system: its key must have the scope. */
export interface KeyedEndpoint {
  readonly access: 'key'
  readonly method: 'GET' | 'POST'
  /** `/api/v1/referrals/:id` */
  readonly path: string
  readonly scope: ServiceScope
  /** Name of the use case behind it; the only thing it may do. */
  readonly useCase: string
  /** Parameters in the address and what each may be; any other is refused. */
  readonly query: Readonly<Record<string, { pattern: RegExp; description: ApiWord }>>
  readonly body: {
    readonly types: readonly string[]
    readonly limit: number
    /** JSON Schema of what must at least stand in it, for the types that are JSON. */
    readonly schema: object
  } | null
  readonly writeProblem: WriteProblem
  readonly doc: Described
  readonly handle: (request: ApiRequest) => Promise<Response>
}

/** An endpoint that anybody may read; it knows nothing about anybody. */
export interface OpenEndpoint {
  readonly access: 'open'
  readonly method: 'GET'
  readonly path: string
  readonly writeProblem: WriteProblem
  readonly doc: Described
  readonly answer: () => Response
}
export type Endpoint = KeyedEndpoint | OpenEndpoint
