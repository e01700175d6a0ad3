import { listDeputies } from '#db/duties.ts'
import { findBarred } from '#db/lock-reach.ts'
import { findMembers, type MemberRow } from '#db/member.ts'
import { listOnCall } from '#db/on-call.ts'
import type { AskedBecause } from '#domain/concern/concern.ts'
import { isBefore } from '#domain/day.ts'
import { chainOn, isWorkingHere, nextOnCall, onCallRoles } from '#domain/on-call/on-call.ts'
import type { Work } from '#usecases/context.ts'

export interface Danger {
  /** Whose files it is about: from whom one of them is locked is passed over without a word. */
  readonly about: readonly string[]
  /** Who knows of it already, or is it herself. */
  readonly knows: string | null
}

export interface Askable {
  /** Who may be asked today. */
  readonly able: readonly MemberRow[]
  /** In which order those on call are. */
  readonly chain: readonly string[]
}
export type Reasons = ReadonlyMap<string, AskedBecause>

/** Who may be asked today, and in which order those on call are. */
export async function askable(work: Work, { about, knows }: Danger): Promise<Askable> {
  const { tx, orgId, today } = work
  const members = await findMembers(tx, orgId)
  const barred = await findBarred(
    tx,
    orgId,
    members.map(({ id }) => id),
    [...about],
  )
  const able = members.filter(
    (member) =>
      member.id !== knows &&
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
 * Who is asked at once: her coordinators and who stands in for them, every safeguarding lead and who is on call; where
 * nobody is on call, everybody who may decide.
 */
export async function askedFirst(
  work: Work,
  { able, chain }: Askable,
  coordinatorIds: readonly string[],
): Promise<Reasons> {
  // Her coordinator may be on holiday: whoever stands in for her is asked beside her.
  const standIns = (await listDeputies(work.tx, work.orgId, work.today))
    .filter(
      ({ member_id, from_day }) => coordinatorIds.includes(member_id) && !isBefore(work.today, from_day),
    )
    .map(({ deputy_id }) => deputy_id)
  const reasons = new Map<string, AskedBecause>()
  const because = (id: string, reason: AskedBecause) => reasons.set(id, reasons.get(id) ?? reason)
  for (const { id, roles } of able) {
    if (coordinatorIds.includes(id)) because(id, 'coordinator')
    if (standIns.includes(id)) because(id, 'stands_in')
    if (roles.includes('safeguarding_lead')) because(id, 'safeguarding_lead')
  }
  const [first] = chain
  if (first) because(first, 'on_call')
  else for (const { id } of able) because(id, 'everyone')
  return reasons
}

/** Nobody took it up in time: whoever is next on call, and after the last of them everybody else. */
export function askedNext({ able, chain }: Askable, asked: ReadonlySet<string>): Reasons {
  const next = nextOnCall(chain, asked)
  return new Map<string, AskedBecause>(
    next
      ? [[next, 'on_call']]
      : able.filter(({ id }) => !asked.has(id)).map(({ id }) => [id, 'everyone'] as const),
  )
}
