import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '#api/endpoints.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { placeText } from '#domain/message/message-text.ts'
import { paths } from '#pages/paths.ts'
import { routes } from '#pages/routes.ts'
import { evtGroup } from '#programmes/evt-group.ts'
import { openApi, type TestApi } from '#testing/api.ts'
import { within } from '#testing/cast.ts'
import { type OneOfEach, oneOfEach } from '#testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeGroup } from '#usecases/group/change-group.ts'
import { readGroup } from '#usecases/group/read-group.ts'
import { readGroupTerms } from '#usecases/group/read-group-terms.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { addressIn } from './addresses.ts'

/**
 * Where a group of women who live with violence meets is known to who plans it and, shortly before, to who leads it. It
 * stands on no other page, in no export, no answer of the API, no paper and no calendar (domain.md 7.6, H8): every
 * address that there is, is opened here by everybody who may.
 */
const secret = 'Koekoeksnest 88'
let world: World
let here: OneOfEach
let site: WholeSite
let api: TestApi
beforeAll(async () => {
  world = await openWorld()
  here = await oneOfEach(world)
  site = await openWholeSite(world)
  api = openApi(world)
  const { coordinator } = here.members
  const { group: known } = await readGroupTerms(world.context, coordinator, { groupId: here.group.one })
  if (!known) throw new Error('no group')
  await changeGroup(world.context, coordinator, {
    id: here.group.one,
    version: known.version,
    title: known.title,
    location: secret,
    facilitatorIds: [...known.facilitatorIds],
  })
  // And a message that would have told her.
  const { rows } = await world.owner.query('select person_id, trajectory_id from group_place where id = $1', [
    here.group.place,
  ])
  await within(world, async (work) => {
    await work.vault.load([rows[0].person_id])
    return queueMessage(work, {
      ...{ kind: 'group-place', channel: 'text', language: 'nl', address: '+31612345678' },
      ...placeText('nl', 'dinsdag 9.30 uur', secret),
      personId: rows[0].person_id,
      trajectoryId: rows[0].trajectory_id,
      dedupeKey: 'group-place|here',
    })
  })
}, 300_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const guises = [
  secret,
  secret.toLowerCase(),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').slice(0, -2),
]
const tells = (text: string): boolean => guises.some((guise) => text.includes(guise))

async function whereItIsRead(): Promise<readonly string[]> {
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await site.signIn(here.members[role]))
  const seen: string[] = []
  for (const route of routes.filter(({ get, path }) => get && path !== paths.signOut()))
    for (const role of route.who === 'public' || route.who === 'anyone' ? [null] : route.who) {
      const { html } = await site.ask(addressIn(here, route.path), {
        cookie: role && (cookies.get(role) ?? null),
      })
      if (tells(html)) seen.push(`${role ?? 'anybody'} ${route.path}`)
    }
  return seen
}

test('the place of a group stands on two pages, for who plans it and for who leads it, and on no paper', async () => {
  expect(evtGroup.safety.class.value).toBe('very_high')
  expect(await whereItIsRead()).toEqual([
    'coordinator /groups/:id/change',
    'coordinator /groups/:id',
    'worker /groups/:id',
  ])
  const cookie = await site.signIn(here.members.coordinator)
  const { html } = await site.ask(paths.group.one(here.group.one), { cookie })
  // It is left out where the page is printed.
  expect(html.replace(/<span class="naast-no-print">[^<]*<\/span>/g, '')).not.toContain(secret)
}, 300_000)

test('who leads it reads it only in the days in which the women may hear it', async () => {
  const { worker, coordinator } = here.members
  const place = async (actor: typeof worker) =>
    (await readGroup(world.context, actor, { id: here.group.one })).location
  expect(await place(worker)).toBe(secret)
  // The first session passed and nobody wrote it down; the next one is a week away.
  world.turnTo('2026-11-04')
  expect(await place(worker)).toBeNull()
  expect(await place(coordinator)).toBe(secret)
  world.turnTo('2026-11-08')
  expect(await place(worker)).toBe(secret)
  world.turnTo('2026-11-03')
})

test('no answer of the API carries it', async () => {
  const { key } = await api.key()
  const addressOf = (path: string) =>
    path.replace(/:(\w*[iI]d)\b/g, here.group.one).replace(/:\w+/g, here.group.place)
  const asked = endpoints.filter(({ method }) => method === 'GET')
  expect(asked.length).toBeGreaterThan(3)
  for (const { method, path } of asked) {
    const answer = await api.send(method, addressOf(path), { key })
    expect(tells(await answer.text()), path).toBe(false)
  }
})

test('the database holds it sealed, and nowhere in clear', async () => {
  const { rows } = await world.owner.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
      where schemaname in ('public', 'keys', 'auth')`,
  )
  const clear: string[] = []
  for (const { table } of rows) {
    const found = await world.owner.query(
      `select count(*)::int as n from ${table} as row where row::text ilike $1 or row::text ilike $2`,
      [`%${secret}%`, `%${Buffer.from(secret).toString('hex')}%`],
    )
    if (found.rows[0].n > 0) clear.push(table)
  }
  expect(clear).toEqual([])
})
