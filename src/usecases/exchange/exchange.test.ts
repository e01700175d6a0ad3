import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { turnExchanges } from '#server/jobs/exchanges.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { openWorld, testMorning, type World } from '#testing/world.ts'
import { changeAround } from '#usecases/around/change-around.ts'
import { listAround } from '#usecases/around/list-around.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { listCollisions } from '#usecases/collision/list-collisions.ts'
import { readCollision } from '#usecases/collision/read-collision.ts'
import { ruleCollision } from '#usecases/collision/rule-collision.ts'
import { askErasure } from '#usecases/erasure/ask-erasure.ts'
import { decideErasure } from '#usecases/erasure/decide-erasure.ts'
import { answerExchange } from '#usecases/exchange/answer-exchange.ts'
import { confirmExchange } from '#usecases/exchange/confirm-exchange.ts'
import { endExchange } from '#usecases/exchange/end-exchange.ts'
import { exportExchange } from '#usecases/exchange/export-exchange.ts'
import { findExchangeDue } from '#usecases/exchange/find-exchange-due.ts'
import { makeExchange } from '#usecases/exchange/give-exchange-code.ts'
import { importExchange } from '#usecases/exchange/import-exchange.ts'
import { listExchanges } from '#usecases/exchange/list-exchanges.ts'
import { offerExchange } from '#usecases/exchange/offer-exchange.ts'
import { readExchange } from '#usecases/exchange/read-exchange.ts'
import { tendExchange } from '#usecases/exchange/tend-exchange.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded, Refused } from '#usecases/failure.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

interface House {
  readonly orgId: string
  readonly lead: MemberActor
  readonly second: MemberActor
  readonly coordinator: MemberActor
}
let world: World
let ours: House
let theirs: House
const houseOf = async (orgId: string): Promise<House> => ({
  orgId,
  lead: await world.member(['safeguarding_lead'], orgId),
  second: await world.member(['privacy_officer'], orgId),
  coordinator: await world.member(['coordinator'], orgId),
})
beforeAll(async () => {
  world = await openWorld([mim])
  ours = await houseOf(world.orgId)
  theirs = await houseOf(world.otherOrgId)
})
afterAll(() => world.close())

const terms = {
  organisation: 'De Overkant',
  kinds: ['participant', 'worker', 'member', 'referrer'] as ('participant' | 'worker')[],
  until: '2027-11-01',
  ground: 'Samen kijken of niemand bij ons beiden komt.',
}
const offer = (way: 'here' | 'file' = 'here', more: object = {}) =>
  makeExchange(world.context, ours.lead, { ...terms, way, ...more })
const answer = (code: string, house = theirs, more: object = {}) =>
  answerExchange(world.context, house.lead, { ...terms, organisation: 'Waterrijk', code, ...more })
const confirm = async ({ second }: House, id: string) => {
  const { version } = await readExchange(world.context, second, { id })
  await confirmExchange(world.context, second, { id, version })
}
const end = async ({ second }: House, id: string) => {
  const { version } = await readExchange(world.context, second, { id })
  await endExchange(world.context, second, { id, version })
}
async function agreed(way: 'here' | 'file' = 'here', more: object = {}): Promise<string> {
  const { exchangeId, code } = await offer(way, more)
  await answer(code, theirs, more)
  await confirm(theirs, exchangeId)
  await confirm(ours, exchangeId)
  await turn()
  return exchangeId
}
/** The clock, in both houses, until nothing is left to do. */
async function turn() {
  for (const orgId of [world.orgId, world.otherOrgId]) {
    const actor = { kind: 'system', orgId, job: 'collisions' } as const
    while ((await checkCollisions(world.context, actor, {})).more);
  }
  const job = {
    organisations: async () => [world.orgId, world.otherOrgId],
    context: () => world.context,
  }
  const trouble = (error: unknown) => {
    throw error
  }
  for (let round = 0; round < 3; round += 1) await turnExchanges(job, { trouble })
}
const woman = (given: string, family: string, house = ours) =>
  castWoman(world, { given, family }, { orgId: house.orgId, programmeId: mim.id })
const told = (name: string, more: object = {}) => ({
  relation: 'ex_partner' as const,
  names: [name],
  ...more,
})
const tell = async (trajectoryId: string, name: string, more: object = {}, house = ours) =>
  (await recordAround(world.context, house.coordinator, { trajectoryId, told: told(name, more) })).aroundId
const worker = (given: string, family: string, house = theirs) =>
  castWorker(world, { given, family }, { orgId: house.orgId, ready: false })
const heard = async (name: string, who = ours.lead) => {
  const { open, ruled } = await listCollisions(world.context, who, {})
  return [...open, ...ruled].filter((line) => line.woman === name)
}
const rows = async (table: string, where = 'true') =>
  Number((await world.owner.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0]?.n)

describe('an agreement', () => {
  test('is begun by the safeguarding lead and agreed by somebody else, and by nobody from elsewhere', async () => {
    for (const role of ['coordinator', 'worker', 'administrator', 'referrer', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(makeExchange(world.context, actor, { ...terms, way: 'here' })).rejects.toThrow(Forbidden)
      if (role !== 'privacy_officer')
        await expect(listExchanges(world.context, actor, {})).rejects.toThrow(Forbidden)
    }
    await expect(
      makeExchange(world.context, { ...ours.lead, provedAt: null }, { ...terms, way: 'here' }),
    ).rejects.toThrow(ProofNeeded)
    const { exchangeId: id, code } = await offer()
    await expect(readExchange(world.context, theirs.lead, { id })).rejects.toThrow(NotFound)
    await expect(endExchange(world.context, theirs.second, { id, version: 1 })).rejects.toThrow(NotFound)
    // Nobody answered: there is nothing to agree with.
    await expect(confirm(ours, id)).rejects.toMatchObject({ code: 'exchange-not-answered' })
    await expect(answer(code, ours)).rejects.toMatchObject({ code: 'exchange-own-code' })
    await answer(code)
    // Who began it is never the second, whatever else she is.
    const both = await world.member(['safeguarding_lead', 'privacy_officer'])
    const own = await makeExchange(world.context, both, { ...terms, way: 'file' })
    await expect(
      confirmExchange(world.context, both, { id: own.exchangeId, version: 1 }),
    ).rejects.toMatchObject({ code: 'exchange-second-person' })
    await expect(confirmExchange(world.context, ours.lead, { id, version: 1 })).rejects.toThrow(Forbidden)
    const waiting = async () =>
      (await readWorklist(world.context, ours.second, {})).lines.map(({ id: line }) => line)
    expect(await waiting()).toContain(id)
    await confirm(ours, id)
    expect(await waiting()).not.toContain(id)
    await expect(confirmExchange(world.context, ours.second, { id, version: 2 })).rejects.toMatchObject({
      code: 'exchange-not-now',
    })
    expect(await readExchange(world.context, ours.lead, { id })).toMatchObject({
      state: 'running',
      other: 'answered',
      ground: terms.ground,
    })
    await end(ours, id)
    await end(ours, own.exchangeId)
    await turn()
    expect((await readExchange(world.context, theirs.lead, { id })).state).toBe('ended')
  })
  test('needs a code that is one, terms that are whole, and a term that ends', async () => {
    for (const code of ['', 'N000', (await offer()).code.replace(/.$/, '?')])
      await expect(answer(code)).rejects.toThrow(Invalid)
    const { code } = await offer()
    const at = code.length - 6
    const slip = code.slice(0, at) + (code.charAt(at) === 'A' ? 'B' : 'A') + code.slice(at + 1)
    await expect(answer(slip)).rejects.toMatchObject({ fields: { code: 'exchange-code' } })
    for (const more of [{ kinds: [] }, { until: '2026-01-01' }, { until: '2031-01-01' }, { ground: ' ' }])
      await expect(answer(code, theirs, more)).rejects.toThrow(Invalid)
    await expect(offerExchange(world.context, ours.lead, { ...terms, code: 'x' })).rejects.toMatchObject({
      fields: { code: 'exchange-code' },
    })
    // As somebody reads it out: small letters, no spaces, an O for a nought.
    await answer(code.toLowerCase().replaceAll(' ', '').replaceAll('0', 'o'))
    for (const { id, state } of await listExchanges(world.context, ours.second, {}))
      if (state !== 'ended') await end(ours, id)
    await turn()
    expect(await rows('exchange_agreement', "state <> 'ended'")).toBe(0)
  })
  test('that nobody answers is nobody’s after two weeks, nor is its code', async () => {
    const { exchangeId: id, code } = await offer()
    world.turnTo('2026-11-18')
    await turn()
    expect((await readExchange(world.context, ours.lead, { id })).state).toBe('ended')
    await expect(answer(code)).rejects.toMatchObject({ fields: { code: 'exchange-code-unknown' } })
    world.turnTo(testMorning)
  })
  test('compares nothing before both sides agreed, and nothing of it is another organisation’s to see', async () => {
    const { trajectoryId } = await woman('Amira', 'Vroeg')
    await worker('Stijn', 'Roggeveen')
    await tell(trajectoryId, 'Stijn Roggeveen')
    const { exchangeId: id, code } = await offer()
    await answer(code)
    await confirm(ours, id)
    await turn()
    expect([await rows('exchange_card'), await heard('Amira Vroeg')]).toEqual([0, []])
    await confirm(theirs, id)
    await turn()
    expect(await rows('exchange_card')).toBeGreaterThan(0)
    expect(await heard('Amira Vroeg')).toMatchObject([{ kind: 'elsewhere', elsewhere: 'De Overkant' }])
    await end(ours, id)
    await turn()
  })
})

describe('what is compared', () => {
  let id: string
  beforeAll(async () => {
    id = await agreed()
  })
  test('finds whom the other organisation knows, in another spelling, whoever came first', async () => {
    const { trajectoryId } = await woman('Hafsa', 'Raak')
    await tell(trajectoryId, 'Ferhat Demirtas')
    await turn()
    expect(await heard('Hafsa Raak')).toEqual([])
    await worker('Ferhat', 'Demirtaş')
    await turn()
    const [line] = await heard('Hafsa Raak')
    expect(line).toMatchObject({
      kind: 'elsewhere',
      class: 'likely',
      elsewhere: 'De Overkant',
      verdict: null,
    })
    const later = await woman('Imane', 'Raak')
    await tell(later.trajectoryId, 'Demirtas Ferhad')
    await turn()
    expect(await heard('Imane Raak')).toMatchObject([{ kind: 'elsewhere' }])
    // It says with whom to speak and nothing of who he is there.
    const seen = await readCollision(world.context, ours.lead, { id: line?.id ?? '' })
    expect(seen).toMatchObject({ other: null, why: [], elsewhere: 'De Overkant', woman: 'Hafsa Raak' })
    expect(seen.verdicts).toEqual(['different', 'same_may', 'same_lock', 'same_talk'])
  })
  test('tells the other organisation nothing: not that it was asked, nor of whom', async () => {
    const before = await listCollisions(world.context, theirs.lead, {})
    const { trajectoryId } = await woman('Jamila', 'Stil')
    await turn()
    const tables = ['exchange_card', 'exchange_face', 'exchange_source', 'exchange_agreement']
    const sums = async () =>
      Promise.all(
        tables.map(async (table) => {
          const { rows: found } = await world.owner.query(
            `select md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t where org_id = $1`,
            [world.otherOrgId],
          )
          return found[0]?.sum
        }),
      )
    const was = await sums()
    await tell(trajectoryId, 'Ferhat Demirtas', { birthYear: 1979 })
    await turn()
    expect(await heard('Jamila Stil')).toHaveLength(1)
    expect(await sums()).toEqual(was)
    expect(await listCollisions(world.context, theirs.lead, {})).toEqual(before)
  })
  test('is heard by the lead alone, and is the same to everybody else', async () => {
    const { trajectoryId } = await woman('Lina', 'Hoort')
    await worker('Gijs', 'Vermaat')
    const workerId = await castWorker(world, { given: 'Ria', family: 'Naast' })
    const work = async (who: MemberActor) => (await readWorklist(world.context, who, {})).lines
    const before = await work(ours.coordinator)
    await tell(trajectoryId, 'Gijs Vermaat')
    const around = await listAround(world.context, ours.coordinator, { trajectoryId })
    await turn()
    const [line] = await heard('Lina Hoort')
    const one = { id: line?.id ?? '' }
    for (const role of ['coordinator', 'worker', 'administrator', 'referrer', 'privacy_officer'] as const)
      await expect(readCollision(world.context, await world.member([role]), one)).rejects.toThrow(Forbidden)
    for (const actor of [await world.member(['programme_manager']), theirs.lead])
      await expect(readCollision(world.context, actor, one)).rejects.toThrow(NotFound)
    expect(await listAround(world.context, ours.coordinator, { trajectoryId })).toEqual(around)
    expect(await work(ours.coordinator)).toEqual(before)
    expect((await work(ours.lead)).find((found) => found.id === one.id)).toMatchObject({
      name: null,
      source: { from: 'collision', elsewhere: true },
    })
    // It is about her and nobody here: nobody waits for it.
    await proposeMatch(world.context, ours.coordinator, { trajectoryId, workerId })
  })
  test('is ruled after a talk, and asked again only when something changes', async () => {
    const { trajectoryId } = await woman('Olga', 'Anders')
    await worker('Sven', 'Lichtenberg')
    const aroundId = await tell(trajectoryId, 'Sven Lichtenberg')
    await turn()
    const [line] = await heard('Olga Anders')
    const ruling = { id: line?.id ?? '', version: 1, reason: 'Gebeld: een naamgenoot.' }
    await expect(
      ruleCollision(world.context, ours.lead, { ...ruling, verdict: 'same_apart' }),
    ).rejects.toMatchObject({ code: 'collision-elsewhere' })
    await ruleCollision(world.context, ours.lead, { ...ruling, verdict: 'different' })
    await turn()
    expect(await heard('Olga Anders')).toMatchObject([{ verdict: 'different' }])
    // Another man of that name comes to the other organisation.
    await worker('Sven', 'Lichtenbergh')
    await turn()
    expect(await heard('Olga Anders')).toMatchObject([{ verdict: null }])
    await changeAround(world.context, ours.coordinator, {
      id: aroundId,
      version: 1,
      told: told('Iemand Anders'),
    })
    await turn()
    expect(await heard('Olga Anders')).toEqual([])
  })
  test('no card is left of who was locked, left or erased, and it finds them no more', async () => {
    const she = await woman('Nadia', 'Weg', theirs)
    const { trajectoryId } = await woman('Petra', 'Vraagt')
    await tell(trajectoryId, 'Nadia Weg')
    const member = await world.member(['referrer'], theirs.orgId)
    await turn()
    expect(await heard('Petra Vraagt')).toHaveLength(1)
    const left = await rows('exchange_source', `source_id = '${member.memberId}'`)
    const cards = await rows('exchange_card')
    await setFileLock(world.context, theirs.coordinator, {
      fileId: she.trajectoryId,
      against: { kind: 'member', id: member.memberId },
      words: 'Hij is haar broer.',
    })
    expect(await rows('exchange_source', `source_id = '${she.personId}'`)).toBe(0)
    expect(await rows('exchange_card')).toBe(cards - 1)
    await turn()
    expect(await heard('Petra Vraagt')).toEqual([])
    expect(left).toBe(1)
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [member.memberId])
    world.turnTo('2026-11-04')
    await turn()
    expect(await rows('exchange_source', `source_id = '${member.memberId}'`)).toBe(0)
    // Of a locked woman nothing is laid anew at night either.
    expect(await rows('exchange_source', `source_id = '${she.personId}'`)).toBe(0)
    world.turnTo(testMorning)
    const gone = await woman('Odile', 'Gewist', theirs)
    await turn()
    expect(await rows('exchange_source', `source_id = '${gone.personId}'`)).toBe(1)
    await world.owner.query(`update trajectory set state = 'closed' where id = $1`, [gone.trajectoryId])
    const { id: erasureId } = await askErasure(world.context, theirs.coordinator, {
      trajectoryId: gone.trajectoryId,
      reason: 'she_asks',
      ground: 'consent_withdrawn',
    })
    const before = await rows('exchange_card')
    const answer = { id: erasureId, version: 1, answer: { kind: 'erase' } } as const
    await decideErasure(world.context, theirs.second, answer)
    expect(await rows('exchange_source', `source_id = '${gone.personId}'`)).toBe(0)
    expect(await rows('exchange_card')).toBe(before - 1)
    await turn()
  })
  test('the database gives either side its own and what is for it, to read', async () => {
    const actor = { kind: 'system', orgId: world.orgId, job: 'test' } as const
    expect(await findExchangeDue(world.context, actor, {})).toEqual({ any: false })
    for (const who of [ours.lead, ours.second, world.visitor('self')]) {
      await expect(findExchangeDue(world.context, who, {})).rejects.toThrow(Forbidden)
      await expect(tendExchange(world.context, who, {})).rejects.toThrow(Forbidden)
    }
    const { openOrganisation } = await import('#db/connection.ts')
    const asked = <T>(orgId: string, text: string): Promise<T[]> =>
      world.context.db.transaction().execute(async (tx) => {
        await openOrganisation(tx, orgId)
        const { sql } = await import('kysely')
        return (await sql.raw<T>(text).execute(tx)).rows
      })
    const seen = (table: string, orgId = world.orgId) =>
      asked<{ org_id: string }>(orgId, `select distinct org_id from ${table} order by 1`)
    const mine = [{ org_id: world.orgId }]
    for (const table of ['exchange_agreement', 'exchange_source']) expect(await seen(table)).toEqual(mine)
    const third = world.context.newId()
    for (const table of ['exchange_card', 'exchange_face', 'exchange_agreement'])
      expect(await seen(table, third)).toEqual([])
    const touched = `where org_id = '${world.otherOrgId}' returning org_id`
    expect(await asked(world.orgId, `update exchange_card set tokens = '' ${touched}`)).toEqual([])
    expect(await asked(world.orgId, `delete from exchange_card ${touched}`)).toEqual([])
    expect(await asked(world.orgId, `update exchange_face set stamp = 0 ${touched}`)).toEqual([])
    await expect(
      asked(
        world.orgId,
        `insert into exchange_card (org_id, agreement_id, for_org_id, print, tokens)
          values ('${world.otherOrgId}', '${id}', '${world.orgId}', '', '')`,
      ),
    ).rejects.toThrow(/row-level security/)
  })
  test('ends at once from either side, with all that was laid and the secret', async () => {
    const found = await heard('Hafsa Raak')
    expect(await rows('exchange_card', `org_id = '${world.otherOrgId}'`)).toBeGreaterThan(0)
    await end(theirs, id)
    for (const table of ['exchange_card', 'exchange_source'])
      expect(await rows(table, `org_id = '${world.otherOrgId}'`)).toBe(0)
    await turn()
    for (const table of ['exchange_card', 'exchange_source', 'exchange_received'])
      expect(await rows(table)).toBe(0)
    expect(await rows('exchange_agreement', 'secret_sealed is not null')).toBe(0)
    const keys = await world.owner.query(
      `select wrapped from keys.data_key where owner_id in (select key_owner from exchange_agreement)`,
    )
    expect(keys.rows.length).toBeGreaterThan(0)
    expect(keys.rows.filter(({ wrapped }) => wrapped !== null)).toEqual([])
    // What was found is of her own file and stays with her lead; why it was agreed can still be read.
    expect(await heard('Hafsa Raak')).toEqual(found)
    expect(await readExchange(world.context, ours.lead, { id })).toMatchObject({
      state: 'ended',
      ground: terms.ground,
    })
  })
})

describe('two who both have the code', () => {
  test('are one too many: then nobody agrees', async () => {
    const { exchangeId: id, code } = await offer()
    await answer(code)
    const third = world.context.newId()
    await world.owner.query(
      `insert into organisation (id, slug, name, created_at) values ($1, 'derde', 'De Derde', now())`,
      [third],
    )
    const other = await houseOf(third)
    await answer(code, other)
    await expect(confirm(ours, id)).rejects.toMatchObject({ code: 'exchange-two-answers' })
    expect((await readExchange(world.context, ours.lead, { id })).other).toBe('two')
    await end(ours, id)
    await turn()
  })
})

describe('with an organisation that has a Naast of its own', () => {
  const take = async (house: House, id: string, text: string) => {
    const { version } = await readExchange(world.context, house.lead, { id })
    return importExchange(world.context, house.lead, { id, version, text })
  }
  const file = async (house: House, id: string) =>
    (await exportExchange(world.context, house.lead, { id })).text
  test('a file goes between them, and is refused unless it is whole, theirs, new and of this agreement', async () => {
    const { exchangeId: id, code } = await offer('file')
    await answer(code)
    await expect(file(ours, id)).rejects.toMatchObject({ code: 'exchange-not-now' })
    await confirm(ours, id)
    await confirm(theirs, id)
    await expect(file(ours, id)).rejects.toMatchObject({ code: 'exchange-not-laid' })
    const { trajectoryId } = await woman('Rosa', 'Bestand')
    await worker('Teun', 'Ravensbergen')
    await tell(trajectoryId, 'Teun Ravensberg')
    await turn()
    const text = await file(theirs, id)
    // Nothing of anybody stands in it, and of those who are carried by file nothing is laid for anybody here.
    expect(text).not.toMatch(/Teun|Ravensberg/i)
    expect(await rows('exchange_card', 'for_org_id is not null')).toBe(0)
    expect(await heard('Rosa Bestand')).toEqual([])
    for (const actor of [ours.second, ours.coordinator])
      await expect(exportExchange(world.context, actor, { id })).rejects.toThrow(Forbidden)
    const refused = async (wrong: string, code: string) =>
      expect(take(ours, id, wrong)).rejects.toMatchObject({ code })
    await refused('niets', 'exchange-file-unreadable')
    await refused(text.replace('{', '['), 'exchange-file-unreadable')
    await refused(await file(ours, id), 'exchange-file-own')
    const lines = text.split('\n')
    await refused([...lines.slice(0, 1), ...lines.slice(2)].join('\n'), 'exchange-file-broken')
    await refused(text.replace('"answered"', '"offered"'), 'exchange-file-broken')
    const other = await agreed('file')
    await refused(await file(theirs, other), 'exchange-file-other')
    await take(ours, id, text)
    await refused(text, 'exchange-file-older')
    await turn()
    expect(await heard('Rosa Bestand')).toMatchObject([{ kind: 'elsewhere', elsewhere: 'De Overkant' }])
    // Who is told of afterwards is asked at once, in the file that is here.
    const later = await woman('Sara', 'Bestand')
    await tell(later.trajectoryId, 'Ravensbergen, Teun')
    await turn()
    expect(await heard('Sara Bestand')).toHaveLength(1)
    // What came by file is let go of before whoever was erased there could linger in it.
    world.turnTo('2026-12-09')
    await refused(text, 'exchange-file-old')
    await turn()
    expect(await rows('exchange_received')).toBe(0)
    expect(await heard('Sara Bestand')).toEqual([])
    world.turnTo(testMorning)
    await end(ours, other)
    await end(ours, id)
    await expect(file(ours, id)).rejects.toThrow(Refused)
  })
})
