import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { mim } from '#programmes/mim.ts'
import { type RunningTrajectory, runningTrajectory } from '#testing/running-trajectory.ts'
import { staffSite } from '#testing/staff-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { closeIncident } from '#usecases/incident/close-incident.ts'
import { listIncidents } from '#usecases/incident/list-incidents.ts'
import { readIncident } from '#usecases/incident/read-incident.ts'
import { recordIncident } from '#usecases/incident/record-incident.ts'
import { settleNotice } from '#usecases/incident/settle-notice.ts'
import { openMeldcode } from '#usecases/meldcode/open-meldcode.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let manager: MemberActor
let woman: RunningTrajectory
beforeAll(async () => {
  world = await openWorld([mim])
  world.turnTo('2026-10-01')
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  manager = await world.member(['programme_manager'])
  world.turnTo('2026-11-03')
  woman = await runningTrajectory(world)
})
afterAll(() => world.close())

const record = async (more: object = {}, actor = coordinator) =>
  (
    await recordIncident(world.context, actor, {
      weight: 'calamity',
      kind: 'violence',
      on: '2026-11-02',
      words: 'Aan de deur geduwd.',
      ...more,
    })
  ).incidentId
const read = (id: string, actor = coordinator) => readIncident(world.context, actor, { id })
const settle = async (id: string, party: string, settled: object, actor = coordinator) =>
  settleNotice(world.context, actor, {
    id,
    version: (await read(id)).version,
    party: party as 'board',
    settled: settled as { how: 'told'; on: string },
  })
const told = { how: 'told', on: '2026-11-03' }
const close = async (id: string, ending: string, actor = coordinator) =>
  closeIncident(world.context, actor, {
    id,
    version: (await read(id)).version,
    ending: ending as 'by_mistake',
    words: 'Nooit meer alleen.',
  })

describe('the register of incidents', () => {
  test('is written by who watches over safety; a manager reads it without words or names, nobody else at all', async () => {
    const id = await record({ trajectoryId: woman.trajectoryId })
    for (const role of ['worker', 'administrator', 'referrer', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(record({}, actor)).rejects.toThrow(Forbidden)
      await expect(read(id, actor)).rejects.toThrow(Forbidden)
      await expect(listIncidents(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
    await expect(record({}, manager)).rejects.toThrow(Forbidden)
    await expect(settle(id, 'board', told, manager)).rejects.toThrow(Forbidden)
    expect(await read(id, manager)).toMatchObject({ words: null, trajectoryId: null, mayChange: false })
    expect(await read(id, lead)).toMatchObject({
      words: 'Aan de deur geduwd.',
      trajectoryId: woman.trajectoryId,
    })
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(read(id, elsewhere)).rejects.toThrow(NotFound)
    await expect(record({ trajectoryId: woman.trajectoryId }, elsewhere)).rejects.toThrow(NotFound)
    const { rows } = await world.owner.query('select row_to_json(i)::text as text from incident i')
    for (const { text } of rows) expect(text).not.toMatch(/deur/)
  })
  test('says who must know, urgent until they do, and closes after that', async () => {
    const id = await record()
    expect((await read(id)).notices.map(({ party, dueOn }) => `${party} ${dueOn ?? '?'}`)).toEqual([
      'board 2026-11-03',
      'supervisor 2026-11-03',
      'municipality ?',
    ])
    const line = async () => (await readWorklist(world.context, lead, {})).lines.find((one) => one.id === id)
    expect(await line()).toMatchObject({ pressure: 'urgent', name: null, source: { toTell: 3 } })
    await expect(close(id, 'measures_taken')).rejects.toThrow(new Refused('incident-tell-first'))
    await settle(id, 'supervisor', told)
    await settle(id, 'board', told)
    await expect(settle(id, 'data_authority', told)).rejects.toThrow(NotFound)
    await expect(settle(id, 'municipality', { how: 'told', on: '2026-11-04' })).rejects.toThrow(Invalid)
    await expect(settle(id, 'municipality', { how: 'told', on: '2026-11-01' })).rejects.toThrow(Invalid)
    expect(await line()).toMatchObject({ pressure: 'due', source: { toTell: 1 } })
    await settle(id, 'municipality', { how: 'waived', code: 'not_asked_of_us' })
    await close(id, 'measures_taken')
    expect(await read(id)).toMatchObject({ state: 'closed', closing: 'Nooit meer alleen.' })
    expect(await line()).toBeUndefined()
    await expect(close(id, 'measures_taken')).rejects.toThrow(new Refused('not-from-this-state'))
    await expect(settle(id, 'board', told)).rejects.toThrow(new Refused('not-from-this-state'))
  })
  test('takes none of tomorrow, and a mistake at any time', async () => {
    await expect(record({ on: '2026-11-04' })).rejects.toThrow(new Invalid({ on: 'day-to-come' }))
    await close(await record(), 'by_mistake')
  })
  test('counts for the report: exact for who knows the people, nothing under ten for a manager, no meldcodes for a coordinator', async () => {
    await openMeldcode(world.context, lead, { trajectoryId: woman.trajectoryId, about: 'mother' })
    const counts = async (actor: MemberActor) => (await listIncidents(world.context, actor, {})).counts
    expect(await counts(lead)).toMatchObject({
      incidents: [{ weight: 'calamity', kind: 'violence', count: 2 }],
      meldcodes: { opened: 1, advice: 0, reports: 0 },
    })
    expect((await counts(coordinator)).meldcodes).toBeNull()
    expect(await counts(manager)).toMatchObject({
      incidents: [{ count: null }],
      meldcodes: { opened: null, advice: 0 },
    })
  })
  test('works with plain forms, and keeps what was typed', async () => {
    const site = staffSite(routes, world, coordinator)
    const post = (path: string, fields: Record<string, string>) =>
      site.request(path, { method: 'POST', body: new URLSearchParams(fields) })
    const wrong = await post(paths.incident.record(), { weight: 'incident', words: 'Zij viel.' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Zij viel.')
    const right = await post(paths.incident.record(), {
      weight: 'incident',
      kind: 'injury',
      on: '2 november 2026',
      words: 'Zij viel.',
    })
    expect(right.status).toBe(303)
    const at = (right.headers.get('location') ?? '').split('?')[0] ?? ''
    expect(await (await site.request(at)).text()).toContain('geen termijn bekend')
    expect((await post(at, { what: 'municipality', version: '1' })).status).toBe(422)
    expect(
      (await post(at, { what: 'municipality', version: '1', how: 'told', on: '3-11-2026' })).status,
    ).toBe(303)
    expect(
      (await post(at, { what: 'close', version: '2', ending: 'measures_taken', words: 'Mat weg.' })).status,
    ).toBe(303)
    const list = await (await staffSite(routes, world, manager).request(paths.incident.list())).text()
    expect(list).toContain('minder dan tien')
    expect(list).not.toMatch(/viel|Mat weg|Semira/)
  })
})
