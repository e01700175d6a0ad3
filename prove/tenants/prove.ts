import { randomUUID } from 'node:crypto'
import { chanceOf } from '#simulation/chance.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import type { World } from '#testing/world-on.ts'
import { copyOrganisation, type Row, rowsOf, type Table, tenantTables } from './copies.ts'
import { Hand, insert, pointing } from './statements.ts'

export interface Proof {
  readonly tenants: number
  readonly tables: number
  readonly bonds: number
  readonly attempts: number
  /** How often each answer came; `nothing` is no error and no row. */
  readonly answers: Readonly<Record<string, number>>
  readonly leaks: readonly string[]
}

export interface Tenants {
  readonly house: OneOfEach
  readonly tables: readonly Table[]
  readonly ids: readonly string[]
  /** An organisation that has nothing: what it can't add because of others, it would learn. */
  readonly emptyId: string
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, readonly Row[]>>
}

/** One organisation with a thing of every kind, made as people make it; the others are the same but for every id. */
export async function openTenants(
  world: World,
  count: number,
  /** What the first is before there are others. */
  alone: (house: OneOfEach) => Promise<void> = async () => undefined,
): Promise<Tenants> {
  const house = await oneOfEach(world)
  await alone(house)
  await world.owner.query('delete from programme_offer where org_id = $1', [world.otherOrgId])
  const tables = await tenantTables(world.owner)
  const ids = [house.orgId]
  for (let at = 1; at < count - 1; at += 1) {
    const orgId = world.context.newId()
    await copyOrganisation(world.owner, tables, house.orgId, { orgId, slug: `gelijk-${at}` })
    ids.push(orgId)
  }
  const rows = new Map<string, Map<string, Row[]>>()
  for (const id of ids) rows.set(id, await rowsOf(world.owner, tables, id))
  return { house, tables, ids, emptyId: world.otherOrgId, rows }
}

/**
 * As the role that does the work, in the name of one organisation: reads, changes, removes and adds rows of another in
 * every table, points its own rows at them by every foreign key, and adds rows with their keys.
 */
export async function proveTenants(
  world: World,
  { tables, ids, emptyId, rows }: Tenants,
  least: number,
  seed: number,
): Promise<Proof> {
  const chance = chanceOf(seed)
  const hand = await Hand.open(world.loginConfig)
  const answers: Record<string, number> = {}
  const leaks: string[] = []
  let attempts = 0
  const came = (label: string, { rows: got, code }: Awaited<ReturnType<Hand['try']>>, leak: boolean) => {
    attempts += 1
    const answer = code ?? (got > 0 ? 'rows' : 'nothing')
    answers[answer] = (answers[answer] ?? 0) + 1
    if (leak) leaks.push(`${label}: ${answer}`)
  }
  /** Both ways round in every pair once before any pair comes again. */
  const pairs = ids.flatMap((mine) =>
    ids.filter((theirs) => theirs !== mine).map((theirs) => [mine, theirs] as const),
  )
  const order = chance.some(pairs, pairs.length)
  try {
    for (let at = 0; attempts < least || at < ids.length; at += 1) {
      const [mine, theirs] = order[at % order.length] ?? ['', '']
      const ofMine = rows.get(mine)
      const ofTheirs = rows.get(theirs)
      for (const table of tables) {
        const { name, bonds } = table
        const stranger = chance.pick(ofTheirs?.get(name)?.length ? (ofTheirs.get(name) ?? []) : [{}])
        const own = chance.pick(ofMine?.get(name)?.length ? (ofMine.get(name) ?? []) : [{}])
        const whole = JSON.stringify(stranger)
        await hand.as(mine, async () => {
          const see = await hand.try(`select from ${name} where org_id = $1`, [theirs])
          came(`${name} read`, see, see.rows > 0)
          const all = await hand.try(`select from ${name} where org_id <> $1`, [mine])
          came(`${name} read all`, all, all.rows > 0)
          const change = await hand.try(`update ${name} set org_id = $1 where org_id = $1`, [theirs])
          came(`${name} change`, change, change.rows > 0)
          const remove = await hand.try(`delete from ${name} where org_id = $1`, [theirs])
          came(`${name} remove`, remove, remove.rows > 0)
          if (whole === '{}') return
          const fresh = 'id' in stranger ? { ...stranger, id: randomUUID() } : stranger
          const add = await hand.try(insert(name), [JSON.stringify(fresh)])
          came(`${name} add`, add, add.code !== '42501')
          const steal = await hand.try(`update ${name} t set org_id = $2 where to_jsonb(t) = $1::jsonb`, [
            JSON.stringify(own),
            theirs,
          ])
          came(`${name} give away`, steal, steal.rows > 0)
          for (const bond of bonds) {
            const target = ofTheirs?.get(bond.target)?.[0]
            if (!target || JSON.stringify(own) === '{}') continue
            const { text, values } = pointing(table, bond, own, target)
            const point = await hand.try(text, values)
            came(`${name} ${bond.name}`, point, point.rows > 0)
          }
        })
        if (whole !== '{}')
          await hand.as(emptyId, async () => {
            const claimed = { ...stranger, org_id: emptyId }
            const taken = await hand.try(insert(name), [JSON.stringify(claimed)])
            const none = await hand.try(insert(name), [
              JSON.stringify('id' in claimed ? { ...claimed, id: randomUUID() } : claimed),
            ])
            // Whether somebody else has such a key must make no difference.
            came(`${name} same key`, taken, taken.code === '23505' || taken.code !== none.code)
          })
      }
    }
  } finally {
    await hand.close()
  }
  return {
    tenants: ids.length + 1,
    tables: tables.length,
    bonds: tables.reduce((sum, { bonds }) => sum + bonds.length, 0),
    attempts,
    answers,
    leaks,
  }
}
