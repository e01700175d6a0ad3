import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../testing/world.ts'

let world: World
let client: pg.Client
beforeAll(async () => {
  world = await openWorld()
  await world.member(['coordinator'])
  await world.member(['coordinator'], world.otherOrgId)
  client = new pg.Client(world.loginConfig)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await world.close()
})

/** Does this as the app would: tenant first, then the role that may not set it again. Rolled back in any case. */
async function as<T>(orgId: string | null, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    if (orgId) await client.query(`select set_config('naast.org', $1, true)`, [orgId])
    await client.query('set local role naast_work')
    return await work()
  } finally {
    await client.query('rollback')
  }
}

describe('one organisation', () => {
  test('sees its own rows and no others', async () => {
    const seen = await as(world.orgId, () => client.query('select distinct org_id from member'))
    expect(seen.rows).toEqual([{ org_id: world.orgId }])
  })
  test('sees nothing when none was chosen', async () => {
    const { rows } = await as(null, () => client.query('select org_id from member'))
    expect(rows).toEqual([])
  })
  test('can’t write into another', async () => {
    const theft = as(world.orgId, () =>
      client.query(`insert into household (org_id, id, created_at) values ($1, $2, now())`, [
        world.otherOrgId,
        world.context.newId(),
      ]),
    )
    await expect(theft).rejects.toThrow(/row-level security/)
  })
  test('can’t point at a row of another', async () => {
    const { rows } = await world.owner.query(`select id from member where org_id = $1`, [world.otherOrgId])
    const pointing = as(world.orgId, () =>
      client.query(
        `insert into draft (org_id, id, member_id, form, subject_id, body_sealed, saved_at) values ($1, $2, $3, 'x', $2, '', now())`,
        [world.orgId, world.context.newId(), rows[0].id],
      ),
    )
    await expect(pointing).rejects.toThrow(/foreign key/)
  })
  test('can’t change organisation in the middle of its work', async () => {
    for (const attempt of [
      `select set_config('naast.org', '${world.otherOrgId}', true)`,
      `select * from member, lateral (select set_config('naast.org', '${world.otherOrgId}', true)) as s`,
      `with moved as (select set_config('role', 'naast_login', true)) select * from moved`,
      `do $$ begin perform set_config('naast.org', '${world.otherOrgId}', true); end $$`,
      `alter table member disable row level security`,
      `create table stolen as select * from member`,
      `select * from auth.user`,
      `update audit_event set outcome = 'success'`,
      `truncate audit_event`,
    ])
      await expect(
        as(world.orgId, () => client.query(attempt)),
        attempt,
      ).rejects.toThrow(/permission denied|must be owner/)
  })
  test('can’t remove a line of the access log that is younger than five years', async () => {
    const { rows } = await world.owner.query(
      'select count(*)::int as count from audit_event where org_id = $1',
      [world.orgId],
    )
    expect(rows[0]?.count).toBeGreaterThan(0)
    expect((await as(world.orgId, () => client.query('delete from audit_event'))).rowCount).toBe(0)
  })
})
