import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { memosa } from '#programmes/memosa.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { gatherSides } from '#usecases/match/gather-sides.ts'
import { listWaiting } from '#usecases/match/list-waiting.ts'
import { markHome } from '#usecases/match/mark-home.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { showWishes } from '#usecases/match/show-wishes.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'
import { importPostcodes } from '#usecases/postcode/import-postcodes.ts'
import { importTravelTimes } from '#usecases/postcode/import-travel-times.ts'
import { changeOwnFile } from '#usecases/worker/change-own-file.ts'
import { endAvoidance } from '#usecases/worker/end-avoidance.ts'
import { listAvoidances } from '#usecases/worker/list-avoidances.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'
import { markOwnHome } from '#usecases/worker/mark-own-home.ts'
import { readOwnFile } from '#usecases/worker/read-own-file.ts'
import { recordGate } from '#usecases/worker/record-gate.ts'
import { ruleAvoidance } from '#usecases/worker/rule-avoidance.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'
import { tellAvoidance } from '#usecases/worker/tell-avoidance.ts'
import { tellAway } from '#usecases/worker/tell-away.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
beforeAll(async () => {
  world = await openWorld([mim, memosa])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  await importPostcodes(world.context, await world.member(['administrator']), {
    rows: [
      { postcode: '3011', place: 'Rotterdam', lat: 51.9244, lon: 4.4877 },
      { postcode: '3012', place: 'Rotterdam', lat: 51.9211, lon: 4.4747 },
      { postcode: '3021', place: 'Rotterdam', lat: 51.9151, lon: 4.4547 },
      { postcode: '3511', place: 'Utrecht', lat: 52.0929, lon: 5.1155 },
    ],
  })
})
afterAll(() => world.close())

const address = (postcode: string, street = 'Lindelaan') => ({
  street,
  houseNumber: '7',
  postcode,
  place: null,
})
const her = async (given: string, more: object = {}, programmeId = mim.id) =>
  (await castWoman(world, { given, languages: ['nl'], ...more }, { programmeId })).trajectoryId
/** Somebody with everything in order for either programme. */
async function beside(given: string, more: object = {}, how: object = {}): Promise<string> {
  const workerId = await castWorker(
    world,
    { name: { given }, languages: ['nl'], ...more },
    { ...how, ready: false },
  )
  await recordGate(world.context, coordinator, { workerId, kind: 'qualification', seenOn: '2026-10-01' })
  await stepWorkerOn(world.context, coordinator, { id: workerId, version: 1, step: 'make-ready' })
  return workerId
}
/** What is said of this worker for this woman. */
async function of(trajectoryId: string, workerId: string) {
  const { proposals, impossible } = await weighWorkers(world.context, coordinator, { trajectoryId })
  const found = proposals.find((one) => one.workerId === workerId)
  return {
    blocks: impossible.find((one) => one.workerId === workerId)?.blocks ?? [],
    questions: found?.questions ?? [],
    why: Object.fromEntries((found?.criteria ?? []).map(({ criterion, ...one }) => [criterion, one])),
  }
}
const tryIt = (trajectoryId: string, workerId: string) =>
  proposeMatch(world.context, coordinator, { trajectoryId, workerId })

describe('days on which she is away', () => {
  test('stand in the way until they are over, and say until when', async () => {
    const [trajectoryId, workerId] = [await her('Semira'), await beside('Ans')]
    const worker = await world.memberForWorker(workerId)
    const period = { workerId, kind: 'away' as const, from: '2026-11-01', until: '2026-11-10' }
    await tellAway(world.context, worker, period)
    expect((await of(trajectoryId, workerId)).blocks).toMatchObject([{ code: 'away', mend: 'worker' }])
    await expect(tryIt(trajectoryId, workerId)).rejects.toMatchObject({ code: 'match-away' })
    world.turnTo('2026-11-11')
    await tryIt(trajectoryId, workerId)
    world.turnTo('2026-11-03')
  })
  test('by phone are a question where the programme has contact by phone', async () => {
    const [trajectoryId, workerId] = [await her('Noor', {}, memosa.id), await beside('Bea')]
    await tellAway(world.context, await world.memberForWorker(workerId), {
      workerId,
      kind: 'phone_only',
      from: '2026-11-01',
      until: '2026-11-30',
    })
    expect((await of(trajectoryId, workerId)).questions).toContain('by-phone-now')
  })
})

describe('travel times', () => {
  const rows = [
    { from: '3012', to: '3011', mode: 'car', minutes: 8 },
    { from: '3012', to: '3011', mode: 'bike', minutes: 14 },
  ] as const
  test('are read in by an administrator, once for each way', async () => {
    for (const role of ['coordinator', 'worker', 'programme_manager'] as const)
      await expect(
        importTravelTimes(world.context, await world.member([role]), { rows: [...rows] }),
      ).rejects.toThrow(Forbidden)
    const administrator = await world.member(['administrator'])
    for (const wrong of [{ minutes: 601 }, { minutes: -1 }, { from: '0123' }])
      await expect(
        importTravelTimes(world.context, administrator, { rows: [{ ...rows[0], ...wrong }] }),
      ).rejects.toThrow()
    expect(
      await importTravelTimes(world.context, administrator, { rows: [...rows, { ...rows[1], minutes: 12 }] }),
    ).toEqual({ imported: 2, known: 2 })
    const elsewhere = await world.member(['administrator'], world.otherOrgId)
    expect(await importTravelTimes(world.context, elsewhere, { rows: [rows[0]] })).toEqual({
      imported: 1,
      known: 1,
    })
  })
  test('are weighed instead of kilometres, in a way in which she goes', async () => {
    const trajectoryId = await her('Yara', { address: address('3011 AB') })
    const workerId = await beside('Cor', { address: address('3012 AB', 'Kerkstraat') })
    expect((await of(trajectoryId, workerId)).why.distance).toMatchObject({
      code: 'minutes',
      values: { minutes: 8, mode: ['car'] },
    })
    const worker = await world.memberForWorker(workerId)
    const { version, profile } = await readOwnFile(world.context, worker, {})
    await changeOwnFile(world.context, worker, {
      version,
      file: { speaks: ['nl'], reads: [], profile, childAges: [], avoids: [], travels: ['bike'], capacity: 2 },
    })
    expect((await of(trajectoryId, workerId)).why.distance).toMatchObject({
      values: { minutes: 12, mode: ['bike'] },
    })
    // From elsewhere nothing is known: kilometres count again.
    const far = await beside('Dirk', { address: address('3511 AB', 'Kerkstraat') })
    expect((await of(trajectoryId, far)).why.distance).toMatchObject({ code: 'far' })
  })
})

describe('a home that nobody may find', () => {
  test('takes part as a region, on no list as a district, and never by its street', async () => {
    const trajectoryId = await her('Zohra', { address: address('3011 AB', 'Geheimstraat') })
    const neighbour = await beside('Eef', { address: address('3011 CD', 'Geheimstraat') })
    const near = await beside('Fien', { address: address('3012 AB', 'Kerkstraat') })
    expect((await of(trajectoryId, neighbour)).blocks).toMatchObject([{ code: 'not_same_street' }])
    await markHome(world.context, coordinator, { trajectoryId, secret: true })
    await markHome(world.context, coordinator, { trajectoryId, secret: true })
    expect((await of(trajectoryId, neighbour)).blocks).toEqual([{ code: 'not-possible', mend: 'nobody' }])
    await expect(tryIt(trajectoryId, neighbour)).rejects.toMatchObject({ code: 'match-not-possible' })
    expect((await of(trajectoryId, near)).why.distance).toMatchObject({ code: 'region', values: { km: 10 } })
    const { woman } = await weighWorkers(world.context, coordinator, { trajectoryId })
    expect(woman).toMatchObject({ area: '30', place: null, secretHome: true })
    const line = (await listWaiting(world.context, coordinator, {})).find(({ id }) => id === trajectoryId)
    expect(line?.area).toBe('30')
    await markHome(world.context, coordinator, { trajectoryId, secret: false })
    expect((await of(trajectoryId, neighbour)).blocks).toMatchObject([{ code: 'not_same_street' }])
  })
  test('is said by a coordinator of her own organisation, and of a worker by herself', async () => {
    const trajectoryId = await her('Amal')
    const worker = await world.memberForWorker(await beside('Gea', { address: address('3012 AB') }))
    await expect(markHome(world.context, worker, { trajectoryId, secret: true })).rejects.toThrow(Forbidden)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(markHome(world.context, stranger, { trajectoryId, secret: true })).rejects.toThrow(NotFound)
    await expect(markOwnHome(world.context, coordinator, { secret: true })).rejects.toThrow(Forbidden)
    await markOwnHome(world.context, worker, { secret: true })
    expect((await readOwnFile(world.context, worker, {})).secretHome).toBe(true)
    expect((await of(trajectoryId, worker.workerId ?? '')).why.distance?.code).toBe('unknown')
  })
})

describe('whom she must not meet', () => {
  test('is said of a pair by the safeguarding lead, and to everybody else that it can’t be and no more', async () => {
    const [trajectoryId, workerId] = [await her('Hiba'), await beside('Hanna')]
    const worker = await world.memberForWorker(workerId)
    const rule = (verdict: 'apart' | 'together', actor = lead) =>
      ruleAvoidance(world.context, actor, { trajectoryId, workerId, verdict })
    await expect(rule('apart')).rejects.toThrow(NotFound)
    const { avoidanceId } = await tellAvoidance(world.context, worker, { words: 'Hiba van de Lindelaan' })
    for (const actor of [coordinator, worker, await world.member(['programme_manager'])])
      await expect(rule('apart', actor)).rejects.toThrow(Forbidden)
    await expect(rule('apart', await world.member(['safeguarding_lead'], world.otherOrgId))).rejects.toThrow(
      NotFound,
    )
    // Before a pair is proposed nobody asks; then the lead has it on her list, and nobody else.
    const listed = async (actor: MemberActor) =>
      (await readWorklist(world.context, actor, {})).lines.filter(({ source }) => source.from === 'avoidance')
    expect(await listed(lead)).toEqual([])
    const { matchId } = await tryIt(trajectoryId, workerId)
    expect(await listed(lead)).toMatchObject([{ id: matchId, pressure: 'urgent' }])
    expect(await listed(coordinator)).toEqual([])
    expect((await listAvoidances(world.context, lead, {})).pairs).toMatchObject([
      { worker: 'Hanna', woman: 'Hiba', verdict: null },
    ])
    await rule('together')
    expect(await listed(lead)).toEqual([])
    await rule('apart')
    const other = (
      await within(world, async (work) =>
        gatherSides(
          work,
          mim,
          await work.tx
            .selectFrom('trajectory')
            .selectAll()
            .where('id', '=', trajectoryId)
            .executeTakeFirstOrThrow(),
          await work.tx.selectFrom('worker').selectAll().where('id', '=', workerId).execute(),
        ),
      )
    ).candidates[0]
    expect(other?.apart).toBe(true)
    const said = JSON.stringify((await of(trajectoryId, workerId)).blocks)
    expect(said).toContain('not-possible')
    for (const secret of ['avoid', 'apart', 'Lindelaan', 'safeguarding']) expect(said).not.toContain(secret)
    // No row says who the two are.
    const { rows } = await world.owner.query('select to_jsonb(r)::text as line from avoidance_ruling r')
    for (const { line } of rows) for (const id of [trajectoryId, workerId]) expect(line).not.toContain(id)
    // What she takes back stands in nobody's way any more.
    await endAvoidance(world.context, worker, { avoidanceId })
    expect((await of(trajectoryId, workerId)).blocks.map(({ code }) => code)).not.toContain('not-possible')
  })
  test('nobody is proposed to herself, and it isn’t said why', async () => {
    const phone = '+31610000123'
    const trajectoryId = await her('Meryem', { phone })
    const workerId = await beside('Meryem', { phone })
    expect((await of(trajectoryId, workerId)).blocks).toEqual([{ code: 'not-possible', mend: 'nobody' }])
  })
})

describe('what she hopes for', () => {
  test('asks of her home only where it is looked at and somebody comes there, and keeps it sealed', async () => {
    const trajectoryId = await her('Ines')
    expect((await showWishes(world.context, coordinator, { trajectoryId })).asks).toEqual({
      reading: true,
      home: true,
    })
    const workerId = await beside('Iet')
    const worker = await world.memberForWorker(workerId)
    const { version, profile } = await readOwnFile(world.context, worker, {})
    await changeOwnFile(world.context, worker, {
      version,
      file: {
        speaks: ['nl'],
        reads: ['ar'],
        profile,
        childAges: [],
        avoids: ['pets'],
        travels: [],
        capacity: 2,
      },
    })
    expect((await of(trajectoryId, workerId)).why.home_fit?.code).toBe('unknown')
    await changeWishes(world.context, coordinator, {
      trajectoryId,
      version: 0,
      wishes: { reads: ['ar'], homeHas: ['pets'], homeHasNot: ['stairs'] },
    })
    const { why } = await of(trajectoryId, workerId)
    expect(why).toMatchObject({
      home_fit: { code: 'there', score: 0, weight: 0 },
      reading: { code: 'shared', values: { reads: ['ar'] } },
    })
    const { matchId } = await tryIt(trajectoryId, workerId)
    const { rows } = await world.owner.query(
      `select w.wishes_sealed::text || m.explanation::text as line from match_wish w join match m using (trajectory_id)
       where m.id = $1`,
      [matchId],
    )
    for (const secret of ['pets', '"ar"']) expect(rows[0].line).not.toContain(secret)
  })
  test('an interpreter takes the place of a language only where the programme says so', async () => {
    const who = { languages: ['ti'], interpreter: 'ti' }
    const workerId = await beside('Jo')
    expect((await of(await her('Kidane', who), workerId)).blocks).toMatchObject([{ code: 'shared_language' }])
    const { questions, why } = await of(await her('Luwam', who, memosa.id), workerId)
    expect(questions).toContain('interpreter-needed')
    expect(why.shared_language).toMatchObject({ code: 'interpreter', values: { languages: ['ti'] } })
  })
})

describe('what she carries', () => {
  test('is full by her own number, and too much by what her programme allows', async () => {
    const workerId = await beside('Kaatje', {}, { capacity: 9 })
    // One woman of the gravest class weighs as much as three of the lightest.
    await tryIt(await her('Mona', {}, memosa.id), workerId)
    const trajectoryId = await her('Nadia')
    expect((await of(trajectoryId, workerId)).blocks).toMatchObject([
      { code: 'overload', mend: 'coordinator' },
    ])
    await expect(tryIt(trajectoryId, workerId)).rejects.toMatchObject({ code: 'match-overload' })
    const line = async () =>
      (await readWorklist(world.context, coordinator, {})).lines.find(
        ({ id, source }) => id === workerId && source.from === 'load',
      )
    expect(await line()).toMatchObject({
      pressure: 'waiting',
      source: { state: 'full', unit: 'points', taken: 3, max: 3 },
    })
    await world.owner.query('update worker set capacity = 0 where id = $1', [workerId])
    expect(await line()).toMatchObject({
      pressure: 'due',
      source: { state: 'over', unit: 'women', taken: 1, max: 0 },
    })
    expect((await of(trajectoryId, workerId)).blocks).toMatchObject([{ code: 'full', mend: 'worker' }])
    const { load, room } =
      (await listWorkers(world.context, coordinator, {})).find((one) => one.workerId === workerId) ?? {}
    expect(load).toMatchObject({ state: 'over', women: 1 })
    expect(room).toBe(0)
  })
})

describe('at the edges', () => {
  test('a postcode that doesn’t exist, an empty file and nothing hoped for: everybody is answered for', async () => {
    const trajectoryId = await her('Ola', { languages: [], address: address('9999 ZZ') })
    const workerId = await beside('Piet', { languages: [], address: address('9998 ZZ') })
    const { questions, why } = await of(trajectoryId, workerId)
    expect(questions).toContain('language-unknown')
    expect(why.distance?.code).toBe('unknown')
    expect(why.background?.code).toBe('unknown')
    await tryIt(trajectoryId, workerId)
  })
})
