import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { roles } from '#domain/member/role.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { openWatched, proveLocks, type Watched, withoutWall } from '../prove/locks/prove.ts'
import { lists, nobodys, pagesOfOne, plain } from '../prove/pages.ts'
import { type OneOfEach, oneOfEach } from '../testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '../testing/whole-site.ts'
import { openWorld, type World } from '../testing/world.ts'
import { addressIn } from './addresses.ts'

/**
 * Somebody with every role there is, from whom every file is locked: to him each of them answers, byte for byte, as a
 * number that was never given. Then others do things about women whom he has never seen (security.md T4, in small; H5,
 * H11).
 */
let world: World
let site: WholeSite
let here: OneOfEach
let locked: MemberActor
let cookie: string
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  locked = await world.member(roles.filter((role) => role !== 'worker'))
  site = await openWholeSite(world)
  cookie = await site.signIn(locked)
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

/** Addresses that are no woman's file: his organisation's own things, and what nobody knows yet whose it is. */
const notHers =
  /^\/(account|members|recoveries|imports|services|webhooks|programmes|programme-drafts|network|help-offers|referrers|teams|duties|trainings|workers|matching|activities|activity-meetings|groups|group-sessions|small-starts|on-call|my-|going-alone|supervision|child-files|exchanges|expenses|expense-receipts|payouts|figures|accreditation|subsidies|releases|questionnaires|outcomes|sheets|requests|compositions(?!\/:id\/women))/

/** What is said of nobody but these women. */
const hers = ['Zwaluwina', 'Sijsjepad', 'kanarie@post.example.nl', '687654321']

/** Every file there is here, locked for him. */
async function lockAll(): Promise<string[]> {
  const { rows } = await world.owner.query<{ person_id: string; id: string }>(
    `select distinct on (person_id) person_id, id from referral where org_id = $1 order by person_id, id`,
    [world.orgId],
  )
  for (const { id } of rows)
    await setFileLock(world.context, here.members.coordinator, {
      fileId: id,
      against: { kind: 'member', id: locked.memberId },
      words: 'Zij wil niet dat hij dit weet.',
    })
  return rows.map(({ person_id }) => person_id)
}

describe('who is locked out of every file', () => {
  test('found them before', async () => {
    const answer = await site.ask(`/trajectories/${here.trajectory.active}`, { cookie })
    expect(answer.status).toBe(200)
  })

  test('finds none at any address, and reads no name of theirs on any page', async () => {
    const people = await lockAll()
    const { rows } = await world.owner.query<{ id: string }>(
      `select hidden_id as id from lock_reach where barred_id = $1`,
      [locked.memberId],
    )
    const hidden = rows.map(({ id }) => id)
    expect(hidden.length).toBeGreaterThan(people.length * 2)
    let addresses = 0
    const different: string[] = []
    for (const { path } of pagesOfOne) {
      const address = addressIn(here, path)
      const answer = await site.ask(address, { cookie })
      if (!notHers.test(path)) {
        const none = await site.ask(nobodys(address), { cookie })
        // Said in few words where they differ: a page is long.
        if (plain(answer) !== plain(none)) different.push(`${path}: ${answer.status}, not ${none.status}`)
        addresses += 1
      }
      expect(answer.status, path).not.toBe(500)
      expect(
        hidden.filter((id) => answer.html.includes(id)),
        `${path}: ids`,
      ).toEqual([])
    }
    expect(different).toEqual([])
    expect(addresses).toBeGreaterThan(60)
    for (const { path } of lists) {
      const { html, status } = await site.ask(path, { cookie })
      expect(status, path).not.toBe(500)
      expect(
        hidden.filter((id) => html.includes(id)),
        `${path}: ids`,
      ).toEqual([])
      expect(
        hers.filter((word) => html.includes(word)),
        `${path}: names`,
      ).toEqual([])
    }
    expect(site.troubles).toEqual([])
  }, 300_000)
})

describe('whatever others do about her', () => {
  const seed = 20_261_103
  let watched: Watched
  beforeAll(async () => {
    watched = await openWatched(world, { here, site })
  }, 300_000)

  test('who is locked out, or was given nobody, sees what he saw before she came', async () => {
    const { told, sequences, steps } = await proveLocks(watched, { count: 10, longest: 6, seed })
    console.log(`T4: seed ${seed}, ${sequences} sequences, ${steps} steps, ${told.length} told anything`)
    expect(told).toEqual([])
    expect(site.troubles).toEqual([])
  }, 240_000)

  test('and would see her at once, were it not for the wall in the database', async () => {
    await withoutWall(world)
    const { told } = await proveLocks(watched, { count: 2, longest: 6, seed })
    expect(told.length).toBeGreaterThan(3)
  }, 300_000)
})
