import { describe, expect, test } from 'vitest'
import type { ApiDescription } from '#domain/service/api-description.ts'
import { noAssets } from '#testing/public-site.ts'
import type { Context } from '#usecases/context.ts'
import { siteOf } from '../site.tsx'
import { apiGuideRoutes } from './api-guide.tsx'

const text = { type: 'string' }
const description: ApiDescription = {
  openapi: '3.1.0',
  info: { title: 'Naast', version: '1', description: 'Waar het over gaat.' },
  tags: [
    { name: 'things', description: 'Dingen' },
    { name: 'events', description: 'Seintjes' },
  ],
  components: { securitySchemes: {}, schemas: { Problem: { type: 'object', properties: { type: text } } } },
  paths: {
    '/api/v1/things/{id}': {
      get: {
        summary: 'Eén ding <b>vet</b>',
        tags: ['things'],
        operationId: 'read-thing',
        security: [{ key: ['thing.read'] }],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: {
          '200': {
            description: 'Het ding',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['on'],
                  properties: {
                    on: { type: 'string', format: 'date' },
                    next: { anyOf: [{ type: 'string', pattern: '^a+$' }, { type: 'null' }] },
                  },
                },
              },
            },
          },
          '404': {
            description: 'Is er niet',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    },
  },
  webhooks: {
    'thing.changed': {
      post: {
        summary: 'Een ding veranderde',
        tags: ['events'],
        parameters: [{ name: 'webhook-id', in: 'header', schema: text }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { type: 'object', properties: { type: { const: 'thing.changed' } } },
            },
          },
        },
        responses: { '2XX': { description: 'Je hebt het' } },
      },
    },
  },
  'x-problems': [{ code: 'not-found', title: 'Dit is er niet' }],
  'x-field-errors': [],
  'x-notes': [],
}
const siteWith = (api?: () => ApiDescription) =>
  siteOf(
    {
      demo: false,
      assets: noAssets,
      ...(api ? { api } : {}),
      context: () =>
        ({ now: () => Temporal.Instant.from('2026-11-03T08:00:00Z') }) as Partial<Context> as Context,
      newRequestId: () => 'test',
      signedIn: async () => null,
      signIn: undefined as never,
      network: () => '203.0.113.7',
      hostBySlug: async () => null,
      trouble: (_, error) => {
        throw error
      },
    },
    apiGuideRoutes,
  )
const get = async (path = '/api/docs') => (await siteWith(() => description).request(path)).text()

describe('the page of the API', () => {
  test('has each thing with its address, key, parts, answers and an example', async () => {
    const html = await get()
    for (const shown of [
      'id="read-thing"',
      'href="#read-thing"',
      'GET /api/v1/things/{id}',
      'thing.read',
      'uuid',
      'Het ding',
      'Is er niet',
      'curl &quot;$NAAST/api/v1/things/$ID&quot;',
      'tekst volgens ^a+$, of niets',
      '&quot;on&quot;: &quot;2026-11-03&quot;',
      'id="Problem"',
      'not-found',
      'thing.changed',
      'webhook-id: 01930000',
    ])
      expect(html, shown).toContain(shown)
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b>vet</b>')
  })
  test('points at nothing that isn’t on it', async () => {
    const html = await get()
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, to] of html.matchAll(/href="#([^"]+)"/g)) expect(ids, to).toContain(to)
  })
  test('speaks English too', async () => {
    expect(await get('/api/docs?lang=en')).toContain('The API of Naast')
  })
  test('is not there where there is no API', async () => {
    expect((await siteWith().request('/api/docs')).status).toBe(404)
  })
})
