import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#domain/member/actor.ts'
import { programmes } from '#programmes/registry.ts'
import { beside, introduced } from '#testing/beside.ts'
import { castWoman, castWorker, within } from '#testing/cast.ts'
import { agreeSafeContact, referredWoman, tuesdayMornings } from '#testing/referred-woman.ts'
import { openWorld, type World } from '#testing/world.ts'
import { logContact } from '#usecases/contact/log-contact.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { beginImport } from '#usecases/import/begin-import.ts'
import { mapImport } from '#usecases/import/map-import.ts'
import { runImport } from '#usecases/import/run-import.ts'
import { startImport } from '#usecases/import/start-import.ts'
import { undoImport } from '#usecases/import/undo-import.ts'
import { completeIntake } from '#usecases/intake/complete-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { changeWishes } from '#usecases/match/change-wishes.ts'
import { endMatch } from '#usecases/match/end-match.ts'
import { proposeMatch } from '#usecases/match/propose-match.ts'
import { startMatch } from '#usecases/match/start-match.ts'
import { withdrawMatch } from '#usecases/match/withdraw-match.ts'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { acceptReferral } from '#usecases/referral/accept-referral.ts'
import { decideReferral } from '#usecases/referral/decide-referral.ts'
import { submitReferral } from '#usecases/referral/submit-referral.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { createTask } from '#usecases/task/create-task.ts'
import { finishTask } from '#usecases/task/finish-task.ts'
import { closeTrajectory } from '#usecases/trajectory/close-trajectory.ts'
import { stepWorkerOn } from '#usecases/worker/step-worker.ts'

/** Two people do it at the same moment: one wins, the other hears why not, and nothing is there twice (security.md T7). */
let world: World
let one: MemberActor
let two: MemberActor
const rounds = 3
beforeAll(async () => {
  world = await openWorld()
  one = await world.member(['coordinator'])
  two = await world.member(['coordinator'])
})
afterAll(() => world.close())

/** What came of each: `done`, or the code it was refused with. Anything else that is thrown is a bug. */
async function together(...doing: readonly (() => Promise<unknown>)[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(doing.map((doIt) => doIt()))
  return outcomes
    .map((outcome) => {
      if (outcome.status === 'fulfilled') return 'done'
      const { reason } = outcome
      if (reason instanceof Error && 'code' in reason && reason.name === 'Refused') return String(reason.code)
      if (reason instanceof Error && /^(NotFound|Forbidden|Invalid)$/.test(reason.name)) return reason.name
      throw reason
    })
    .sort()
}
const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await world.owner.query(`select count(*)::int as n from ${text}`, values)).rows[0].n
const again = (name: string, doIt: () => Promise<void>) =>
  test(name, async () => {
    for (let round = 0; round < rounds; round += 1) await doIt()
  })

const programmeId = programmes[0]?.id ?? ''
const received = async (given = 'Selam') =>
  (
    await submitReferral(world.context, world.visitor('professional'), {
      channel: 'professional_form',
      submission: { mother: { name: { given } }, agreed: true },
    })
  ).referralId
const accept = (actor: MemberActor, id: string) => () =>
  acceptReferral(world.context, actor, { id, version: 1, programmeId })
const decide =
  (actor: MemberActor, id: string, decision: Parameters<typeof decideReferral>[2]['decision']) => () =>
    decideReferral(world.context, actor, { id, version: 1, note: null, decision })

describe('a referral', () => {
  again('is accepted by two: she is taken on once', async () => {
    const id = await received()
    expect(await together(accept(one, id), accept(two, id))).toEqual(['changed-meanwhile', 'done'])
    expect(await count('trajectory where referral_id = $1', id)).toBe(1)
    expect(
      await count(
        `consent where code = 'C-1' and person_id = (select person_id from referral where id = $1)`,
        id,
      ),
    ).toBe(1)
  })
  again('is accepted and turned away: one of them', async () => {
    const id = await received()
    const away = decide(two, id, { decision: 'reject', code: 'outside_area' })
    const outcomes = await together(accept(one, id), away)
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    const { rows } = await world.owner.query('select state from referral where id = $1', [id])
    expect(await count('trajectory where referral_id = $1', id)).toBe(rows[0].state === 'accepted' ? 1 : 0)
  })
  again('and another are each called the other’s double: nobody waits for ever', async () => {
    const [first, second] = [await received('Aster'), await received('Aster')]
    const outcomes = await together(
      decide(one, first, { decision: 'mark-duplicate', duplicateOf: second }),
      decide(two, second, { decision: 'mark-duplicate', duplicateOf: first }),
    )
    expect(outcomes).toEqual(['done', 'duplicate-of-a-duplicate'])
  })
})

/** What lets her in. */
const facts = {
  firstChild: true,
  everydayQuestions: true,
  insecure: true,
  lowSupport: true,
  childNeedsExtraCare: false,
  multipleSeriousProblems: false,
  currentPartnerViolence: false,
}

describe('an intake', () => {
  again('is saved by two who saw the same: the second is told', async () => {
    const { trajectoryId, personId } = await referredWoman(world, one)
    await agreeSafeContact(world, one, personId)
    const save = (actor: MemberActor, given: string) => () =>
      saveIntake(world.context, actor, {
        trajectoryId,
        version: 0,
        answers: { child: { given, bornOn: '2026-09-20', dueOn: null }, facts },
        consents: { answers: { 'C-2': 'yes', 'C-3': 'yes' }, shareWith: [], how: 'spoken' },
      })
    expect(await together(save(one, 'A'), save(two, 'B'))).toEqual(['changed-meanwhile', 'done'])
    expect(await count('intake where trajectory_id = $1', trajectoryId)).toBe(1)
    const conclude = (actor: MemberActor) => () =>
      completeIntake(world.context, actor, { trajectoryId, version: 1, conclusion: 'waiting_list' })
    expect(await together(conclude(one), conclude(two))).toEqual(['done', 'intake-decided'])
    expect(await count('eligibility_decision where trajectory_id = $1', trajectoryId)).toBe(1)
  })
  again('finds two who asked how she can be reached: one agreement counts', async () => {
    const { personId } = await castWoman(world, { given: 'Hana' })
    const ask = (actor: MemberActor) => () =>
      setSafeContact(world.context, actor, { personId, basedOn: null, terms: tuesdayMornings })
    expect(await together(ask(one), ask(two))).toEqual(['changed-meanwhile', 'done'])
    expect(await count('safe_contact_policy where person_id = $1 and until_at is null', personId)).toBe(1)
  })
})

describe('a match', () => {
  again('is proposed twice for one woman: one is', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Elif', languages: ['nl'] })
    const workers = [await castWorker(world, { given: 'Ans' }), await castWorker(world, { given: 'Bep' })]
    const [first, second] = workers.map(
      (workerId) => () => proposeMatch(world.context, one, { trajectoryId, workerId }),
    )
    if (!first || !second) throw new Error('two workers')
    expect(await together(first, second)).toEqual(['done', 'match-open-already'])
    expect(await count('match where trajectory_id = $1', trajectoryId)).toBe(1)
  })
  again('is proposed to one with one place for two women: she is asked for one', async () => {
    const workerId = await castWorker(world, { given: 'Ans' }, { capacity: 1 })
    const propose = async (actor: MemberActor) => {
      const { trajectoryId } = await castWoman(world, { given: 'Elif', languages: ['nl'] })
      return () => proposeMatch(world.context, actor, { trajectoryId, workerId })
    }
    const outcomes = await together(await propose(one), await propose(two))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(await count('match where worker_id = $1', workerId)).toBe(1)
  })
  again('is started by two: it starts once, with one plan', async () => {
    const { matchId: id, version, trajectoryId } = await introduced(world, one)
    const start = (actor: MemberActor) => () => startMatch(world.context, actor, { id, version })
    expect(await together(start(one), start(two))).toEqual(['changed-meanwhile', 'done'])
    expect(
      await count(
        `(select due_from from contact where trajectory_id = $1 group by due_from having count(*) > 1) as twice`,
        trajectoryId,
      ),
    ).toBe(0)
  })
  again('is started and taken back: one of them', async () => {
    const { matchId: id, version, trajectoryId } = await introduced(world, one)
    expect(
      await together(
        () => startMatch(world.context, one, { id, version }),
        () => withdrawMatch(world.context, two, { id, version }),
      ),
    ).toEqual(['changed-meanwhile', 'done'])
    const { rows } = await world.owner.query(
      `select t.state, t.worker_id is not null as beside, m.state as match from trajectory t, match m
        where t.id = $1 and m.id = $2`,
      [trajectoryId, id],
    )
    expect([
      { state: 'active', beside: true, match: 'active' },
      { state: 'waiting', beside: false, match: 'withdrawn' },
    ]).toContainEqual(rows[0])
  })
  again('is answered by the worker and written down by the coordinator: once', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Elif', languages: ['nl'] })
    const workerId = await castWorker(world, { given: 'Ans' })
    const worker = await world.memberForWorker(workerId)
    const { matchId: id } = await proposeMatch(world.context, one, { trajectoryId, workerId })
    const say = (actor: MemberActor, answer: 'yes' | 'no') => () =>
      answerMatch(world.context, actor, { id, version: 1, side: 'worker', answer })
    const outcomes = await together(say(worker, 'no'), say(one, 'yes'))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  })
  again('and the trajectory end at once: both are over, and her worker is free', async () => {
    const her = await beside(world, one)
    const { rows } = await world.owner.query('select version from trajectory where id = $1', [
      her.trajectoryId,
    ])
    const outcomes = await together(
      () => endMatch(world.context, one, { id: her.matchId, version: 5, reason: 'no_click' }),
      () =>
        closeTrajectory(world.context, two, {
          trajectoryId: her.trajectoryId,
          version: rows[0].version,
          reason: 'moved',
          evaluation: { kind: 'declined', code: 'rather_not' },
        }),
    )
    expect(outcomes).toContain('done')
    expect(await count(`match where id = $1 and state = 'active'`, her.matchId)).toBe(0)
    expect(await count(`worker where id = $1 and state = 'active'`, her.worker.workerId)).toBe(0)
  })
  again('has wishes behind it that two write down: the second is told', async () => {
    const { trajectoryId } = await castWoman(world, { given: 'Elif' })
    const wish = (actor: MemberActor) => () =>
      changeWishes(world.context, actor, { trajectoryId, version: 0, wishes: { interests: ['walking'] } })
    expect(await together(wish(one), wish(two))).toEqual(['changed-meanwhile', 'done'])
  })
})

describe('a visit', () => {
  const log = (actor: MemberActor, id: string, key?: string) => () =>
    logContact(
      world.context,
      actor,
      { id, version: 1, kind: 'done', on: '2026-11-03', minutes: 75, mode: 'home' },
      key ? { key } : undefined,
    )
  const done = async (id: string) =>
    (await world.owner.query('select contacts_done from trajectory where id = $1', [id])).rows[0]
      .contacts_done
  again('is logged by two: it took place once', async () => {
    const her = await beside(world, one)
    const outcomes = await together(log(her.worker, her.contactId), log(one, her.contactId))
    expect(outcomes).toEqual(['changed-meanwhile', 'done'])
    expect(await done(her.trajectoryId)).toBe(1)
  })
  again('is sent four times from one phone: it took place once, and each says so', async () => {
    const her = await beside(world, one)
    const key = world.context.newId()
    const send = log(her.worker, her.contactId, key)
    expect(await together(send, send, send, send)).toEqual(['done', 'done', 'done', 'done'])
    expect(await done(her.trajectoryId)).toBe(1)
  })
  again('falls through for two at once: she is owed one', async () => {
    const her = await beside(world, one)
    const cancel = (actor: MemberActor) => () =>
      logContact(world.context, actor, { id: her.contactId, version: 1, kind: 'cancelled', by: 'worker' })
    expect(await together(cancel(her.worker), cancel(one))).toEqual(['changed-meanwhile', 'done'])
    expect(await count('contact where replaces_id = $1', her.contactId)).toBeLessThanOrEqual(1)
  })
  again('is logged while the trajectory closes: nothing stays planned', async () => {
    const her = await beside(world, one)
    const { rows } = await world.owner.query('select version from trajectory where id = $1', [
      her.trajectoryId,
    ])
    const outcomes = await together(
      log(her.worker, her.contactId),
      () =>
        planContact(world.context, one, { id: her.contactId, version: 1, on: '2026-11-10', mode: 'home' }),
      () =>
        closeTrajectory(world.context, two, {
          trajectoryId: her.trajectoryId,
          version: rows[0].version,
          reason: 'moved',
          evaluation: { kind: 'declined', code: 'rather_not' },
        }),
    )
    expect(outcomes).toContain('done')
    const { rows: now } = await world.owner.query('select state from trajectory where id = $1', [
      her.trajectoryId,
    ])
    if (now[0].state === 'closed')
      expect(await count(`contact where trajectory_id = $1 and state = 'planned'`, her.trajectoryId)).toBe(0)
  })
})

describe('everything else that two may do', () => {
  again('a task is put away once', async () => {
    const id = await within(world, (work) =>
      createTask(work, { kind: 'contact', reasonCode: 'consent-withdrawn' }),
    )
    const finish = (actor: MemberActor) => () => finishTask(world.context, actor, { id, ending: 'done' })
    expect(await together(finish(one), finish(two))).toEqual(['done', 'task-already-done'])
  })
  again('a worker goes on leave once', async () => {
    const id = await castWorker(world, { given: 'Ans' })
    const leave = (actor: MemberActor) => () =>
      stepWorkerOn(world.context, actor, {
        id,
        version: 2,
        step: 'go-on-leave',
        reason: 'health',
        until: '2026-12-01',
      })
    expect(await together(leave(one), leave(two))).toEqual(['changed-meanwhile', 'done'])
  })
  again('two administrators end each other: one stays', async () => {
    await world.owner.query(
      `update member set active_until = '2026-11-01' where 'administrator' = any(roles)`,
    )
    const [a, b] = [await world.member(['administrator']), await world.member(['administrator'])]
    const end =
      (actor: MemberActor, { memberId }: MemberActor) =>
      () =>
        endMember(world.context, actor, { memberId, version: 1 })
    const outcomes = await together(end(a, b), end(b, a))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(
      await count(
        `member where org_id = $1 and active_until is null and 'administrator' = any(roles)`,
        world.orgId,
      ),
    ).toBe(1)
  })
  again('two change one member’s roles: the second is told', async () => {
    const administrator = await world.member(['administrator'])
    const { memberId } = await world.member(['worker'])
    const change = (role: 'coordinator' | 'referrer') => () =>
      changeRoles(world.context, administrator, { memberId, version: 1, roles: [role] })
    expect(await together(change('coordinator'), change('referrer'))).toEqual(['changed-meanwhile', 'done'])
  })
  again('a list is run by two and undone by a third: no row became two referrals', async () => {
    const { importId: id } = await startImport(world.context, one, {
      fileKind: 'csv',
      rows: [['Voornaam', 'Opmerking'], ...['Aya', 'Bea', 'Cor', 'Dia'].map((name) => [name, 'x'])],
    })
    await mapImport(world.context, one, { id, columns: ['given', 'words'], programmeId: null, agreed: true })
    await beginImport(world.context, one, { id, version: 2, takeDoubles: true })
    const run = () => runImport(world.context, one, { id })
    expect(await together(run, run)).toEqual(['done', 'done'])
    expect(await count('referral where import_id = $1', id)).toBe(4)
    const { rows } = await world.owner.query('select id from referral where import_id = $1', [id])
    const outcomes = await together(
      () => undoImport(world.context, two, { id }),
      ...rows.map((row) => accept(one, row.id)),
    )
    expect(
      outcomes.every((outcome) => /done|changed-meanwhile|not-from-this-state|import-/.test(outcome)),
    ).toBe(true)
    // Whoever was taken on can still be read; whoever was taken back is gone.
    expect(
      await count(
        `referral r join trajectory t on t.referral_id = r.id
          join keys.data_key k on k.owner_id = r.person_id where r.import_id = $1 and k.wrapped is null`,
        id,
      ),
    ).toBe(0)
  })
})
