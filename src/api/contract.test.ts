import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ServiceScope, serviceScopes } from '#domain/service/service-scope.ts'
import { deliveryKinds } from '#domain/webhook/webhook.ts'
import { bodyOf } from '#domain/webhook/webhook-event.ts'
import { bundle } from '#testing/fhir-bundle.ts'
import { endService } from '#usecases/service/end-service.ts'
import { openApi, type TestApi } from '../../testing/api.ts'
import {
  type Description,
  fitting,
  misfit,
  type Operation,
  operationsOf,
  type Schema,
  unfitting,
} from '../../testing/open-api.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { endpoints } from './endpoints.ts'
import { openApiOf } from './open-api.ts'
import { sayIn } from './words.ts'

/** What somebody who only read the description may hold the API to. */
const description = openApiOf(endpoints) as Description
const operations = operationsOf(description)
const keyed = operations.filter(({ security }) => security.length > 0)
const named = (all: readonly Operation[]) =>
  all.map((operation) => [`${operation.method} ${operation.path}`, operation] as const)

let world: World
let api: TestApi
let key: string
/** A referral that this key sent. */
let sent: string
beforeAll(async () => {
  world = await openWorld()
  api = openApi(world)
  key = (await api.key()).key
  const answer = await api.send('POST', '/api/fhir/Bundle', {
    key,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bundle()),
  })
  sent = answer.headers.get('location')?.split('/').at(-1) ?? ''
})
afterAll(() => world.close())
afterEach(() => expect(api.troubles).toEqual([]))

interface Call {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly key?: string | null
}

/** Calls it and holds the answer against the description: status, type and, where one is given, schema. */
async function call(operation: Operation, { params, query = '', headers, body, key: own = key }: Call) {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params?.[name] ?? sent))
  const type = Object.keys(operation.requestBody?.content ?? {})[0]
  const answer = await api.send(operation.method, `${path}${query}`, {
    key: own,
    headers: { ...(type ? { 'content-type': type } : {}), ...headers },
    body: operation.requestBody ? (body ?? JSON.stringify(bundle())) : undefined,
  })
  const text = await answer.text()
  const described = operation.responses[answer.status]
  expect(described, `${answer.status}: ${text}`).toBeDefined()
  const is = answer.headers.get('content-type')?.split(';')[0] ?? ''
  expect(Object.keys(described?.content ?? {})).toContain(is)
  const schema = described?.content?.[is]?.schema
  if (schema) expect(misfit(schema, JSON.parse(text), description), text).toBeNull()
  return { status: answer.status, text }
}
const queryOf = (values: Readonly<Record<string, unknown>>) =>
  `?${new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]))}`
const inQuery = ({ parameters = [] }: Operation) => parameters.filter((one) => one.in === 'query')

describe('the description', () => {
  test('is what the API gives out', async () => {
    expect(await (await api.send('GET', '/api/openapi.json')).json()).toEqual(
      JSON.parse(JSON.stringify(description)),
    )
  })
  test('gives every operation a name of its own, and every key a scope there is', () => {
    const names = keyed.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const { security } of keyed)
      for (const scope of security.flatMap((one) => one.key ?? [])) expect(serviceScopes).toContain(scope)
  })
})

describe('what is sent to other systems', () => {
  const at = Temporal.Instant.from('2026-11-03T08:00:00Z')
  const [id, referralId] = ['01930000-0000-7000-8000-000000000001', '01930000-0000-7000-8000-000000000002']
  test.each(deliveryKinds)('is described as it is: %s', (kind) => {
    const told = kind === 'webhook.test' ? null : referralId
    const sent = JSON.parse(bodyOf({ id, kind, at, referralId: told }, 'https://naast.example.nl'))
    const schema = openApiOf(endpoints).webhooks[kind]?.post.requestBody?.content['application/json']?.schema
    expect(schema && misfit(schema as Schema, sent, description)).toBeNull()
    expect(
      schema && misfit(schema as Schema, { ...sent, data: { name: 'Amina' } }, description),
    ).not.toBeNull()
  })
})

describe('the description in Dutch', () => {
  test('says the same of the same, in other words', () => {
    const [dutch, english] = [openApiOf(endpoints, sayIn('nl')), openApiOf(endpoints)]
    const shape = (one: object) =>
      JSON.stringify(one, (key, value) => (/^(summary|description|title)$/.test(key) ? '' : value))
    expect(shape(dutch.paths)).toBe(shape(english.paths))
    expect(shape(dutch.webhooks)).toBe(shape(english.webhooks))
    expect(JSON.stringify(dutch.paths)).not.toBe(JSON.stringify(english.paths))
  })
})

describe.each(named(operations))('%s', (_, operation) => {
  test('takes every call that fits', async () => {
    const query = fc.record(
      Object.fromEntries(inQuery(operation).map(({ name, schema }) => [name, fitting(schema)])),
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(query, async (values) => {
        const { status, text } = await call(operation, { query: queryOf(values) })
        // A pattern can't say everything: that a day exists, or a programme is offered.
        expect([200, 201, 422], text).toContain(status)
      }),
      { numRuns: 60 },
    )
    expect([200, 201]).toContain((await call(operation, {})).status)
  })
})

describe.each(named(keyed))('%s', (_, operation) => {
  const scopes = operation.security.flatMap((one) => one.key ?? []) as ServiceScope[]
  test('opens to no key, an ended key, a key without the scope', async () => {
    expect((await call(operation, { key: null })).status).toBe(401)
    const ended = await api.key()
    await endService(world.context, await world.member(['administrator']), { id: ended.serviceId })
    expect((await call(operation, { key: ended.key })).status).toBe(401)
    const without = await api.key(serviceScopes.filter((scope) => !scopes.includes(scope)))
    expect((await call(operation, { key: without.key })).status).toBe(403)
    const only = await api.key(scopes)
    expect((await call(operation, { key: only.key })).status).not.toBe(403)
  })
  test('tells a colleague and another organisation nothing of what was sent', async () => {
    if (operation.method !== 'GET') return
    for (const { key: other } of [await api.key(), await api.key(undefined, world.otherOrgId)]) {
      const { status, text } = await call(operation, { key: other })
      expect(status).toBe(operation.path.includes('{') ? 404 : 200)
      expect(text).not.toContain(sent)
    }
  })
  test('refuses parameters that don’t fit, aren’t known or come twice', async () => {
    for (const { name, schema } of inQuery(operation)) {
      const pattern = new RegExp(schema.pattern ?? '')
      const wrong = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => !pattern.test(value))
      await fc.assert(
        fc.asyncProperty(wrong, async (value) => {
          expect((await call(operation, { query: queryOf({ [name]: value.toWellFormed() }) })).status).toBe(
            400,
          )
        }),
        { numRuns: 25 },
      )
      const fits = String(fc.sample(fitting(schema), 1)[0])
      expect((await call(operation, { query: `${queryOf({ [name]: fits })}&${name}=${fits}` })).status).toBe(
        400,
      )
    }
    expect((await call(operation, { query: '?onbekend=1' })).status).toBe(400)
  })
  test('finds nothing under an id that isn’t one', async () => {
    if (!operation.path.includes('{')) return
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 40 })), async (id) => {
        // A dot alone is the folder itself: another address.
        if (/^\.{1,2}$/.test(id)) return
        expect((await call(operation, { params: { id } })).status).toBe(404)
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(named(keyed.filter(({ requestBody }) => requestBody)))('the body of %s', (_, operation) => {
  const types = Object.entries(operation.requestBody?.content ?? {})
  const schema = types[0]?.[1].schema ?? {}
  test('that fits is read, whatever else it says', async () => {
    await fc.assert(
      fc.asyncProperty(fitting(schema), async (body) => {
        expect([201, 400, 422]).toContain((await call(operation, { body: JSON.stringify(body) })).status)
      }),
      { numRuns: 60 },
    )
  })
  test('that doesn’t fit is refused', async () => {
    await fc.assert(
      fc.asyncProperty(unfitting(schema), async (body) => {
        expect([400, 422]).toContain((await call(operation, { body: JSON.stringify(body) })).status)
      }),
      { numRuns: 120 },
    )
  })
  test('has a limit, and types', async () => {
    const limit = Number(/\d+/.exec(operation.requestBody?.description ?? '')?.[0])
    expect((await call(operation, { body: 'x'.repeat(limit + 1) })).status).toBe(413)
    for (const [type] of types)
      expect(
        (await call(operation, { body: 'geen bericht', headers: { 'content-type': type } })).status,
      ).toBe(400)
    const other = { 'content-type': 'text/plain' }
    expect((await call(operation, { headers: other })).status).toBe(415)
  })
})
