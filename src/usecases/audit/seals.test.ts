import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { turnSeals } from '#server/jobs/seals.ts'
import { signetOf } from '#server/keys/signet.ts'
import { checkSeals, type FoundFlaw } from '#usecases/audit/check-seals.ts'
import { findUnsealed } from '#usecases/audit/find-unsealed.ts'
import { listAccess } from '#usecases/audit/list-access.ts'
import { readLastAnchor } from '#usecases/audit/read-last-anchor.ts'
import { sealAudit } from '#usecases/audit/seal-audit.ts'
import { Forbidden, Invalid } from '#usecases/failure.ts'
import { listReferrals } from '#usecases/referral/list-referrals.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let officer: MemberActor
let coordinator: MemberActor
const system = () => ({ kind: 'system', orgId: world.orgId, job: 'seals' }) as const

beforeAll(async () => {
  world = await openWorld()
  officer = await world.member(['privacy_officer'])
  coordinator = await world.member(['coordinator'])
})
afterAll(() => world.close())

let clock = Temporal.PlainDateTime.from('2026-11-03T09:00')
/** Time goes one way only, here too: a line that is older than what is sealed already is what these tests look for. */
const pass = (much: Temporal.DurationLike) => {
  clock = clock.add(much)
  world.turnTo(clock.toString())
}
/** An hour in which somebody read the log three times, and after which it is sealed. */
const anHourPasses = async () => {
  pass({ minutes: 1 })
  for (let times = 0; times < 3; times += 1) await listAccess(world.context, officer, {})
  pass({ hours: 1 })
  await turnSeals({ organisations: async () => [world.orgId], context: () => world.context })
}
const check = async (anchor: string | null = null): Promise<readonly FoundFlaw[]> =>
  (await checkSeals(world.context, officer, { anchor })).flaws
/** What somebody could do who has the database and not the key; undone afterwards. */
const behindOurBack = async (doing: string, look: () => Promise<void>) => {
  await world.owner.query('create table kept_lines as select * from audit_event')
  await world.owner.query('create table kept_seals as select * from audit_seal')
  try {
    await world.owner.query(doing)
    await look()
  } finally {
    await world.owner.query(
      'truncate audit_event, audit_seal; insert into audit_event select * from kept_lines; insert into audit_seal select * from kept_seals; drop table kept_lines, kept_seals',
    )
  }
}
const second = `(select id from audit_event where org_id = (select org_id from audit_seal limit 1) order by id offset 1 limit 1)`

describe('who may', () => {
  test('ask whether the log is whole: the privacy officer; seal it: nobody but Naast', async () => {
    const others: Role[] = [
      'administrator',
      'coordinator',
      'worker',
      'safeguarding_lead',
      'programme_manager',
    ]
    for (const role of others) {
      const actor = await world.member([role])
      await expect(checkSeals(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(readLastAnchor(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
    for (const actor of [officer, coordinator]) {
      await expect(sealAudit(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(findUnsealed(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
  })
})

describe('the seals', () => {
  beforeEach(anHourPasses)
  test('hold a log that nobody touched, each with the one before it', async () => {
    await anHourPasses()
    const found = await checkSeals(world.context, officer, {})
    expect(found).toMatchObject({ flaws: [], next: null })
    expect(found.seals).toBeGreaterThan(1)
    expect(found.lines).toBeGreaterThan(6)
  })
  test('leave alone what was written down a moment ago, and nothing that only sealing wrote', async () => {
    expect((await findUnsealed(world.context, system(), {})).waiting).toBe(false)
    await listAccess(world.context, officer, {})
    expect((await findUnsealed(world.context, system(), {})).waiting).toBe(false)
    pass({ minutes: 11 })
    expect((await findUnsealed(world.context, system(), {})).waiting).toBe(true)
  })
  test('are made once when two processes seal at once', async () => {
    await listReferrals(world.context, coordinator, {})
    await listAccess(world.context, officer, {})
    pass({ minutes: 11 })
    const done = await Promise.all([1, 2, 3].map(() => sealAudit(world.context, system(), {})))
    expect(done.filter(({ sealed }) => sealed > 0)).toHaveLength(1)
    expect(await check()).toEqual([])
  })
  test('show a line that was changed, removed or added, and where', async () => {
    const changes: Record<string, [doing: string, flaw: string]> = {
      who: [`update audit_event set actor_id = gen_random_uuid() where id = ${second}`, 'lines-changed'],
      when: [`update audit_event set at = at - interval '1 second' where id = ${second}`, 'lines-changed'],
      what: [`update audit_event set event = 'read-worker' where id = ${second}`, 'lines-changed'],
      detail: [`update audit_event set detail = '{"lines": 7}' where id = ${second}`, 'lines-changed'],
      gone: [`delete from audit_event where id = ${second}`, 'lines-missing'],
      added: [
        `insert into audit_event select org_id, (left(id::text, 35) || case right(id::text, 1) when '0' then '1' else '0' end)::uuid, at, event, action, outcome, actor_kind,
           actor_id, actor_roles, on_behalf_of, person_ids, trajectory_ids, access_basis, policy_version, request_id,
           detail from audit_event where id = ${second}`,
        'lines-added',
      ],
    }
    for (const [name, [doing, flaw]] of Object.entries(changes))
      await behindOurBack(doing, async () => {
        const found = await check()
        expect(found, name).toContainEqual({ number: 1, flaw })
      })
  })
  test('cannot be made anew without the key', async () => {
    await anHourPasses()
    const forged = signetOf({ id: 'other', key: Buffer.alloc(32, 9) }).sign('naast-audit-1')
    await behindOurBack(
      `update audit_seal set signature = '\\x${forged.toString('hex')}' where number = 1`,
      async () => expect(await check()).toEqual([{ number: 1, flaw: 'not-signed' }]),
    )
    await behindOurBack('delete from audit_seal where number = 1', async () =>
      expect((await check()).map(({ flaw }) => flaw)).toEqual(
        expect.arrayContaining(['seal-missing', 'chain-broken']),
      ),
    )
  })
  test('cannot be cut off unseen by who kept an anchor elsewhere', async () => {
    await anHourPasses()
    const anchor = (await readLastAnchor(world.context, officer, {}))?.text ?? ''
    expect(await check(anchor)).toEqual([])
    await behindOurBack(
      `delete from audit_event where id > (select after_id from audit_seal order by number desc limit 1);
       delete from audit_seal where number = (select max(number) from audit_seal)`,
      async () => {
        expect(await check()).toEqual([])
        expect(await check(anchor)).toContainEqual({ number: 0, flaw: 'cut-off' })
      },
    )
    const other = anchor.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect((await check(other)).map(({ flaw }) => flaw)).toEqual(['anchor-differs'])
  })
  test('say so when sealing stands still, or a line was put after the last', async () => {
    await listAccess(world.context, officer, {})
    pass({ hours: 4 })
    expect(await check()).toEqual([{ number: 0, flaw: 'unsealed' }])
  })
  test('know nothing of another organisation, and no anchor of one', async () => {
    const elsewhere = await world.member(['privacy_officer'], world.otherOrgId)
    expect(await checkSeals(world.context, elsewhere, {})).toMatchObject({ seals: 0, lines: 0, next: null })
    expect(await readLastAnchor(world.context, elsewhere, {})).toBeNull()
    const anchor = (await readLastAnchor(world.context, officer, {}))?.text ?? ''
    await expect(checkSeals(world.context, elsewhere, { anchor })).rejects.toThrow(Invalid)
    for (const nonsense of ['0', 'naast-audit-1', `${anchor}0`])
      await expect(checkSeals(world.context, officer, { anchor: nonsense })).rejects.toThrow(Invalid)
  })
})
