import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { PersonRight, RequestSubject } from '#domain/person-request/person-request.ts'
import { recordAround } from '#usecases/around/record-around.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, testMorning, type World } from '../../../testing/world.ts'
import { approvePersonRequest } from './approve-person-request.ts'
import { deliverPersonCopy } from './deliver-person-copy.ts'
import { endPersonRequest } from './end-person-request.ts'
import { extendPersonRequest } from './extend-person-request.ts'
import { findPersonAsked } from './find-person-asked.ts'
import { identifyPerson } from './identify-person.ts'
import { listPersonRequests } from './list-person-requests.ts'
import { lookThroughPersonCopy } from './look-through-person-copy.ts'
import { preparePersonCopy } from './prepare-person-copy.ts'
import { readPersonCopy } from './read-person-copy.ts'
import { readPersonRequest } from './read-person-request.ts'
import { registerPersonRequest } from './register-person-request.ts'

let world: World
let officer: MemberActor
let lead: MemberActor
let coordinator: MemberActor
let elsewhere: MemberActor
beforeAll(async () => {
  world = await openWorld()
  officer = await world.member(['privacy_officer'])
  lead = await world.member(['safeguarding_lead'])
  coordinator = await world.member(['coordinator'])
  elsewhere = await world.member(['privacy_officer', 'safeguarding_lead'], world.otherOrgId)
})
afterAll(() => world.close())

const mail = (given: string) => `${given.toLowerCase()}@post.example.nl`
const ask = async (
  right: PersonRight,
  subject: RequestSubject = 'mother',
  given = 'Zwaluwina',
  receivedOn = '2026-11-03',
) =>
  (
    await registerPersonRequest(world.context, officer, {
      right,
      subject,
      receivedOn,
      asked: {
        name: { given, family: null },
        reach: 'Belt zelf terug',
        bornOn: null,
        email: mail(given),
        remark: null,
      },
    })
  ).id
/** A woman with a worker beside her, a child, a visit that was written up, and somebody around her. */
async function her(given: string) {
  const one = await runningTrajectory(world, { given })
  const { rows } = await world.owner.query(
    `select id, version from contact where trajectory_id = $1 and state = 'planned' order by number limit 1`,
    [one.trajectoryId],
  )
  await logContact(world.context, one.worker, {
    id: String(rows[0]?.id),
    version: Number(rows[0]?.version),
    kind: 'done',
    on: '2026-11-02',
    minutes: 60,
    mode: 'home',
    feeling: 'good',
    went: `${given} vertelde over Winterkoning Puttertje. Ans Bezoekster belde hem op 0687654321.`,
    next: 'Samen naar de markt.',
  })
  await recordAround(world.context, coordinator, {
    trajectoryId: one.trajectoryId,
    told: { relation: 'ex_partner', names: ['Winterkoning Puttertje'], phone: '+31687654321', words: 'Iets' },
  })
  // Found by her mail address, as she says it.
  const print = await printOf(mail(given))
  await world.owner.query('update person set email_print = $2 where id = $1', [one.motherId, print])
  return one
}
const printOf = (email: string) =>
  world.context.db.transaction().execute(async (tx) => {
    const { enterOrganisation } = await import('#db/connection.ts')
    await enterOrganisation(tx, world.orgId)
    return world.context.vault(tx, world.orgId).fingerprint('email', email)
  })
const identify = (id: string, version = 1, actor = officer) =>
  identifyPerson(world.context, actor, { id, version, way: 'known_to_us' })
const find = (id: string, fileId: string, version = 2) =>
  findPersonAsked(world.context, officer, { id, version, fileId })

describe('who may', () => {
  test('take one in: two roles; go on with it: the privacy officer; and nobody from elsewhere', async () => {
    await expect(ask('access').then((id) => identify(id, 1, coordinator))).rejects.toThrow(Forbidden)
    const id = await ask('access')
    await expect(identify(id, 1, lead)).rejects.toThrow(Forbidden)
    await expect(identify(id, 1, elsewhere)).rejects.toThrow(NotFound)
    await expect(readPersonRequest(world.context, coordinator, { id })).rejects.toThrow(Forbidden)
    await expect(readPersonRequest(world.context, elsewhere, { id })).rejects.toThrow(NotFound)
    expect((await listPersonRequests(world.context, elsewhere, {})).requests).toEqual([])
    await expect(identify(id, 7)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(ask('access', 'mother', 'Zwaluwina', '2026-11-04')).rejects.toMatchObject({
      fields: { receivedOn: 'day-to-come' },
    })
  })
})

describe('a copy', () => {
  test('has her data and nobody else’s, and is given after two people read it', async () => {
    const one = await her('Zwaluwina')
    const id = await ask('access')
    expect((await readPersonRequest(world.context, officer, { id })).files).toEqual([])
    await identify(id)
    const found = await readPersonRequest(world.context, officer, { id })
    expect(found.files.map((file) => file.id)).toEqual([one.motherId])
    await expect(find(id, one.childId)).rejects.toThrow(NotFound)
    await find(id, one.motherId)
    const { gathered } = await readPersonRequest(world.context, officer, { id })
    const text = gathered.map((line) => line.text).join('\n')
    expect(text).toContain('Winterkoning')
    const { traces } = await lookThroughPersonCopy(world.context, officer, { id, text })
    const prepare = (tick: 'remove' | 'they_know_it', version = 3) =>
      preparePersonCopy(world.context, officer, {
        id,
        version,
        text,
        looked: { ticks: Object.fromEntries(traces.map(({ key }) => [key, tick])), readWhole: true },
      })
    await expect(readPersonCopy(world.context, officer, { id })).rejects.toThrow(NotFound)
    // What is known of others can't stay, whoever ticks it.
    await expect(prepare('they_know_it')).rejects.toMatchObject({ code: 'text-tells-of-others' })
    await prepare('remove')
    const copy = await readPersonCopy(world.context, lead, { id })
    const whole = JSON.stringify(copy)
    for (const other of ['Bezoekster', 'Winterkoning', 'Puttertje', '687654321', 'Kind Achternaam'])
      expect(whole).not.toContain(other)
    expect(whole).toContain('Zwaluwina')
    expect(copy.data.sections.map(({ section }) => section)).toEqual(
      expect.arrayContaining(['about', 'referrals', 'trajectories', 'visits']),
    )
    await expect(readPersonCopy(world.context, officer, { id, final: true })).rejects.toThrow(NotFound)
    const deliver = (version: number, pickedByHer = true) =>
      deliverPersonCopy(world.context, officer, {
        id,
        version,
        way: 'comes_for_it',
        pickedByHer: pickedByHer as true,
      })
    await expect(deliver(4)).rejects.toMatchObject({ code: 'request-not-from-this-state' })
    await approvePersonRequest(world.context, officer, { id, version: 4 })
    await expect(approvePersonRequest(world.context, officer, { id, version: 5 })).rejects.toMatchObject({
      code: 'request-other-person',
    })
    await approvePersonRequest(world.context, lead, { id, version: 5 })
    await expect(deliver(6, false)).rejects.toMatchObject({ fields: { pickedByHer: 'required' } })
    expect((await readPersonCopy(world.context, officer, { id, final: true })).final).toBe(true)
    await deliver(6)
    await expect(readPersonCopy(world.context, officer, { id })).rejects.toThrow(NotFound)
    const { steps } = await readPersonRequest(world.context, officer, { id })
    expect(steps.map(({ kind }) => kind)).toEqual([
      'received',
      'identify',
      'find',
      'prepare',
      'approve',
      'approve',
      'deliver',
    ])
  })
  test('of a worker tells of none of the women she stood beside', async () => {
    const one = await her('Nachtegaalina')
    const print = await printOf(mail('Ans'))
    await world.owner.query(
      'update person set email_print = $2 where id = (select person_id from worker where id = $1)',
      [one.workerId, print],
    )
    const id = await ask('portability', 'worker', 'Ans')
    await identify(id)
    const { files } = await readPersonRequest(world.context, officer, { id })
    await find(id, files[0]?.id ?? '')
    const text = 'Nachtegaalina was tevreden.'
    const { traces } = await lookThroughPersonCopy(world.context, officer, { id, text })
    expect(traces.map((trace) => trace.text)).toContain('Nachtegaalina')
    await preparePersonCopy(world.context, officer, {
      id,
      version: 3,
      text,
      looked: {
        ticks: Object.fromEntries(traces.map(({ key }) => [key, 'remove' as const])),
        readWhole: true,
      },
    })
    const whole = JSON.stringify(await readPersonCopy(world.context, lead, { id }))
    expect(whole).toContain('Bezoekster')
    expect(whole).not.toContain('Nachtegaalina')
  })
})

describe('who is around her', () => {
  test('gets the fixed letter, and nobody learns whether he is known', async () => {
    await her('Roodborstje')
    for (const given of ['Winterkoning', 'Niemand']) {
      const id = await ask('access', 'partner', given)
      await identify(id)
      const one = await readPersonRequest(world.context, officer, { id })
      expect([one.files, one.may]).toEqual([[], ['answer', 'refuse', 'withdraw']])
      await expect(
        preparePersonCopy(world.context, officer, {
          id,
          version: 2,
          text: 'Iets',
          looked: { ticks: {}, readWhole: true },
        }),
      ).rejects.toMatchObject({ code: 'request-not-from-this-state' })
      await endPersonRequest(world.context, officer, { id, version: 2, ending: { step: 'answer' } })
    }
  })
})

describe('the clock', () => {
  test('runs a month, two more once and with a reason, and stands on the list as it comes near', async () => {
    world.turnTo(testMorning)
    const id = await ask('rectify', 'mother', 'Kwikstaartje')
    const line = async () =>
      (await readWorklist(world.context, officer, {})).lines.find((one) => one.id === id)
    const extend = (version: number) =>
      extendPersonRequest(world.context, officer, { id, version, words: 'Het dossier is groot' })
    await extend(1)
    expect((await readPersonRequest(world.context, officer, { id })).answerBy.toString()).toBe('2027-02-03')
    await expect(extend(2)).rejects.toMatchObject({ code: 'request-not-from-this-state' })
    const late = await ask('rectify', 'mother', 'Merel', '2026-10-03')
    world.turnTo('2026-11-04')
    await expect(
      extendPersonRequest(world.context, officer, { id: late, version: 1, words: 'Te laat' }),
    ).rejects.toMatchObject({ code: 'request-not-from-this-state' })
    world.turnTo('2027-01-27')
    expect(await line()).toMatchObject({ pressure: 'due', source: { clock: 'near' } })
    world.turnTo('2027-02-04')
    expect(await line()).toMatchObject({ pressure: 'urgent', source: { clock: 'late' } })
    world.turnTo(testMorning)
  })
})

describe('what is no copy', () => {
  test('is handed on to be erased, done, or refused by who said where to complain', async () => {
    const one = await her('Winterkoningin')
    const id = await ask('erase', 'mother', 'Winterkoningin')
    await identify(id)
    await find(id, one.motherId)
    await endPersonRequest(world.context, officer, { id, version: 3, ending: { step: 'hand_on' } })
    const { rows } = await world.owner.query(
      `select count(*)::int as n from task where reason_code = 'ask-to-erase'`,
    )
    expect(rows[0]?.n).toBe(1)
    await endPersonRequest(world.context, officer, {
      id,
      version: 4,
      ending: { step: 'settle', code: 'done', words: null },
    })
    const other = await ask('object')
    const refuse = (told: boolean) =>
      endPersonRequest(world.context, officer, {
        id: other,
        version: 1,
        ending: { step: 'refuse', code: 'weighty_reason', words: null, told: told as true },
      })
    await expect(refuse(false)).rejects.toMatchObject({ fields: { 'ending.told': 'required' } })
    await refuse(true)
    await expect(refuse(true)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })
})
