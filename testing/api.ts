import type { Hono } from 'hono'
import { apiOf } from '#api/api.ts'
import type { ServiceScope } from '#domain/service/service-scope.ts'
import { serviceScopes } from '#domain/service/service-scope.ts'
import { makeService } from '#usecases/service/give-key.ts'
import type { World } from './world.ts'

/** The API over a test's own world; `troubles` collects what it called a bug. */
export interface TestApi {
  readonly app: Hono
  readonly troubles: unknown[]
  /** Makes a key of an organisation, the tested one unless said. */
  key(scopes?: readonly ServiceScope[], orgId?: string): Promise<{ key: string; serviceId: string }>
  /** Sends a request with this key (or none) and these headers. */
  send(
    method: string,
    path: string,
    more?: { key?: string | null; headers?: Record<string, string>; body?: BodyInit },
  ): Promise<Response>
}

export function openApi(world: World): TestApi {
  const troubles: unknown[] = []
  let made = 0
  const app = apiOf({
    context: (requestId) => ({ ...world.context, requestId }),
    newRequestId: () => world.context.newId(),
    trouble: (_, error) => troubles.push(error),
  })
  return {
    app,
    troubles,
    async key(scopes = serviceScopes, orgId = world.orgId) {
      made += 1
      const administrator = await world.member(['administrator'], orgId)
      return makeService(world.context, administrator, { name: `Systeem ${made}`, scopes: [...scopes] })
    },
    async send(method, path, { key = null, headers = {}, body } = {}) {
      const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` }
      return app.request(path, { method, body, headers: { ...authorization, ...headers } })
    },
  }
}
