import type { Actor } from '#domain/member/actor.ts'
import { type Role, roles } from '#domain/member/role.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman } from '#testing/cast.ts'
import type { OneOfEach } from '#testing/one-of-each.ts'
import { openWholeSite, type WholeSite } from '#testing/whole-site.ts'
import type { World } from '#testing/world-on.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { addressIn } from '../../house/addresses.ts'
import { inputsWithIds } from '../../house/inputs-by-use-case.ts'
import { everyUseCase } from '../every-use-case.ts'
import { lists, nobodys, pagesOfOne, plain } from '../pages.ts'
import { idsOf } from './copies.ts'

interface Tried {
  readonly tried: number
  readonly leaks: readonly string[]
}

/** The ids of a copied organisation, by the same names. */
const elsewhereOf = (house: OneOfEach, orgId: string): OneOfEach =>
  JSON.parse(idsOf(house.orgId, orgId)(JSON.stringify(house)))

/** Every use case that asks for an id, with ids of another organisation, by everybody here who may ask it. */
export async function tryUseCases(
  { context }: World,
  house: OneOfEach,
  strangers: readonly string[],
): Promise<Tried> {
  const leaks: string[] = []
  let tried = 0
  const system: Actor = { kind: 'system', orgId: house.orgId, job: 'proof' }
  const service: Actor = {
    kind: 'service',
    orgId: house.orgId,
    serviceId: house.serviceId,
    scopes: ['referral.create', 'referral.read'],
  }
  for (const stranger of strangers) {
    const elsewhere = elsewhereOf(house, stranger)
    for (const [name, { foreign }] of Object.entries(inputsWithIds)) {
      const call = everyUseCase.get(name)
      if (!call) throw new Error(`no use case ${name}`)
      for (const actor of [...Object.values(house.members), system, service].filter(call.useCase.may))
        for (const { input, answer = 'NotFound' } of foreign(house, elsewhere)) {
          tried += 1
          const got = await call(context, actor, input).then(
            () => 'let in',
            (error: unknown) => (error instanceof Error ? error.name : String(error)),
          )
          if (answer === 'NotFound' && got !== 'NotFound') leaks.push(`${name}: ${got}`)
        }
    }
  }
  return { tried, leaks }
}

const roleFor = (who: (typeof pagesOfOne)[number]['who']): Role =>
  who === 'public' || who === 'anyone' ? 'coordinator' : (who.find((role) => role !== 'worker') ?? 'worker')

async function cookiesOf(site: WholeSite, house: OneOfEach): Promise<Map<Role, string>> {
  const cookies = new Map<Role, string>()
  for (const role of roles) cookies.set(role, await site.signIn(house.members[role]))
  return cookies
}

/** What the lists, counts and overviews of one organisation say. */
export async function listsOf(world: World, house: OneOfEach): Promise<Map<string, string>> {
  const site = await openWholeSite(world)
  try {
    const cookies = await cookiesOf(site, house)
    const said = new Map<string, string>()
    for (const { path, who } of lists) {
      // These tell of one's own last hour, which went on.
      if (/^\/(access-log|account)/.test(path)) continue
      const page = plain(await site.ask(path, { cookie: cookies.get(roleFor(who)) ?? null }))
      // How long an emergency lasts is told by the clock of the database, which goes on.
      said.set(path, page.replace(/nog \d+ minuten/g, 'nog … minuten'))
    }
    return said
  } finally {
    await site.close()
  }
}

/** Every address with ids of another organisation: byte for byte as a number that was never given. */
export async function tryAddresses(
  world: World,
  house: OneOfEach,
  strangers: readonly string[],
): Promise<Tried> {
  const site = await openWholeSite(world)
  const leaks: string[] = []
  let tried = 0
  try {
    const cookies = await cookiesOf(site, house)
    for (const stranger of strangers) {
      const elsewhere = elsewhereOf(house, stranger)
      for (const { path, who } of pagesOfOne) {
        const address = addressIn(elsewhere, path)
        if (address === addressIn(house, path)) continue
        const cookie = cookies.get(roleFor(who)) ?? null
        tried += 1
        const theirs = await site.ask(address, { cookie })
        const none = await site.ask(nobodys(address), { cookie })
        if (plain(theirs) !== plain(none) || theirs.status !== none.status)
          leaks.push(`${path}: ${theirs.status}, not ${none.status}`)
      }
    }
    return { tried, leaks }
  } finally {
    await site.close()
  }
}

/** A woman in each of many organisations, looked for by her name in all the others. */
export async function trySearches(world: World, count: number): Promise<Tried> {
  const { context, owner } = world
  const places: { orgId: string; family: string; personId: string }[] = []
  for (let at = 0; at < count; at += 1) {
    const orgId = context.newId()
    const now = context.now().toString()
    await owner.query(
      `insert into organisation (id, name, slug, created_at) values ($1, 'Stichting', $2, $3)`,
      [orgId, `zoekt-${at}`, now],
    )
    await owner.query(
      `insert into programme_offer (org_id, id, programme_id, version, from_day, decided_at) values ($1, $2, $3, $4, '2020-01-01', $5)`,
      [orgId, context.newId(), mim.id, mim.version, now],
    )
    const family = `Vreemdelina${String.fromCharCode(97 + (at % 26)).repeat(4)}`
    const { personId } = await castWoman(world, { given: 'Duifje', family }, { orgId })
    places.push({ orgId, family, personId })
  }
  const leaks: string[] = []
  let tried = 0
  for (const { orgId, family: own, personId } of places) {
    const coordinator = await world.member(['coordinator'], orgId)
    const found = async (text: string) =>
      (await searchPeople(context, coordinator, { text })).people.map(({ personId: id }) => id)
    if (!(await found(own)).includes(personId)) leaks.push(`${own} is not found at home`)
    for (const { family } of places.filter((other) => other.orgId !== orgId)) {
      tried += 1
      // A name like hers finds their own woman; never anybody else.
      if ((await found(family)).some((id) => id !== personId)) leaks.push(`${family} is found elsewhere`)
    }
  }
  return { tried, leaks }
}
