import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import type { Role } from '#domain/member/role.ts'
import { approveChildRequest } from '#usecases/child-request/approve-child-request.ts'
import { authoriseRequester } from '#usecases/child-request/authorise-requester.ts'
import { deliverChildCopy } from '#usecases/child-request/deliver-child-copy.ts'
import { endChildRequest } from '#usecases/child-request/end-child-request.ts'
import { extendChildRequest } from '#usecases/child-request/extend-child-request.ts'
import { identifyRequester } from '#usecases/child-request/identify-requester.ts'
import { judgeChildRequest } from '#usecases/child-request/judge-child-request.ts'
import { listRequestsForChildren } from '#usecases/child-request/list-child-requests.ts'
import { lookThroughChildCopy } from '#usecases/child-request/look-through-child-copy.ts'
import { prepareChildCopy } from '#usecases/child-request/prepare-child-copy.ts'
import { readChildCopy } from '#usecases/child-request/read-child-copy.ts'
import { readChildRequest } from '#usecases/child-request/read-child-request.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readWorklist } from '#usecases/worklist/read-worklist.ts'
import { askForChild } from '../../../testing/asked-for-child.ts'
import { canaries, type OneOfEach, oneOfEach } from '../../../testing/one-of-each.ts'
import { runningTrajectory } from '../../../testing/running-trajectory.ts'
import { openWorld, type World } from '../../../testing/world.ts'

let world: World
let officer: MemberActor
let lead: MemberActor
beforeAll(async () => {
  world = await openWorld()
  officer = await world.member(['privacy_officer'])
  lead = await world.member(['safeguarding_lead'])
})
afterAll(() => world.close())

const read = (id: string, actor = officer) => readChildRequest(world.context, actor, { id })
const which = async (id: string) => ({ id, version: (await read(id)).version })
const identify = async (id: string, actor = officer) =>
  identifyRequester(world.context, actor, { ...(await which(id)), way: 'seen_in_person' })
const authorise = async (id: string, childId: string, actor = officer) =>
  authoriseRequester(world.context, actor, { ...(await which(id)), proof: 'authority_register', childId })
const judge = async (id: string, hears: 'by_agreement' | 'not_now' = 'by_agreement', actor = lead) =>
  judgeChildRequest(world.context, actor, { ...(await which(id)), hears, words: 'Geen gevaar bekend.' })
const prepare = async (
  id: string,
  text = 'Het kind groeit goed.',
  tick: 'remove' | 'is_nobody' = 'remove',
  actor = officer,
) => {
  const { traces } = await lookThroughChildCopy(world.context, officer, { id, text })
  const ticks = Object.fromEntries(traces.map(({ key }) => [key, tick]))
  return prepareChildCopy(world.context, actor, {
    ...(await which(id)),
    text,
    looked: { ticks, readWhole: true },
  })
}
const approve = async (id: string, actor: MemberActor) =>
  approveChildRequest(world.context, actor, await which(id))
const deliver = async (id: string, actor = officer) =>
  deliverChildCopy(world.context, actor, { ...(await which(id)), way: 'handed_over' })
const refused = (code: string) => ({ name: 'Refused', code })

/** As far as what is written. */
async function nearly(childId: string, text?: string) {
  const id = await askForChild(world, officer)
  await identify(id)
  await authorise(id, childId)
  await judge(id)
  await prepare(id, text)
  return id
}

describe('who handles a request for a child’s file', () => {
  test('is the privacy officer with the safeguarding lead, each for her own part', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await askForChild(world, officer)
    for (const role of ['administrator', 'coordinator', 'worker', 'programme_manager', 'referrer'] as const) {
      const other = await world.member([role satisfies Role])
      await expect(read(id, other)).rejects.toThrow(Forbidden)
      await expect(askForChild(world, other)).rejects.toThrow(Forbidden)
      await expect(approve(id, other)).rejects.toThrow(Forbidden)
    }
    const elsewhere = await world.member(['privacy_officer'], world.otherOrgId)
    await expect(read(id, elsewhere)).rejects.toThrow(NotFound)
    await expect(identify(id, elsewhere)).rejects.toThrow(NotFound)
    expect((await listRequestsForChildren(world.context, elsewhere, {})).requests).toEqual([])
    await expect(identify(id, lead)).rejects.toThrow(Forbidden)
    await identify(id)
    await authorise(id, childId)
    await expect(judge(id, 'by_agreement', officer)).rejects.toThrow(Forbidden)
  })
})

describe('a request', () => {
  test('looks nothing up before it is certain who asks', async () => {
    await runningTrajectory(world)
    const id = await askForChild(world, officer)
    expect((await read(id)).children).toEqual([])
    await identify(id)
    expect((await read(id)).children.length).toBeGreaterThan(0)
    expect((await read(id, lead)).children).toEqual([])
  })
  test('takes no child that was born on another day, and none of another organisation', async () => {
    const { childId: other } = await runningTrajectory(world, { bornOn: '2026-07-01' })
    const { childId: elsewhere } = await runningTrajectory(world, { orgId: world.otherOrgId })
    const id = await askForChild(world, officer)
    await identify(id)
    for (const childId of [other, elsewhere]) await expect(authorise(id, childId)).rejects.toThrow(NotFound)
  })
  test('goes on only step by step, and ends in paper that two people approved', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await askForChild(world, officer)
    const notYet = refused('request-not-from-this-state')
    await expect(authorise(id, childId)).rejects.toMatchObject(notYet)
    await expect(deliver(id)).rejects.toMatchObject(notYet)
    await identify(id)
    await authorise(id, childId)
    await expect(prepare(id)).rejects.toMatchObject(notYet)
    await judge(id)
    await expect(approve(id, lead)).rejects.toMatchObject(notYet)
    await prepare(id)
    await approve(id, officer)
    await expect(approve(id, officer)).rejects.toMatchObject(refused('request-other-person'))
    await expect(deliver(id)).rejects.toMatchObject(notYet)
    await expect(readChildCopy(world.context, officer, { id })).rejects.toThrow(NotFound)
    await approve(id, lead)
    const copy = await readChildCopy(world.context, officer, { id })
    expect(copy).toMatchObject({ given: 'Kind', lines: ['Het kind groeit goed.'] })
    await deliver(id)
    await expect(readChildCopy(world.context, officer, { id })).rejects.toThrow(NotFound)
    expect((await read(id)).steps.map(({ kind }) => kind)).toEqual([
      'received',
      'identify',
      'authorise',
      'find_safe',
      'prepare',
      'approve',
      'approve',
      'deliver',
    ])
  })
  test('approved by two at the very same moment counts one of them: the other looks again', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await nearly(childId)
    const now = await which(id)
    const answers = await Promise.allSettled(
      [officer, lead, officer].map((actor) => approveChildRequest(world.context, actor, now)),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await read(id)).approvals).toBe(1)
  })
  test('stands on the list of whoever it waits for, and of nobody else', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await askForChild(world, officer)
    const waits = async (actor: MemberActor) =>
      (await readWorklist(world.context, actor, {})).lines.some((line) => line.id === id)
    expect([await waits(officer), await waits(lead)]).toEqual([true, false])
    await identify(id)
    await authorise(id, childId)
    expect([await waits(officer), await waits(lead)]).toEqual([false, true])
    await judge(id, 'not_now')
    await prepare(id)
    await approve(id, officer)
    expect([await waits(officer), await waits(lead)]).toEqual([false, true])
    expect(await waits(await world.member(['coordinator']))).toBe(false)
  })
  test('that is written anew is approved anew', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await nearly(childId)
    await approve(id, officer)
    await approve(id, lead)
    await prepare(id, 'Het kind slaapt goed.')
    expect(await read(id)).toMatchObject({ state: 'prepared', approvals: 0 })
  })
  test('may end at any moment, with a reason that he never hears', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await nearly(childId)
    await endChildRequest(world.context, lead, {
      ...(await which(id)),
      reason: 'not_safe',
      words: 'Dreiging.',
    })
    await expect(approve(id, officer)).rejects.toMatchObject(refused('request-not-from-this-state'))
  })
  test('is answered within a month, or once two months later', async () => {
    const id = await askForChild(world, officer)
    expect((await read(id)).answerBy.toString()).toBe('2026-12-02')
    await extendChildRequest(world.context, officer, { ...(await which(id)), words: 'Meer tijd nodig.' })
    expect((await read(id)).answerBy.toString()).toBe('2027-02-02')
    await expect(
      extendChildRequest(world.context, officer, { ...(await which(id)), words: 'Nog meer.' }),
    ).rejects.toMatchObject(refused('request-not-from-this-state'))
  })
})

describe('the mother', () => {
  test('hears of it from a person, as she agreed, and nothing is written to her', async () => {
    const { childId, trajectoryId } = await runningTrajectory(world)
    const id = await askForChild(world, officer)
    await identify(id)
    await authorise(id, childId)
    await judge(id)
    const { rows } = await world.owner.query(
      `select kind from task where trajectory_id = $1 and reason_code = 'tell-of-child-request'`,
      [trajectoryId],
    )
    expect(rows).toEqual([{ kind: 'safety' }])
    expect(
      (await world.owner.query('select from message where trajectory_id = $1', [trajectoryId])).rowCount,
    ).toBe(0)
  })
  test('does not hear of it where that brings danger', async () => {
    const { childId, trajectoryId } = await runningTrajectory(world)
    const id = await askForChild(world, officer)
    await identify(id)
    await authorise(id, childId)
    await judge(id, 'not_now')
    const { rowCount } = await world.owner.query('select from task where trajectory_id = $1', [trajectoryId])
    expect(rowCount).toBe(0)
  })
})

describe('what is handed over', () => {
  test('can’t hold what is known of anybody but the child, whatever is ticked', async () => {
    const { childId } = await runningTrajectory(world)
    const id = await nearly(childId)
    for (const text of ['Semira komt.', 'Zij woont Lindelaan 7.', 'Ans Bezoekster was er.', 'Zie 1234ab.'])
      await expect(prepare(id, text, 'is_nobody')).rejects.toMatchObject(refused('text-tells-of-others'))
    await prepare(id, 'Semira bracht het kind op dinsdag om 10.00 uur naar Ans.')
    await approve(id, officer)
    await approve(id, lead)
    const { lines } = await readChildCopy(world.context, officer, { id })
    expect(lines).toEqual(['[…] bracht het kind op […] om […] naar […].'])
  })
  test('is looked through once more: somebody may have come beside her since', async () => {
    const { childId, motherId } = await runningTrajectory(world)
    const id = await nearly(childId, 'Het kind lacht om Roos.')
    expect((await read(id)).words).toContain('[…]')
    const stays = await askForChild(world, officer)
    await identify(stays)
    await authorise(stays, childId)
    await judge(stays)
    await prepare(stays, 'Het kind lacht om Roos.', 'is_nobody')
    await approve(stays, officer)
    // Whoever is called like that comes to live with her.
    const { childId: roos } = await runningTrajectory(world, { given: 'Roos', bornOn: '2025-01-01' })
    const { rows } = await world.owner.query('select person_id from trajectory where child_id = $1', [roos])
    const household = (
      await world.owner.query(
        `insert into household (org_id, id, created_at) values ($1, gen_random_uuid(), now()) returning id`,
        [world.orgId],
      )
    ).rows[0].id
    for (const person of [motherId, rows[0].person_id])
      await world.owner.query(
        `insert into household_member (org_id, id, household_id, person_id, relation, from_day)
         values ($1, gen_random_uuid(), $2, $3, 'other', '2026-11-01')`,
        [world.orgId, household, person],
      )
    await expect(approve(stays, lead)).rejects.toMatchObject(refused('text-tells-of-others'))
  })
})

describe('in a house full of people', () => {
  test('the copy of a child holds nothing of anybody else, though somebody wrote all of it down', async () => {
    const house: OneOfEach = await oneOfEach(world)
    const { rows } = await world.owner.query<{ child_id: string }>(
      'select child_id from trajectory where id = $1',
      [house.trajectory.active],
    )
    const id = await askForChild(world, officer, { given: 'Roodborstje', bornOn: '2026-07-06' })
    await identify(id)
    await authorise(id, rows[0]?.child_id ?? '')
    await judge(id)
    const others = canaries.filter((word) => word !== 'Roodborstje')
    const text = [
      ...others.map((word) => `Bij ${word} gaat het goed.`),
      'Zij woont op Sijsjepad 47, 3661 XZ, en haar nummer is 06-87654321.',
    ].join('\n')
    await prepare(id, text)
    await approve(id, officer)
    await approve(id, lead)
    const copy = JSON.stringify(await readChildCopy(world.context, officer, { id }))
    for (const word of [...others, '87654321', '3661', '47']) expect(copy).not.toContain(word)
  }, 120_000)
})
