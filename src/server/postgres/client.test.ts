import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditEntry, appendAudit } from '#db/audit.ts'
import { askTogether, enterOrganisation, goesAhead, type Tx } from '#db/connection.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const line = (id: string): AuditEntry => ({
  id,
  orgId: world.orgId,
  at: world.context.now(),
  event: 'test',
  action: 'update',
  outcome: 'success',
  actorKind: 'system',
  actorId: null,
  actorRoles: [],
  onBehalfOf: null,
  personIds: [],
  trajectoryIds: [],
  accessBasis: 'system',
  policyVersion: 'test',
  requestId: 'test',
  detail: null,
})
const household = (tx: Tx, id: string) =>
  tx.insertInto('household').values({ org_id: world.orgId, id, created_at: world.context.now() }).execute()
const kept = async (id: string) =>
  (await world.owner.query('select 1 from household where id = $1', [id])).rowCount === 1
const inside = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  world.context.db.transaction().execute(async (tx) => {
    await enterOrganisation(tx, world.orgId)
    return work(tx)
  })

describe('a statement that goes ahead', () => {
  test('is done when its transaction is', async () => {
    const [id, auditId] = [randomUUID(), randomUUID()]
    await inside(async (tx) => {
      await household(tx, id)
      await appendAudit(tx, line(auditId))
    })
    expect(await kept(id)).toBe(true)
    expect((await world.owner.query('select 1 from audit_event where id = $1', [auditId])).rowCount).toBe(1)
  })

  test('takes the whole transaction with it if it fails, the last one too', async () => {
    const [id, auditId] = [randomUUID(), randomUUID()]
    await inside((tx) => appendAudit(tx, line(auditId)))
    const again = inside(async (tx) => {
      await household(tx, id)
      await appendAudit(tx, line(auditId))
    })
    await expect(again).rejects.toThrow(/audit_event_pkey/)
    expect(await kept(id)).toBe(false)
  })

  test('is heard of at the next statement, by its own name', async () => {
    const failing = inside(async (tx) => {
      await sql`select 1 / 0 ${goesAhead}`.execute(tx)
      await household(tx, randomUUID())
    })
    await expect(failing).rejects.toThrow('division by zero')
  })

  test('leaves a connection behind that works', async () => {
    for (let time = 0; time < 30; time += 1) {
      await expect(inside((tx) => sql`select 1 / 0 ${goesAhead}`.execute(tx))).rejects.toThrow()
      await inside((tx) => household(tx, randomUUID()))
    }
  })

  test('keeps the organisation to its transaction: the next one begins with none', async () => {
    await inside((tx) => household(tx, randomUUID()))
    const bare = world.context.db
      .transaction()
      .execute((tx) => tx.selectFrom('household').select('id').execute())
    await expect(bare).rejects.toThrow(/permission denied/)
  })
})

describe('what is asked together', () => {
  const number = (value: number) => sql<{ value: number }>`select ${value}::int as value`

  test('is answered in its order, of this organisation, and after what was written before', async () => {
    const id = randomUUID()
    const [first, second, third] = await inside(async (tx) => {
      await household(tx, id)
      return askTogether<object>(tx, [number(2), number(1), sql`select id from household where id = ${id}`])
    })
    expect([first, second, third]).toEqual([[{ value: 2 }], [{ value: 1 }], [{ id }]])
  })
  test('fails as one, and takes its transaction with it', async () => {
    const id = randomUUID()
    const asked = inside(async (tx) => {
      await household(tx, id)
      await askTogether<object>(tx, [number(1), sql`select 1 / 0`, number(2)])
    })
    await expect(asked).rejects.toThrow('division by zero')
    expect(await kept(id)).toBe(false)
    expect(await inside((tx) => askTogether(tx, [number(3)]))).toEqual([[{ value: 3 }]])
  })
})
