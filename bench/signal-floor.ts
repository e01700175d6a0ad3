import type pg from 'pg'

/**
 * The floor of signals: the rows that the rules rest on, by hand-written SQL in the same kind of transaction, and
 * nothing done with them; and a change by hand, with its commit. Nothing is opened, weighed or kept in the access log.
 */
async function inside<Result>(pool: pg.Pool, orgId: string, run: (client: pg.PoolClient) => Promise<Result>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('naast.org', $1, true), set_config('role', 'naast_work', true)", [
      orgId,
    ])
    const result = await run(client)
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}

const questions = [
  `select id, state, phase, started_on, last_contact_on, contacts_done, worker_id from trajectory
    where org_id = $1 and id = any($2)`,
  'select trajectory_id, rule_id, id from signal where org_id = $1 and trajectory_id = any($2) and ended_at is null',
  `select trajectory_id, array_agg(state order by coalesce(done_on, planned_on, due_from)), max(logged_at) from contact
    where org_id = $1 and trajectory_id = any($2) and state in ('done', 'cancelled', 'no_show') group by 1`,
  `select t.id, gate.kind, gate.seen_on, gate.valid_until from trajectory t
    join worker_gate gate on gate.org_id = t.org_id and gate.worker_id = t.worker_id where t.org_id = $1 and t.id = any($2)`,
  `select t.id, agreed.confirmed_on from trajectory t
    join safe_contact_policy agreed on agreed.org_id = t.org_id and agreed.person_id = t.person_id and agreed.until_at is null
    where t.org_id = $1 and t.id = any($2)`,
  `select t.id, c.birth_day_sealed, key.wrapped from trajectory t
    join person c on c.org_id = t.org_id and c.id = t.child_id
    join keys.data_key key on key.org_id = c.org_id and key.owner_id = c.id where t.org_id = $1 and t.id = any($2)`,
  `select t.id, p.facts_sealed, key.wrapped from trajectory t
    join pregnancy p on p.org_id = t.org_id and p.trajectory_id = t.id
    join keys.data_key key on key.org_id = t.org_id and key.owner_id = t.person_id where t.org_id = $1 and t.id = any($2)`,
]

export const floorOfReading = (pool: pg.Pool, orgId: string, ids: readonly string[]): Promise<void> =>
  inside(pool, orgId, async (client) => {
    for (const text of questions) await client.query({ text, values: [orgId, ids], rowMode: 'array' })
  })

export const floorOfChange = (pool: pg.Pool, orgId: string, id: string): Promise<void> =>
  inside(pool, orgId, async (client) => {
    await client.query({
      name: 'change',
      text: 'update trajectory set version = version + 1 where org_id = $1 and id = $2',
      values: [orgId, id],
    })
  })
