import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { mim } from '#programmes/mim.ts'
import { castWoman, castWorker } from '#testing/cast.ts'
import { openWorld, type World } from '#testing/world.ts'
import { changeAround } from '#usecases/around/change-around.ts'
import { endAround } from '#usecases/around/end-around.ts'
import { listAround } from '#usecases/around/list-around.ts'
import { readAround } from '#usecases/around/read-around.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { checkCollisions } from '#usecases/collision/check-collisions.ts'
import { findUnchecked } from '#usecases/collision/find-unchecked.ts'
import { listCollisions } from '#usecases/collision/list-collisions.ts'
import { readCollision } from '#usecases/collision/read-collision.ts'
import { ruleCollision } from '#usecases/collision/rule-collision.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'
import { addMember } from '#usecases/member/add-member.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { applyAsWorker } from '#usecases/worker/apply-as-worker.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'

let world: World
let coordinator: MemberActor
let lead: MemberActor
let manager: MemberActor
beforeAll(async () => {
  world = await openWorld([mim])
  coordinator = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  manager = await world.member(['programme_manager'])
})
afterAll(() => world.close())

const check = async () => {
  const naast = { kind: 'system', orgId: world.orgId, job: 'collisions' } as const
  while ((await checkCollisions(world.context, naast, {})).more) {}
  expect(await findUnchecked(world.context, naast, {})).toEqual({ any: false })
}
const told = (name: string, more: object = {}) => ({
  relation: 'ex_partner' as const,
  names: [name],
  ...more,
})
const around = async (trajectoryId: string, name: string, more: object = {}, by = coordinator) =>
  (await recordAround(world.context, by, { trajectoryId, told: told(name, more) })).aroundId
/** What the lead hears about one woman. */
const heard = async (woman: string, who = lead) => {
  const { open, ruled } = await listCollisions(world.context, who, {})
  return [...open, ...ruled].filter((line) => line.woman === woman)
}
const someone = (given: string, family: string, more: object = {}) =>
  castWoman(world, { given, family, ...more }, { programmeId: mim.id })
async function memberCalled(
  name: string,
  roles: MemberActor['roles'] = ['coordinator'],
): Promise<MemberActor> {
  const { memberId } = await addMember(
    world.context,
    { kind: 'system', orgId: world.orgId, job: 'test' },
    { userId: crypto.randomUUID(), name, roles: [...roles], workerId: null, language: 'nl' },
  )
  return { kind: 'member', orgId: world.orgId, memberId, roles, workerId: null }
}

describe('who is around her', () => {
  test('is written down, told anew and ended by who watches over trajectories', async () => {
    const { trajectoryId } = await someone('Semira', 'Een')
    const id = await around(trajectoryId, 'Kees Kwartel', { birthDay: '1988-04-07', words: 'BSN 111222333' })
    const [first] = (await listAround(world.context, lead, { trajectoryId })).around
    expect(first).toMatchObject({ id, version: 1, told: { names: ['Kees Kwartel'], words: 'BSN […]' } })
    expect(await readAround(world.context, lead, { id })).toMatchObject({ version: 1, trajectoryId })
    await changeAround(world.context, lead, { id, version: 1, told: told('Kees Kwartel-Bos') })
    await expect(endAround(world.context, lead, { id, version: 1 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await endAround(world.context, coordinator, { id, version: 2 })
    expect((await listAround(world.context, lead, { trajectoryId })).around).toEqual([])
    await expect(endAround(world.context, lead, { id, version: 3 })).rejects.toMatchObject({
      code: 'around-ended',
    })
    await expect(readAround(world.context, lead, { id })).rejects.toThrow(NotFound)
    const { rows } = await world.owner.query(`select told_sealed::text as told from person_around`)
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Kwartel').toString('hex'))
  })
  test('is nobody else’s to read or write', async () => {
    const { trajectoryId } = await someone('Semira', 'Twee')
    const id = await around(trajectoryId, 'Kees Kwartel')
    for (const role of [
      'worker',
      'programme_manager',
      'administrator',
      'referrer',
      'privacy_officer',
    ] as const) {
      const actor = await world.member([role])
      await expect(listAround(world.context, actor, { trajectoryId })).rejects.toThrow(Forbidden)
      await expect(readAround(world.context, actor, { id })).rejects.toThrow(Forbidden)
      await expect(around(trajectoryId, 'Iemand', {}, actor)).rejects.toThrow(Forbidden)
    }
    const elsewhere = await world.member(['coordinator'], world.otherOrgId)
    await expect(listAround(world.context, elsewhere, { trajectoryId })).rejects.toThrow(NotFound)
    await expect(endAround(world.context, elsewhere, { id, version: 1 })).rejects.toThrow(NotFound)
  })
  test('is asked in full: a name, and how he stands to her', async () => {
    const { trajectoryId } = await someone('Semira', 'Vier')
    for (const wrong of [{ names: [] }, { relation: 'vriend' }, { phone: 'x' }, { birthYear: 12 }])
      await expect(
        recordAround(world.context, coordinator, {
          trajectoryId,
          told: { ...told('Iemand'), ...wrong } as never,
        }),
      ).rejects.toThrow(Invalid)
  })
})

describe('a check', () => {
  test('finds a worker, a colleague, a participant and a referrer, whoever of the two came first', async () => {
    const name = 'Ferhat Demirtas'
    await castWorker(world, { name: { given: 'Ferhat', family: 'Demirtaş' }, phone: '+31612121212' })
    await memberCalled('Demirtas, Ferhat')
    await someone('Ferhat', 'Demirtas', { phone: '+31612121212' })
    await check()
    const { trajectoryId } = await someone('Hafsa', 'Raak')
    await around(trajectoryId, name, { phone: '+31612121212' })
    await check()
    const kinds = (await heard('Hafsa Raak')).map(({ kind, class: found }) => `${kind} ${found}`)
    expect(kinds.sort()).toEqual(['member likely', 'participant same', 'worker same'])
    // And the other way round: he applies after she told of him.
    const later = await someone('Imane', 'Raak')
    await around(later.trajectoryId, 'Wouter Zandstra', { birthYear: 1990 })
    await check()
    expect(await heard('Imane Raak')).toEqual([])
    await applyAsWorker(world.context, world.visitor('applicant'), {
      application: {
        name: { given: 'Wouter', family: 'Sandstra' },
        phone: '+31687878787',
        email: null,
        languages: ['nl'],
        programmes: [mim.id],
        language: 'nl',
        agreed: true,
      },
    })
    await check()
    expect(await heard('Imane Raak')).toMatchObject([{ kind: 'worker', class: 'likely', verdict: null }])
  })
  test('says of where he works that we work with them', async () => {
    await registerNetworkOrganisation(world.context, coordinator, {
      organisation: { name: 'Gemeente Waterrijk', kind: 'neighbourhood_team', contact: {} },
    })
    const { trajectoryId } = await someone('Jamila', 'Werk')
    await around(trajectoryId, 'Henk Onbekend', { worksAt: 'gemeente waterrijk' })
    await check()
    expect(await heard('Jamila Werk')).toMatchObject([{ kind: 'organisation', class: 'likely' }])
  })
  test('finds nobody in another organisation, nor herself, and asks the same once', async () => {
    await castWoman(
      world,
      { given: 'Sofie', family: 'Overkant' },
      { orgId: world.otherOrgId, programmeId: mim.id },
    )
    const { trajectoryId } = await someone('Sofie', 'Overkant')
    await around(trajectoryId, 'Sofie Overkant')
    await check()
    expect(await heard('Sofie Overkant')).toEqual([])
    const { rows } = await world.owner.query(`select count(*)::int as n from collision`)
    await check()
    expect((await world.owner.query(`select count(*)::int as n from collision`)).rows).toEqual(rows)
  })
  test('is nobody’s to start but the clock’s', async () => {
    for (const actor of [coordinator, lead, manager, world.visitor('self')])
      await expect(checkCollisions(world.context, actor, {})).rejects.toThrow(Forbidden)
  })
})

describe('what is found', () => {
  test('only the safeguarding lead hears, and nobody else gets other bytes by it', async () => {
    const one = await someone('Lina', 'Hoort')
    const before = {
      list: await listAround(world.context, coordinator, { trajectoryId: one.trajectoryId }),
      work: await readWorklist(world.context, coordinator, {}),
    }
    await castWorker(world, { given: 'Gijs', family: 'Vermaat' }, { ready: false })
    const withHit = await around(one.trajectoryId, 'Gijs Vermaat')
    await check()
    const id = (await heard('Lina Hoort'))[0]?.id ?? ''
    expect(id).not.toBe('')
    for (const role of ['coordinator', 'worker', 'administrator', 'referrer', 'privacy_officer'] as const) {
      const actor = await world.member([role])
      await expect(listCollisions(world.context, actor, {})).rejects.toThrow(Forbidden)
      await expect(readCollision(world.context, actor, { id })).rejects.toThrow(Forbidden)
    }
    expect(await listCollisions(world.context, manager, {})).toEqual({ open: [], ruled: [], more: false })
    await expect(readCollision(world.context, manager, { id })).rejects.toThrow(NotFound)
    const elsewhere = await world.member(['safeguarding_lead'], world.otherOrgId)
    await expect(readCollision(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    // The coordinator's own pages: what she wrote, and nothing of what was found.
    const { around: list } = await listAround(world.context, coordinator, { trajectoryId: one.trajectoryId })
    expect(list.map((line) => line.id)).toEqual([withHit])
    expect({ ...before.list, around: [] }).toEqual({
      ...(await listAround(world.context, coordinator, { trajectoryId: one.trajectoryId })),
      around: [],
    })
    const lines = (await readWorklist(world.context, coordinator, {})).lines.filter(
      ({ id: line }) => !before.work.lines.some((was) => was.id === line),
    )
    expect(lines.filter(({ source }) => String(source.from).includes('collision'))).toEqual([])
    const leads = (await readWorklist(world.context, lead, {})).lines
    expect(leads.find((line) => line.id === id)).toMatchObject({ name: null, source: { from: 'collision' } })
  })
  test('shows both sides and what it rests on, and leaves no word of it in the trail', async () => {
    const { trajectoryId } = await someone('Mina', 'Ziet')
    await castWorker(world, { given: 'Bart', family: 'Kalkman' }, { ready: false })
    await around(trajectoryId, 'Bart Calkman', { words: 'Staat bij school' })
    await check()
    const [line] = await heard('Mina Ziet')
    const seen = await readCollision(world.context, lead, { id: line?.id ?? '' })
    expect(seen).toMatchObject({
      woman: 'Mina Ziet',
      told: { names: ['Bart Calkman'], words: 'Staat bij school' },
      other: { name: 'Bart Kalkman' },
      why: ['name-alike'],
      trajectoryId,
    })
    const { rows } = await world.owner.query(
      `select detail::text as detail from audit_event where event like '%collision%' and detail is not null`,
    )
    expect(JSON.stringify(rows)).not.toMatch(/Kalkman|Calkman|same|likely/)
  })
  test('holds a proposal until she said something of it, in one and the same way', async () => {
    const { trajectoryId } = await someone('Nora', 'Wacht', { languages: ['nl'] })
    const workerId = await castWorker(world, { given: 'Ruben', family: 'Achterberg' })
    await around(trajectoryId, 'Ruben Achterberg')
    // Nobody checked anything yet: what is decided is checked at that very moment.
    const propose = () => proposeMatch(world.context, coordinator, { trajectoryId, workerId })
    await expect(propose()).rejects.toMatchObject({ code: 'match-ask-lead' })
    await check()
    const blocks = async () =>
      (await weighWorkers(world.context, coordinator, { trajectoryId })).impossible.find(
        (one) => one.workerId === workerId,
      )?.blocks
    expect(await blocks()).toEqual([{ code: 'ask-lead', mend: 'lead' }])
    const [line] = await heard('Nora Wacht')
    const rule = async (verdict: 'same_apart' | 'same_talk' | 'different') => {
      const { version } = await readCollision(world.context, lead, { id: line?.id ?? '' })
      await ruleCollision(world.context, lead, { id: line?.id ?? '', version, verdict, reason: 'Gebeld.' })
    }
    await rule('same_talk')
    await expect(propose()).rejects.toMatchObject({ code: 'match-ask-lead' })
    await rule('same_apart')
    expect(await blocks()).toEqual([{ code: 'not-possible', mend: 'nobody' }])
    await expect(propose()).rejects.toMatchObject({ code: 'match-not-possible' })
    await rule('different')
    expect(await blocks()).toBeUndefined()
    await propose()
    const { rulings } = await readCollision(world.context, lead, { id: line?.id ?? '' })
    expect(rulings.map(({ verdict }) => verdict)).toEqual(['different', 'same_apart', 'same_talk'])
    expect(rulings[0]?.reason).toBe('Gebeld.')
  })
  test('is not asked again until something changes', async () => {
    const { trajectoryId } = await someone('Olga', 'Anders')
    await castWorker(world, { given: 'Sven', family: 'Lichtenberg' }, { ready: false })
    const id = await around(trajectoryId, 'Sven Lichtenberg')
    await check()
    const [line] = await heard('Olga Anders')
    const ruled = { id: line?.id ?? '', version: 1, verdict: 'different' as const, reason: 'Een naamgenoot.' }
    await ruleCollision(world.context, lead, ruled)
    await expect(ruleCollision(world.context, lead, ruled)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await changeAround(world.context, coordinator, {
      id,
      version: 1,
      told: told('Sven Lichtenberg'),
    })
    await check()
    expect(await heard('Olga Anders')).toMatchObject([{ verdict: 'different' }])
    const more = told('Sven Lichtenberg', { birthYear: 1985 })
    await changeAround(world.context, coordinator, { id, version: 2, told: more })
    await check()
    expect(await heard('Olga Anders')).toMatchObject([{ verdict: null }])
    await endAround(world.context, coordinator, { id, version: 3 })
    await check()
    expect(await heard('Olga Anders')).toEqual([])
    await expect(readCollision(world.context, lead, { id: line?.id ?? '' })).rejects.toThrow(NotFound)
    await expect(ruleCollision(world.context, lead, { ...ruled, version: 4 })).rejects.toThrow(Refused)
  })
})

describe('whom it is about', () => {
  test('hears nothing of it, not even as coordinator, and not before it was checked', async () => {
    const { trajectoryId } = await someone('Petra', 'Stil')
    const he = await memberCalled('Quinten Overdiep')
    await around(trajectoryId, 'Quinten Overdiep')
    const both = await around(trajectoryId, 'Iemand Anders')
    const seen = async (actor: MemberActor) =>
      (await listAround(world.context, actor, { trajectoryId })).around.map(({ id }) => id)
    expect(await seen(he)).toEqual([both])
    expect((await seen(coordinator)).length).toBe(2)
    await check()
    expect(await seen(he)).toEqual([both])
  })
  test('is decided by the second lead, and by a manager where there is no other', async () => {
    const { trajectoryId } = await someone('Rosa', 'Tweede')
    const he = await memberCalled('Teun Ravensbergen', ['safeguarding_lead'])
    await around(trajectoryId, 'Teun Ravensbergen')
    await check()
    expect(await heard('Rosa Tweede', he)).toEqual([])
    const [line] = await heard('Rosa Tweede')
    const id = line?.id ?? ''
    await expect(readCollision(world.context, he, { id })).rejects.toThrow(NotFound)
    await expect(
      ruleCollision(world.context, he, { id, version: 1, verdict: 'different', reason: 'Ik niet' }),
    ).rejects.toThrow(NotFound)
    expect((await readWorklist(world.context, he, {})).lines.map((one) => one.id)).not.toContain(id)
    // The only other lead leaves: the manager is asked, and he still isn't.
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [lead.memberId])
    expect(await heard('Rosa Tweede', he)).toEqual([])
    expect((await readCollision(world.context, manager, { id })).trajectoryId).toBeNull()
    expect((await readWorklist(world.context, manager, {})).lines.map((one) => one.id)).toContain(id)
    await ruleCollision(world.context, manager, {
      id,
      version: 1,
      verdict: 'same_lock',
      reason: 'Hij is het.',
    })
    expect(await heard('Rosa Tweede', manager)).toMatchObject([{ verdict: 'same_lock' }])
    // Nobody leads at all: nobody hears, it holds, and who answers for the programme reads that somebody must.
    await world.owner.query(`update member set active_until = '2026-11-02' where id = $1`, [he.memberId])
    expect(await heard('Rosa Tweede', manager)).toEqual([])
    const lines = (await readWorklist(world.context, manager, {})).lines.map(({ source }) => source)
    expect(lines).toContainEqual({ from: 'no-lead', why: 'nobody-looks' })
    await world.owner.query(`update member set active_until = null where id = $1`, [lead.memberId])
  })
})

describe('hiring while placing', () => {
  test('never makes a pair that nobody looked at', async () => {
    for (const [round, family] of [
      'Hazelhof',
      'Zwietering',
      'Boekraad',
      'Tuinstra',
      'Polderman',
      'Vink',
    ].entries()) {
      const { trajectoryId } = await someone('Wil', `Race${round}`, { languages: ['nl'] })
      const workerId = await castWorker(world, { given: 'Otto', family })
      const [proposed] = await Promise.allSettled([
        proposeMatch(world.context, coordinator, { trajectoryId, workerId }),
        around(trajectoryId, `Otto ${family}`),
        check(),
      ])
      await check()
      const found = await heard(`Wil Race${round}`)
      // Either the proposal waited, or it was made before she told: then the lead hears of it all the same.
      expect(found).toMatchObject([{ kind: 'worker', class: 'likely' }])
      if (proposed?.status === 'rejected') expect(proposed.reason).toMatchObject({ code: 'match-ask-lead' })
    }
  })
})
