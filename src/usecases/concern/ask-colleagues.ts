import { type ConcernRow, listConcernSteps } from '#db/concern.ts'
import { listDeputies } from '#db/duties.ts'
import { findBarred } from '#db/lock-reach.ts'
import { findMembers, type MemberRow } from '#db/member.ts'
import { listOnCall } from '#db/on-call.ts'
import { type AskedBecause, minutesToTakeUp } from '#domain/concern/concern.ts'
import { isBefore } from '#domain/day.ts'
import { safetyCallText } from '#domain/message/message-text.ts'
import { chainOn, isWorkingHere, nextOnCall, onCallRoles } from '#domain/on-call/on-call.ts'
import { addStep } from '#usecases/concern/add-step.ts'
import type { Work } from '#usecases/context.ts'
import { writeToColleague } from '#usecases/message/write-to-colleague.ts'

type Concern = Pick<ConcernRow, 'id' | 'person_id' | 'trajectory_id' | 'raised_by'>

/** Who may be asked today, and in which order those on call are. */
async function colleagues(work: Work, concern: Concern) {
  const { tx, orgId, today } = work
  const members = await findMembers(tx, orgId)
  const barred = await findBarred(
    tx,
    orgId,
    members.map(({ id }) => id),
    [concern.person_id, concern.trajectory_id],
  )
  const able = members.filter(
    (member) =>
      // She knows it already.
      member.id !== concern.raised_by &&
      // From whom her file is locked is passed over without a word.
      !barred.has(member.id) &&
      onCallRoles.some((role) => member.roles.includes(role)) &&
      isWorkingHere(member, today),
  )
  const ids = new Set(able.map(({ id }) => id))
  const duties = (await listOnCall(tx, orgId, today)).map((row) => ({
    memberId: row.member_id,
    rank: row.rank,
    from: row.from_day,
    until: row.until_day,
  }))
  return { able, chain: chainOn(duties, today).filter((id) => ids.has(id)) }
}

/**
 * Danger now: her coordinator and who stands in for her, every safeguarding lead and who is on call are asked at once; where nobody is on call,
 * that is kept and everybody who may decide is asked. Gives when the next one is asked, if nobody takes it up.
 */
export async function askFirst(
  work: Work,
  concern: Concern,
  coordinatorId: string | null,
): Promise<Temporal.Instant | null> {
  const { able, chain } = await colleagues(work, concern)
  // Her coordinator may be on holiday: whoever stands in for her is asked beside her.
  const standIns = (await listDeputies(work.tx, work.orgId, work.today))
    .filter(({ member_id, from_day }) => member_id === coordinatorId && !isBefore(work.today, from_day))
    .map(({ deputy_id }) => deputy_id)
  const reasons = new Map<string, AskedBecause>()
  const because = (id: string, reason: AskedBecause) => reasons.set(id, reasons.get(id) ?? reason)
  for (const { id, roles } of able) {
    if (id === coordinatorId) because(id, 'coordinator')
    if (standIns.includes(id)) because(id, 'stands_in')
    if (roles.includes('safeguarding_lead')) because(id, 'safeguarding_lead')
  }
  const [first] = chain
  if (first) because(first, 'on_call')
  else {
    await addStep(work, concern, { kind: 'nobody_on_call' })
    for (const { id } of able) because(id, 'everyone')
  }
  return ask(work, concern, able, reasons)
}

/** Nobody took it up in time: the next on call is asked, and after the last of them everybody else. */
export async function askNext(work: Work, concern: Concern): Promise<Temporal.Instant | null> {
  const steps = await listConcernSteps(work.tx, work.orgId, [concern.id])
  const asked = new Set(steps.flatMap(({ asked_id }) => asked_id ?? []))
  const { able, chain } = await colleagues(work, concern)
  const next = nextOnCall(chain, asked)
  const reasons = new Map<string, AskedBecause>(
    next
      ? [[next, 'on_call']]
      : able.filter(({ id }) => !asked.has(id)).map(({ id }) => [id, 'everyone'] as const),
  )
  return ask(work, concern, able, reasons)
}

/** Writes to each of them, and keeps that and how; where nobody is left to ask, that. */
async function ask(
  work: Work,
  concern: Concern,
  able: readonly MemberRow[],
  reasons: ReadonlyMap<string, AskedBecause>,
): Promise<Temporal.Instant | null> {
  if (reasons.size === 0) {
    await addStep(work, concern, { kind: 'nobody_left' })
    return null
  }
  const members = able.filter(({ id }) => reasons.has(id))
  await work.vault.load([concern.person_id, ...members.map(({ id }) => id)])
  for (const member of members)
    await addStep(work, concern, {
      kind: 'asked',
      code: reasons.get(member.id) ?? 'everyone',
      asked: { memberId: member.id, messageId: await write(work, concern, member) },
    })
  return work.now.add({ minutes: minutesToTakeUp })
}

const write = (work: Work, concern: Concern, member: MemberRow): Promise<string | null> =>
  writeToColleague(work, member, {
    kind: 'safety-call',
    text: safetyCallText,
    personId: concern.person_id,
    trajectoryId: concern.trajectory_id,
    dedupeKey: `safety-call|${concern.id}|${member.id}`,
  })
