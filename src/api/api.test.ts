import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { programmes } from '#programmes/registry.ts'
import { asXml, bundle, bundleWith, inventedBsn } from '#testing/fhir-bundle.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { readReferral } from '#usecases/referral/read-referral.ts'
import { endService } from '#usecases/service/end-service.ts'
import { replaceKey } from '#usecases/service/give-key.ts'
import { openApi, type TestApi } from '../../testing/api.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let api: TestApi
let key: string
beforeAll(async () => {
  world = await openWorld()
  api = openApi(world)
  key = (await api.key()).key
})
afterAll(() => world.close())
afterEach(() => expect(api.troubles).toEqual([]))

const door = '/api/fhir/Bundle'
const json = { 'content-type': 'application/fhir+json' }
const xml = { 'content-type': 'application/fhir+xml' }
const post = (body: string, headers: Record<string, string> = json, path = door) =>
  api.send('POST', path, { key, headers, body })
const idIn = (answer: Response) => answer.headers.get('location')?.split('/').at(-1) ?? ''
const issues = async (answer: Response) =>
  (await answer.json()).issue as {
    severity: string
    expression?: string[]
    details: { coding: { code: string }[]; text: string }
  }[]
const stored = async (referralId: string) =>
  readReferral(world.context, await world.member(['coordinator']), { id: referralId })
const count = async () => (await world.owner.query('select count(*)::int as n from referral')).rows[0].n

describe('a bundle', () => {
  test.each([
    ['JSON', () => JSON.stringify(bundle()), json],
    ['XML', () => asXml(bundle()), xml],
    [
      'plain JSON with a byte order mark',
      () => `\ufeff${JSON.stringify(bundle())}`,
      { 'content-type': 'application/json; charset=UTF-8' },
    ],
    ['plain XML', () => asXml(bundle()), { 'content-type': 'application/xml' }],
  ])('in %s becomes a referral', async (_, body, headers) => {
    const answer = await post(body(), headers)
    expect(answer.status).toBe(201)
    const referral = await stored(idIn(answer))
    expect(referral).toMatchObject({
      channel: 'fhir',
      person: { name: { given: 'Amina', family: 'Yıldız' }, phone: '+31612345678', languages: ['tr'] },
      referrer: { kind: 'midwife', name: 'Vera Jansen' },
      words:
        'Let op: Niet bellen na vijf uur\nWonen: Woont tijdelijk bij haar tante ([…])\nKan via hulpverlener: Ina Helper',
    })
    expect(referral.answers?.child).toMatchObject({ firstChild: 'yes' })
  })
  test('with a BSN is answered by saying that it was dropped', async () => {
    const answer = await post(JSON.stringify(bundle()), { ...json, 'accept-language': 'en' })
    const text = await answer.clone().text()
    expect(text).not.toContain(inventedBsn)
    const dropped = (await issues(answer)).filter(({ details }) => details.coding[0]?.code === 'bsn-dropped')
    expect(dropped.map(({ severity, expression }) => [severity, expression?.[0]])).toEqual([
      ['warning', 'Patient.text'],
      ['warning', 'Patient.identifier'],
      ['warning', 'Observation.note.text'],
    ])
    expect(dropped[0]?.details.text).toContain('citizen service number')
  })
  test('leaves no BSN and no partner anywhere in the database', async () => {
    const { rows: tables } = await world.owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'keys')`,
    )
    for (const { name } of tables) {
      const { rows } = await world.owner.query<{ row: string }>(`select t::text as row from ${name} t`)
      for (const { row } of rows)
        for (const never of [inventedBsn, 'Partnerman']) expect(row).not.toContain(never)
    }
  })
  test('is answered in XML or JSON, as asked', async () => {
    const asked = async (headers: Record<string, string>, path = door) =>
      (await post(JSON.stringify(bundle()), { ...json, ...headers }, path)).headers.get('content-type')
    expect(await asked({})).toContain('fhir+json')
    expect(await asked({ accept: 'application/fhir+xml, */*;q=0.1' })).toContain('fhir+xml')
    expect(await asked({}, `${door}?_format=xml`)).toContain('fhir+xml')
    const answer = await post(asXml(bundle()), xml)
    expect(answer.headers.get('content-type')).toContain('fhir+xml')
    expect(await answer.text()).toMatch(/^<\?xml.*<OperationOutcome xmlns="http:\/\/hl7\.org\/fhir"><issue>/)
  })
  test('sent twice with the same key is one referral; another with that key is refused', async () => {
    for (const idempotency of [world.context.newId(), '"order 12/3"'.replace(' ', '-')]) {
      const before = await count()
      const headers = { ...json, 'idempotency-key': idempotency }
      const twice = await Promise.all([1, 2, 3].map(() => post(JSON.stringify(bundle()), headers)))
      expect(new Set(twice.map(idIn)).size).toBe(1)
      expect((await count()) - before).toBe(1)
      const other = await post(JSON.stringify(bundleWith('Flag', { code: { text: 'Iets anders' } })), headers)
      expect(other.status).toBe(422)
      expect((await issues(other))[0]?.details.coding[0]?.code).toBe('submission-key-reused')
    }
  })
  test.each([
    ['agreement-needed', bundleWith('Consent', null)],
    ['patient-needed', bundleWith('Patient', null)],
    ['bundle-type', bundle([], 'searchset')],
    ['bundle-needed', { resourceType: 'Patient' }],
  ])('is refused with %s, in words', async (code, body) => {
    const answer = await post(JSON.stringify(body))
    expect(answer.status).toBe(422)
    const [issue] = await issues(answer)
    expect(issue).toMatchObject({ severity: 'error', details: { coding: [{ code }] } })
    expect(issue?.details.text.length).toBeGreaterThan(10)
  })
  test('without a Consent is taken on the sender’s word', async () => {
    const body = JSON.stringify(bundleWith('Consent', null))
    expect((await post(body, json, `${door}?agreed=true`)).status).toBe(201)
    expect((await post(body, json, `${door}?agreed=ja`)).status).toBe(400)
  })
  test('points at the element that can’t be right', async () => {
    const wrong = bundleWith('Patient', { name: [{ given: ['A'.repeat(10_000)] }], birthDate: '1999' })
    const [issue] = await issues(await post(JSON.stringify(wrong)))
    expect(issue).toMatchObject({
      expression: ['Patient.name'],
      details: { text: 'Patient.name: is te lang' },
    })
    const unknown = await post(JSON.stringify(bundle()), json, `${door}?programme=bestaat-niet`)
    expect(unknown.status).toBe(422)
  })
})

describe('a key', () => {
  const body = JSON.stringify(bundle())
  const attempt = async (one: string | null, path = door) =>
    (await api.send('POST', path, { key: one, headers: json, body })).status
  test('is needed, and must be one', async () => {
    const answer = await api.send('POST', door, { headers: json, body })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('Bearer')
    for (const none of [
      '',
      'x',
      key.slice(0, -1),
      `${key}x`,
      key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ])
      expect(await attempt(none), none).toBe(401)
  })
  test('of no organisation at all opens nothing', async () => {
    const nowhere = `naast_${'A'.repeat(22)}_${'A'.repeat(43)}`
    expect(await attempt(nowhere)).toBe(401)
  })
  test('that was ended opens nothing from then on', async () => {
    const { key: mine, serviceId } = await api.key()
    expect(await attempt(mine)).toBe(201)
    await endService(world.context, await world.member(['administrator']), { id: serviceId })
    expect(await attempt(mine)).toBe(401)
  })
  test('without the scope opens nothing, and the attempt is kept', async () => {
    const { key: reader, serviceId } = await api.key(['referral.read'])
    expect(await attempt(reader)).toBe(403)
    const { rows } = await world.owner.query(`select outcome from audit_event where on_behalf_of = $1`, [
      serviceId,
    ])
    expect(rows).toEqual([{ outcome: 'denied' }])
  })
  test('puts what it sends in its own organisation and nowhere else', async () => {
    const { key: elsewhere } = await api.key(undefined, world.otherOrgId)
    const answer = await api.send('POST', door, { key: elsewhere, headers: json, body })
    const { rows } = await world.owner.query('select org_id from referral where id = $1', [idIn(answer)])
    expect(rows).toEqual([{ org_id: world.otherOrgId }])
  })
})

describe('the status of a referral', () => {
  const status = async (id: string, one = key) => api.send('GET', `/api/v1/referrals/${id}`, { key: one })
  test('is a class, without a name', async () => {
    const id = idIn(await post(JSON.stringify(bundle())))
    const answer = await status(id)
    expect(await answer.json()).toEqual({
      id,
      reference: id.slice(-8).toUpperCase(),
      receivedOn: '2026-11-03',
      status: 'received',
    })
    const coordinator = await world.member(['coordinator'])
    await acceptReferral(world.context, coordinator, { id, version: 1, programmeId: programmes[0]?.id ?? '' })
    expect(await (await status(id)).json()).toMatchObject({ status: 'in_progress' })
  })
  test('is for the system that sent it only', async () => {
    const id = idIn(await post(JSON.stringify(bundle())))
    const { key: colleague } = await api.key()
    const { key: elsewhere } = await api.key(undefined, world.otherOrgId)
    const { key: writer } = await api.key(['referral.create'])
    expect((await status(id, colleague)).status).toBe(404)
    expect((await status(id, elsewhere)).status).toBe(404)
    expect((await status(id, writer)).status).toBe(403)
  })
  test.each(['x', '%00', '%E0%A4%A', '01930000-0000-7000-8000-000000000001', "'; drop table referral; --"])(
    'of %s is not there',
    async (id) => {
      const answer = await status(encodeURI(id))
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    },
  )
})

describe('a referral in FHIR', () => {
  const read = (type: string, id: string, one = key) =>
    api.send('GET', `/api/fhir/${type}/${id}`, { key: one })
  test('is a ServiceRequest and a Task, without anything of her', async () => {
    const id = idIn(await post(JSON.stringify(bundle())))
    const reference = id.slice(-8).toUpperCase()
    expect(await (await read('ServiceRequest', id)).json()).toEqual({
      resourceType: 'ServiceRequest',
      id,
      identifier: [{ system: 'urn:naast:reference', value: reference }],
      status: 'active',
      intent: 'order',
      subject: {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
        ],
        type: 'Patient',
      },
      authoredOn: '2026-11-03',
    })
    expect(await (await read('Task', id)).json()).toMatchObject({
      status: 'received',
      focus: { reference: `ServiceRequest/${id}` },
      businessStatus: { coding: [{ code: 'received' }] },
    })
    const coordinator = await world.member(['coordinator'])
    await acceptReferral(world.context, coordinator, { id, version: 1, programmeId: programmes[0]?.id ?? '' })
    const answer = await read('Task', id)
    expect(answer.headers.get('content-type')).toContain('application/fhir+json')
    expect(await answer.json()).toMatchObject({
      status: 'in-progress',
      businessStatus: { coding: [{ code: 'in_progress' }] },
    })
  })
  test('comes in XML if that is asked', async () => {
    const id = idIn(await post(JSON.stringify(bundle())))
    const answer = await read('ServiceRequest', `${id}?_format=xml`)
    expect(answer.headers.get('content-type')).toContain('application/fhir+xml')
    expect(await answer.text()).toBe(
      `<?xml version="1.0" encoding="UTF-8"?><ServiceRequest xmlns="http://hl7.org/fhir"><id value="${id}"/><identifier><system value="urn:naast:reference"/><value value="${id.slice(-8).toUpperCase()}"/></identifier><status value="active"/><intent value="order"/><subject><extension url="http://hl7.org/fhir/StructureDefinition/data-absent-reason"><valueCode value="masked"/></extension><type value="Patient"/></subject><authoredOn value="2026-11-03"/></ServiceRequest>`,
    )
  })
  test.each(['ServiceRequest', 'Task'])('is a %s for the system that sent it only', async (type) => {
    const id = idIn(await post(JSON.stringify(bundle())))
    const { key: colleague } = await api.key()
    const { key: elsewhere } = await api.key(undefined, world.otherOrgId)
    const { key: writer } = await api.key(['referral.create'])
    for (const one of [colleague, elsewhere]) {
      const answer = await read(type, id, one)
      expect(answer.status).toBe(404)
      expect((await issues(answer))[0]?.details.coding[0]?.code).toBe('not-found')
    }
    expect((await read(type, id, writer)).status).toBe(403)
  })
})

describe('the referrals a system sent', () => {
  const list = async (one: string, query = '') => {
    const answer = await api.send('GET', `/api/v1/referrals${query}`, { key: one })
    expect(answer.status).toBe(200)
    return (await answer.json()) as { referrals: { id: string; status: string }[]; next: string | null }
  }
  const sendOne = async (one: string) =>
    idIn(await api.send('POST', door, { key: one, headers: json, body: JSON.stringify(bundle()) }))

  test('come newest first, a page at a time, each once, also while others come in', async () => {
    const { key: mine } = await api.key()
    const { key: colleague } = await api.key()
    const ids: string[] = []
    for (let at = 0; at < 5; at += 1) {
      ids.unshift(await sendOne(mine))
      await sendOne(colleague)
    }
    const seen: string[] = []
    let cursor: string | null = ''
    let pages = 0
    while (cursor !== null) {
      const { referrals, next } = await list(mine, `?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...referrals.map(({ id }) => id))
      cursor = next
      pages += 1
      await sendOne(mine)
    }
    expect(seen).toEqual(ids)
    expect(pages).toBe(3)
    expect((await list(mine, '?limit=200')).next).toBeNull()
  })
  test('can be asked by class and since a day', async () => {
    const { key: mine } = await api.key()
    const [accepted, waiting] = [await sendOne(mine), await sendOne(mine)]
    const coordinator = await world.member(['coordinator'])
    await acceptReferral(world.context, coordinator, {
      id: accepted,
      version: 1,
      programmeId: programmes[0]?.id ?? '',
    })
    const ids = async (query: string) => (await list(mine, query)).referrals.map(({ id }) => id)
    expect(await ids('?status=in_progress')).toEqual([accepted])
    expect(await ids('?status=received&since=2026-11-03')).toEqual([waiting])
    expect(await ids('?since=2026-11-04')).toEqual([])
    expect(await list(mine, '?status=in_progress&limit=1')).toMatchObject({
      referrals: [],
      next: expect.any(String),
    })
  })
  test.each([
    ['cursor=x', 400],
    ['cursor=', 400],
    [`cursor=${'A'.repeat(21)}B`, 400],
    [`cursor=${'A'.repeat(23)}`, 400],
    ['limit=0', 400],
    ['limit=201', 400],
    ['status=rejected', 400],
    ['since=gisteren', 400],
    ['since=2026-02-30', 422],
  ])('with %s are refused with problem+json', async (query, status) => {
    const answer = await api.send('GET', `/api/v1/referrals?${query}`, { key })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    const [name] = query.split('=')
    expect((await answer.json()).errors).toEqual([expect.objectContaining({ field: name })])
  })
  test('say nothing of another system’s with its cursor', async () => {
    const { key: colleague } = await api.key()
    await sendOne(colleague)
    await sendOne(colleague)
    const { next } = await list(colleague, '?limit=1')
    const { key: fresh } = await api.key()
    expect(await list(fresh, `?cursor=${next}`)).toEqual({ referrals: [], next: null })
  })
  test('are followed with either key while a key is being changed', async () => {
    const { key: old, serviceId } = await api.key()
    const id = await sendOne(old)
    const { key: fresh } = await replaceKey(world.context, await world.member(['administrator']), {
      id: serviceId,
      oldUntil: '2026-11-10',
    })
    for (const one of [old, fresh])
      expect((await list(one)).referrals.map((referral) => referral.id)).toEqual([id])
  })
})

describe('the API', () => {
  test('describes itself from its own table', async () => {
    const description = await (await api.send('GET', '/api/openapi.json')).json()
    expect(Object.keys(description.paths)).toEqual([
      '/api/fhir/Bundle',
      '/api/fhir/ServiceRequest/{id}',
      '/api/fhir/Task/{id}',
      '/api/v1/referrals',
      '/api/v1/referrals/{id}',
      '/api/openapi.json',
    ])
    expect(description.paths['/api/fhir/Bundle'].post).toMatchObject({
      operationId: 'submit-referral',
      security: [{ key: ['referral.create'] }],
    })
  })
  test.each([
    ['GET', '/api/nergens', 404],
    ['DELETE', '/api/openapi.json', 405],
    ['PUT', '/api/v1/referrals/x', 405],
    ['POST', '/api/v1/referrals/x?agreed=true', 405],
  ])('answers %s %s with problem+json', async (method, path, status) => {
    const answer = await api.send(method, path, { key })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status,
      type: expect.stringMatching(/^urn:naast:problem:/),
      title: expect.any(String),
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
  test.each([
    ['GET', door, 405],
    ['GET', '/api/fhir/Patient', 404],
  ])('answers %s %s with an OperationOutcome', async (method, path, status) => {
    const answer = await api.send(method, path, { key })
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ resourceType: 'OperationOutcome' })
    if (status === 405) expect(answer.headers.get('allow')).toBe('POST')
  })
  test('speaks the reader’s language', async () => {
    const title = async (language: string) =>
      (await (await api.send('GET', '/api/nergens', { headers: { 'accept-language': language } })).json())
        .title
    expect(await title('nl-NL')).toBe('Dit is er niet')
    expect(await title('de, en-GB;q=0.8, nl;q=0.5')).toBe('This isn’t here')
    expect(await title('tlh')).toBe('Dit is er niet')
  })
})
