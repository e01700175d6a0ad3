import type pg from 'pg'
import { turnSeals } from '#server/jobs/seals.ts'
import { signetOf } from '#server/keys/signet.ts'
import type { Chance } from '#simulation/chance.ts'
import type { World } from '#testing/world-on.ts'

/** What somebody does who has the database; `key`: who has the key too, so that only an anchor kept elsewhere tells. */
export interface Tampering {
  readonly name: string
  readonly needsAnchor?: true
  make(log: Log, chance: Chance): Promise<void>
}
export interface Log {
  readonly world: World
  readonly owner: pg.Pool
  /** Sealed lines of the organisation, oldest first. */
  readonly ids: readonly string[]
  readonly events: readonly string[]
  readonly seals: number
  /** Where the line that each seal ends with stands among them. */
  readonly ends: readonly number[]
}

const other = (column: string, from: readonly string[]): string =>
  `${column} = case ${column} when '${from[0]}' then '${from[1]}' else '${from[0]}' end`
/** Each column of a line, and how it is made another. */
const changes: Readonly<Record<string, string>> = {
  at: `at = at - interval '1 millisecond'`,
  event: `event = event || '-x'`,
  action: other('action', ['read', 'update']),
  outcome: other('outcome', ['success', 'denied']),
  actor_kind: other('actor_kind', ['member', 'system']),
  actor_id: 'actor_id = gen_random_uuid()',
  actor_roles: `actor_roles = actor_roles || '{worker}'::text[]`,
  on_behalf_of: 'on_behalf_of = gen_random_uuid()',
  'person_ids, one more': 'person_ids = person_ids || gen_random_uuid()',
  trajectory_ids: 'trajectory_ids = trajectory_ids || gen_random_uuid()',
  access_basis: other('access_basis', ['role', 'match']),
  policy_version: `policy_version = policy_version || '.'`,
  request_id: `request_id = request_id || '.'`,
  detail: `detail = coalesce(detail, '{}') || '{"x": 1}'`,
  id: `id = (left(id::text, 35) || case right(id::text, 1) when '0' then '1' else '0' end)::uuid`,
}
const sealChanges: Readonly<Record<string, string>> = {
  previous: `previous = repeat('0', 64)`,
  after_id: 'after_id = gen_random_uuid()',
  until_id: 'until_id = gen_random_uuid()',
  lines: 'lines = lines + 1',
  hash: `hash = case left(hash, 1) when '0' then '1' else '0' end || substr(hash, 2)`,
  signature: `signature = set_byte(signature, 3, get_byte(signature, 3) # 1)`,
}

export async function reseal(world: World, signet = world.context.signet): Promise<void> {
  const { orgId, context } = world
  await turnSeals({ organisations: async () => [orgId], context: () => ({ ...context, signet }) })
}

const mine = 'org_id = $1'
const copied = `org_id, gen_random_uuid(), at, event, action, outcome, actor_kind, actor_id, actor_roles, on_behalf_of,
  person_ids, trajectory_ids, access_basis, policy_version, request_id, detail`

export const tamperings: readonly Tampering[] = [
  ...Object.entries(changes).map(([column, set]) => ({
    name: `a line says something else: ${column}`,
    async make({ world, owner, ids }: Log, chance: Chance) {
      await owner.query(`update audit_event set ${set} where ${mine} and id = $2`, [
        world.orgId,
        chance.pick(ids),
      ])
    },
  })),
  ...Object.entries(sealChanges).map(([column, set]) => ({
    name: `a seal says something else: ${column}`,
    async make({ world, owner, seals }: Log, chance: Chance) {
      await owner.query(`update audit_seal set ${set} where ${mine} and number = $2`, [
        world.orgId,
        chance.between(1, seals),
      ])
    },
  })),
  {
    name: 'lines are gone',
    async make({ world, owner, ids }, chance) {
      const from = chance.between(0, ids.length - 1)
      await owner.query(`delete from audit_event where ${mine} and id = any($2)`, [
        world.orgId,
        ids.slice(from, from + chance.between(1, 5)),
      ])
    },
  },
  {
    name: 'a line is there twice',
    async make({ world, owner, ids }, chance) {
      const id = chance.pick(ids)
      await owner.query(
        `insert into audit_event select ${copied.replace('gen_random_uuid()', `(left(id::text, 35) || case right(id::text, 1) when '0' then '1' else '0' end)::uuid`)}
           from audit_event where ${mine} and id = $2`,
        [world.orgId, id],
      )
    },
  },
  {
    name: 'two lines changed places',
    async make({ world, owner, ids, events }, chance) {
      const one = chance.between(0, ids.length - 1)
      const another = events.findIndex((event) => event !== events[one])
      const swap = async (from: string, to: string) =>
        owner.query(`update audit_event set id = $3 where ${mine} and id = $2`, [world.orgId, from, to])
      const aside = world.context.newId()
      await swap(ids[one] ?? '', aside)
      await swap(ids[another] ?? '', ids[one] ?? '')
      await swap(aside, ids[another] ?? '')
    },
  },
  {
    name: 'lines are another organisation’s now',
    async make({ world, owner, ids }, chance) {
      await owner.query(`update audit_event set org_id = $3 where ${mine} and id = $2`, [
        world.orgId,
        chance.pick(ids),
        world.otherOrgId,
      ])
    },
  },
  {
    name: 'an old line is put behind the last seal',
    async make({ world, owner, ids }, chance) {
      const last = ids.at(-1) ?? ''
      const id = `${last.slice(0, 24)}${last[24] === 'f' ? 'f' : 'e'}fffffffffff`
      await owner.query(
        `insert into audit_event select ${copied.replace('gen_random_uuid()', '$3::uuid')} from audit_event where ${mine} and id = $2`,
        [world.orgId, chance.pick(ids), id > last ? id : last.replace(/.$/, 'f')],
      )
    },
  },
  {
    name: 'a seal is gone',
    async make({ world, owner, seals }, chance) {
      await owner.query(`delete from audit_seal where ${mine} and number = $2`, [
        world.orgId,
        chance.between(1, seals - 1),
      ])
    },
  },
  {
    name: 'two seals changed places',
    async make({ world, owner, seals }, chance) {
      const one = chance.between(1, seals - 1)
      for (const [from, to] of [
        [one, 100_000],
        [one + 1, one],
        [100_000, one + 1],
      ])
        await owner.query(`update audit_seal set number = ${to} where ${mine} and number = ${from}`, [
          world.orgId,
        ])
    },
  },
  {
    name: 'sealed anew with another key, from a changed line on',
    async make(log, chance) {
      await changeAndUnseal(log, chance)
      await reseal(log.world, {
        ...log.world.context.signet,
        ...signetOf({ id: 'x', key: Buffer.alloc(32, 9) }),
      })
    },
  },
  {
    name: 'sealed anew with the key itself, from a changed line on',
    needsAnchor: true,
    async make(log, chance) {
      await changeAndUnseal(log, chance)
      await reseal(log.world)
    },
  },
  {
    name: 'the end is cut off',
    needsAnchor: true,
    async make({ world, owner, ids, ends, seals }, chance) {
      const from = chance.between(2, seals)
      await owner.query(`delete from audit_event where ${mine} and id > $2`, [
        world.orgId,
        ids[ends[from - 2] ?? 0],
      ])
      await owner.query(`delete from audit_seal where ${mine} and number >= $2`, [world.orgId, from])
    },
  },
  {
    name: 'all of it is gone',
    needsAnchor: true,
    async make({ world, owner }) {
      await owner.query(`delete from audit_event where ${mine}`, [world.orgId])
      await owner.query(`delete from audit_seal where ${mine}`, [world.orgId])
    },
  },
]

async function changeAndUnseal({ world, owner, ids, ends, seals }: Log, chance: Chance): Promise<void> {
  const from = chance.between(1, seals)
  const first = from === 1 ? 0 : (ends[from - 2] ?? 0) + 1
  const id = ids[chance.between(first, ends[from - 1] ?? first)]
  await owner.query(`update audit_event set actor_id = gen_random_uuid() where ${mine} and id = $2`, [
    world.orgId,
    id,
  ])
  await owner.query(`delete from audit_seal where ${mine} and number >= $2`, [world.orgId, from])
}
