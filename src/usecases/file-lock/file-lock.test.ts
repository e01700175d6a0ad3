import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { referrerText } from '#domain/message/message-text.ts'
import { type Beside, beside } from '#testing/beside.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { agreeSafeContact, answer, referredWoman, referrerAddress } from '#testing/referred-woman.ts'
import { openWorld, type World } from '#testing/world.ts'
import { listFileAccess } from '#usecases/audit/list-file-access.ts'
import { raiseConcern } from '#usecases/concern/raise-concern.ts'
import { Forbidden, Invalid, NotFound, ProofNeeded, Refused } from '#usecases/failure.ts'
import { answerLift } from '#usecases/file-lock/answer-lift.ts'
import { askLift } from '#usecases/file-lock/ask-lift.ts'
import { listFileLocks } from '#usecases/file-lock/list-file-locks.ts'
import { listFileLocksOf } from '#usecases/file-lock/list-file-locks-of.ts'
import { readFileLock } from '#usecases/file-lock/read-file-lock.ts'
import { readLockChoices } from '#usecases/file-lock/read-lock-choices.ts'
import { setFileLock } from '#usecases/file-lock/set-file-lock.ts'
import { weighFileLock } from '#usecases/file-lock/weigh-file-lock.ts'
import { listMyProposals } from '#usecases/match/list-my-proposals.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { weighWorkers } from '#usecases/match/weigh-workers.ts'
import { queueMessage } from '#usecases/message/queue-message.ts'
import { registerNetworkOrganisation } from '#usecases/network/register-network-organisation.ts'
import { searchPeople } from '#usecases/person/search-people.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { followOwnReferrals } from '#usecases/referral/follow-own-referrals.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { linkReferrer } from '#usecases/referrer/link-referrer.ts'
import { makeService } from '#usecases/service/give-key.ts'
import { listCaseload } from '#usecases/trajectory/list-caseload.ts'
import { readTrajectory } from '#usecases/trajectory/read-trajectory.ts'

let world: World
let coordinator: MemberActor
let colleague: MemberActor
let lead: MemberActor
let officer: MemberActor
let her: Beside
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.member(['coordinator'])
  colleague = await world.member(['coordinator'])
  lead = await world.member(['safeguarding_lead'])
  officer = await world.member(['privacy_officer'])
  her = await beside(world, coordinator)
})
afterAll(() => world.close())

const words = 'Hij is haar broer.'
const against = (member: MemberActor) => ({ kind: 'member', id: member.memberId }) as const
const lock = (trajectoryId: string, member: MemberActor, by = coordinator, coordinatorId?: string) =>
  setFileLock(world.context, by, { fileId: trajectoryId, against: against(member), words, coordinatorId })
const reads = (member: MemberActor, id: string) => readTrajectory(world.context, member, { id })

describe('a lock', () => {
  test('is set by who answers for her file, and by nobody else', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Nura' })
    for (const role of ['worker', 'administrator', 'programme_manager', 'referrer'] as const)
      await expect(lock(trajectoryId, colleague, await world.member([role]))).rejects.toThrow(Forbidden)
    await expect(
      lock(trajectoryId, colleague, await world.member(['coordinator'], world.otherOrgId)),
    ).rejects.toThrow(NotFound)
    const stranger = await world.member(['coordinator'], world.otherOrgId)
    await expect(lock(trajectoryId, stranger)).rejects.toThrow(NotFound)
    await expect(lock(trajectoryId, colleague, { ...coordinator, provedAt: null })).rejects.toThrow(
      ProofNeeded,
    )
    for (const by of [coordinator, lead, officer])
      expect(await lock(trajectoryId, await world.member(['coordinator']), by)).toEqual({
        fileLockId: expect.any(String),
      })
    const { standing } = await listFileLocksOf(world.context, officer, { fileId: trajectoryId })
    expect(standing).toHaveLength(3)
    expect(standing[0]).toMatchObject({ state: 'standing', steps: [{ step: 'set', words }] })
  })

  test('hides all of her from whom it is against, and nothing from anybody else', async () => {
    const { trajectoryId, personId } = await castWoman(world, { given: 'Rozerin', family: 'Kalkan' })
    const locked = await world.member([
      'coordinator',
      'privacy_officer',
      'safeguarding_lead',
      'administrator',
      'programme_manager',
    ])
    const found = async (who: MemberActor) =>
      (await searchPeople(world.context, who, { text: 'Rozerin' })).people.length
    const listed = async (who: MemberActor) =>
      JSON.stringify(await listCaseload(world.context, who, {})).includes(trajectoryId)
    expect([await found(locked), await listed(locked)]).toEqual([1, true])
    await lock(trajectoryId, locked)
    expect([await found(locked), await listed(locked)]).toEqual([0, false])
    expect([await found(coordinator), await listed(coordinator)]).toEqual([1, true])
    await expect(reads(locked, trajectoryId)).rejects.toThrow(NotFound)
    await expect(listFileAccess(world.context, locked, { trajectoryId })).rejects.toThrow(NotFound)
    for (const door of [listFileLocksOf, readLockChoices])
      await expect(door(world.context, locked, { fileId: trajectoryId })).rejects.toThrow(NotFound)
    expect(JSON.stringify(await listFileLocks(world.context, locked, {}))).not.toContain(personId)
    await expect(lock(trajectoryId, colleague, locked)).rejects.toThrow(NotFound)
  })

  test('is on the person: also on an account that a worker gets later', async () => {
    const { trajectoryId, personId } = await castWoman(world, { given: 'Hava' })
    const workerId = await castWorker(world, { given: 'Bram', family: 'Bos' })
    const locked = () => weighWorkers(world.context, coordinator, { trajectoryId })
    expect((await locked()).proposals.map(({ workerId: id }) => id)).toContain(workerId)
    await setFileLock(world.context, coordinator, {
      fileId: trajectoryId,
      against: { kind: 'worker', id: workerId },
      words,
    })
    const after = await locked()
    expect(after.proposals.map(({ workerId: id }) => id)).not.toContain(workerId)
    expect(
      after.impossible.find(({ workerId: id }) => id === workerId)?.blocks.map(({ code }) => code),
    ).toEqual(['not-possible'])
    await expect(proposeMatch(world.context, coordinator, { trajectoryId, workerId })).rejects.toThrow(
      Refused,
    )
    const account = await world.memberForWorker(workerId)
    const { rows } = await world.owner.query(
      'select 1 from lock_reach where barred_id = $1 and hidden_id = $2',
      [account.memberId, personId],
    )
    expect(rows).toHaveLength(1)
  })

  test('on herself, set twice, or that leaves nobody is refused', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Tirza' })
    await expect(lock(trajectoryId, coordinator)).rejects.toThrow(new Refused('lock-on-yourself'))
    await lock(trajectoryId, colleague)
    await expect(lock(trajectoryId, colleague)).rejects.toThrow(new Refused('lock-there-already'))
    const alone = await openWorld()
    const only = await alone.member(['coordinator'])
    const other = await alone.member(['safeguarding_lead'])
    const woman = await castWoman(alone, { given: 'Mira' })
    await expect(
      setFileLock(alone.context, other, { fileId: woman.trajectoryId, against: against(only), words }),
    ).rejects.toThrow(new Refused('lock-leaves-nobody'))
    await alone.close()
  })

  test('against her coordinator needs somebody who takes over, and gives her all at once', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Zahra' })
    const old = await world.member(['coordinator'])
    await world.owner.query('update trajectory set coordinator_id = $2 where id = $1', [
      trajectoryId,
      old.memberId,
    ])
    const weighed = await weighFileLock(world.context, lead, { fileId: trajectoryId, against: against(old) })
    expect(weighed.coordinators?.map(({ id }) => id)).toContain(colleague.memberId)
    expect(weighed.coordinators?.map(({ id }) => id)).not.toContain(old.memberId)
    await expect(lock(trajectoryId, old, lead)).rejects.toThrow(Invalid)
    await expect(lock(trajectoryId, old, lead, old.memberId)).rejects.toThrow(Invalid)
    await expect(lock(trajectoryId, old, lead, officer.memberId)).rejects.toThrow(Invalid)
    await lock(trajectoryId, old, lead, colleague.memberId)
    const { rows } = await world.owner.query('select coordinator_id from trajectory where id = $1', [
      trajectoryId,
    ])
    expect(rows).toEqual([{ coordinator_id: colleague.memberId }])
  })

  test('against who stands beside her ends that in the same step, and she waits where she waited', async () => {
    expect(
      (
        await weighFileLock(world.context, lead, {
          fileId: her.trajectoryId,
          against: against(her.worker),
        })
      ).beside,
    ).toBe('runs')
    expect(await reads(her.worker, her.trajectoryId)).toBeTruthy()
    await lock(her.trajectoryId, her.worker, lead)
    await expect(reads(her.worker, her.trajectoryId)).rejects.toThrow(NotFound)
    const { rows } = await world.owner.query('select state, worker_id from trajectory where id = $1', [
      her.trajectoryId,
    ])
    expect(rows).toEqual([{ state: 'waiting', worker_id: null }])
  })

  test('is lifted by two: one asks, another with that role agrees', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Selma' })
    const locked = await world.member(['coordinator', 'safeguarding_lead'])
    const { fileLockId: id } = await lock(trajectoryId, locked)
    const ask = { id, version: 1, words: 'Zij vraagt het zelf.' }
    const answer = { id, version: 2, answer: 'lift', words: 'Besproken.' } as const
    await expect(answerLift(world.context, lead, { ...answer, version: 1 })).rejects.toThrow(
      new Refused('lift-not-asked'),
    )
    await expect(askLift(world.context, locked, ask)).rejects.toThrow(NotFound)
    await askLift(world.context, lead, ask)
    await expect(askLift(world.context, coordinator, { ...ask, version: 2 })).rejects.toThrow(
      new Refused('lock-not-standing'),
    )
    await expect(answerLift(world.context, lead, answer)).rejects.toThrow(
      new Refused('lift-needs-another-person'),
    )
    await expect(answerLift(world.context, coordinator, answer)).rejects.toThrow(Forbidden)
    await expect(answerLift(world.context, locked, answer)).rejects.toThrow(NotFound)
    await expect(answerLift(world.context, officer, { ...answer, version: 1 })).rejects.toThrow(
      new Refused('changed-meanwhile'),
    )
    await expect(reads(locked, trajectoryId)).rejects.toThrow(NotFound)
    expect(await readFileLock(world.context, lead, { id })).toMatchObject({
      state: 'lift_asked',
      may: { lift: false, keep: true },
    })
    await expect(readFileLock(world.context, locked, { id })).rejects.toThrow(NotFound)
    expect((await listFileLocks(world.context, officer, {})).lines[0]).toMatchObject({
      id,
      may: { lift: true },
    })
    await answerLift(world.context, officer, answer)
    expect(await reads(locked, trajectoryId)).toBeTruthy()
    expect((await listFileLocksOf(world.context, locked, { fileId: trajectoryId })).lifted).toHaveLength(1)
    await lock(trajectoryId, locked)
    await expect(reads(locked, trajectoryId)).rejects.toThrow(NotFound)
  })
})

const sent = (given: string, channel: 'desk' | 'professional_form' = 'desk') => ({
  channel,
  submission: { programmeId: 'mim-nl-18m', mother: { name: { given } }, agreed: true as const },
})
const newReferral = async (given: string) =>
  (await submitReferral(world.context, coordinator, sent(given))).referralId
const follows = async (who: MemberActor) =>
  (await followOwnReferrals(world.context, who, {})).map(({ name }) => name)

describe('a lock that is set while', () => {
  /** Which of the two comes first is chance; tried until both orders were likely. */
  const rounds = 12

  test('he takes her on leaves him without her, or is set after somebody took her over', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < rounds; round += 1) {
      const he = await world.member(['coordinator'])
      const referralId = await newReferral(`Wedloop ${round}`)
      const taken = acceptReferral(world.context, he, {
        id: referralId,
        version: 1,
        programmeId: 'mim-nl-18m',
      })
      const locked = setFileLock(world.context, coordinator, {
        fileId: referralId,
        against: against(he),
        words,
      })
      const [took, set] = await Promise.allSettled([taken, locked])
      if (took.status === 'rejected') expect(took.reason).toBeInstanceOf(NotFound)
      // He was first: her coordinator has to be named before he can be locked out.
      if (set.status === 'rejected') expect(set.reason).toEqual(new Invalid({ coordinatorId: 'choose-one' }))
      expect([took, set].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      seen.add(took.status)
    }
    expect(seen.size).toBeGreaterThan(0)
  })

  test('a worker is proposed for her, or a second referral comes in, misses neither', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const woman = await castWoman(world, { given: 'Inge', family: `${round}` })
      const workerId = await castWorker(world, { given: 'Wim', family: `${round}` })
      const he = await world.memberForWorker(workerId)
      const [proposed, set] = await Promise.allSettled([
        proposeMatch(world.context, coordinator, { trajectoryId: woman.trajectoryId, workerId }),
        setFileLock(world.context, lead, { fileId: woman.trajectoryId, against: against(he), words }),
      ])
      expect(set.status).toBe('fulfilled')
      if (proposed.status === 'rejected') expect(proposed.reason).toBeInstanceOf(Refused)
      const { rows } = await world.owner.query(
        `select 1 from match where trajectory_id = $1 and worker_id = $2 and ended_on is null`,
        [woman.trajectoryId, workerId],
      )
      expect(rows).toEqual([])
      expect(await listMyProposals(world.context, he, {})).toEqual([])
    }
  })
})

describe('an organisation that is locked out', () => {
  test('loses its referrers, its systems and its messages, also those that come later', async () => {
    const { id } = await registerNetworkOrganisation(world.context, await world.member(['administrator']), {
      organisation: { name: 'Wijkteam Zuid', kind: 'other', contact: {} },
    })
    const administrator = await world.member(['administrator'])
    const midwife = await world.member(['referrer'])
    await linkReferrer(world.context, administrator, {
      memberId: midwife.memberId,
      networkOrganisationId: id,
    })
    const { referralId } = await submitReferral(world.context, midwife, sent('Lotte', 'professional_form'))
    expect(await follows(midwife)).toEqual(['Lotte'])
    await setFileLock(world.context, lead, {
      fileId: referralId,
      against: { kind: 'organisation', id },
      words,
    })
    expect(await follows(midwife)).toEqual([])
    const system = await makeService(world.context, administrator, {
      name: 'Wijkteam',
      scopes: ['referral.read'],
      networkOrganisationId: id,
    })
    const later = await world.member(['referrer'])
    await linkReferrer(world.context, administrator, { memberId: later.memberId, networkOrganisationId: id })
    const { rows } = await world.owner.query(
      'select distinct barred_id from lock_reach where hidden_id = $1 and barred_id = any($2)',
      [referralId, [midwife.memberId, later.memberId, system.serviceId]],
    )
    expect(rows).toHaveLength(3)
  })
})

describe('who is locked out hears nothing', () => {
  test('of danger: the next is asked instead', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Amal' })
    const onCall = await world.member(['coordinator', 'safeguarding_lead'])
    await lock(trajectoryId, onCall)
    const { concernId } = await raiseConcern(world.context, coordinator, {
      trajectoryId,
      level: 'danger_now',
      words: 'Hij staat voor de deur.',
    })
    const { rows } = await world.owner.query(
      `select asked_id from concern_step where concern_id = $1 and kind = 'asked'`,
      [concernId],
    )
    const asked = rows.map(({ asked_id }) => asked_id)
    expect(asked).toContain(lead.memberId)
    expect(asked).not.toContain(onCall.memberId)
  })

  test('by mail: what waits is dropped with a task, and what is written later is refused', async () => {
    const { id } = await registerNetworkOrganisation(world.context, await world.member(['administrator']), {
      organisation: { name: 'Praktijk Noord', kind: 'other', contact: {} },
    })
    const her = await referredWoman(world, coordinator)
    await agreeSafeContact(world, coordinator, her.personId)
    await answer(world, coordinator, her.trajectoryId, 'C-5', 'given')
    const write = (key: string) =>
      within(world, (work) =>
        queueMessage(work, {
          kind: 'referral-started',
          channel: 'email',
          language: 'nl',
          address: referrerAddress,
          ...referrerText('started', 'nl', {
            reference: 'ABC',
            organisation: 'Stichting waterrijk',
            reason: 'other',
          }),
          ...her,
          dedupeKey: key,
        }),
      )
    expect(await write('before')).toMatchObject({ state: 'pending' })
    expect(
      (
        await weighFileLock(world.context, lead, {
          fileId: her.trajectoryId,
          against: { kind: 'organisation', id },
        })
      ).messages,
    ).toBe(1)
    await setFileLock(world.context, lead, {
      fileId: her.trajectoryId,
      against: { kind: 'organisation', id },
      words,
    })
    const { rows } = await world.owner.query(
      `select m.state, t.reason_code from message m join task t on t.message_id = m.id where m.dedupe_key = 'before'`,
    )
    expect(rows).toEqual([{ state: 'refused', reason_code: 'message-locked' }])
    expect(await write('after')).toMatchObject({ state: 'refused', refusal: 'message-locked' })
  })
})
