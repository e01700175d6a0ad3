import { insertSupporterVersion, lastNumber, listSupporterVersions } from '#db/circle.ts'
import { findConsents } from '#db/consent.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { withoutBsn } from '#domain/bsn.ts'
import { circleOn, type Supporter } from '#domain/circle/circle-on.ts'
import { saidNo } from '#domain/circle/may-talk.ts'
import { isPartnerKind, roleOf, type Told } from '#domain/circle/supporter.ts'
import { isBefore } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { openVersion, supporterFields } from '#usecases/circle/circle-fields.ts'
import { isPartnerSafe } from '#usecases/circle/partner-safe.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

export interface WithCircle {
  readonly trajectory: TrajectoryRow
  readonly definition: ProgrammeDefinition
  readonly memberId: string
}

/** A running trajectory of a programme that works with a circle, held, her key loaded. */
export async function holdForCircle(work: Work, trajectoryId: string): Promise<WithCircle> {
  const { tx, actor } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const trajectory = await lockTrajectory(tx, actor, trajectoryId)
  const definition = trajectory && definitionOf(work, trajectory)
  if (!trajectory || !definition?.circle) throw new NotFound()
  aboutTrajectory(work, trajectory)
  if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
  await work.vault.load([trajectory.person_id])
  return { trajectory, definition, memberId: actor.memberId }
}

/** Who is in her circle today, of whom this reader may read. */
export async function circleToday(work: Work, trajectory: TrajectoryRow): Promise<readonly Supporter[]> {
  const rows = await listSupporterVersions(work.tx, work.actor, trajectory.id)
  return circleOn(
    rows.flatMap((row) => openVersion(work, trajectory.person_id, row)),
    work.today,
  )
}

/** Somebody who is in it as the reader saw them. */
export async function holdSupporter(
  work: Work,
  trajectory: TrajectoryRow,
  { supporterId, version }: { readonly supporterId: string; readonly version: number },
): Promise<Supporter> {
  const one = (await circleToday(work, trajectory)).find(({ id }) => id === supporterId)
  if (!one) throw new NotFound()
  if ((await lastNumber(work.tx, work.orgId, supporterId)) !== version) throw new Refused('changed-meanwhile')
  return one
}

/** What was said of somebody is kept as their next version; `null`: they are in it no more. */
export async function keepVersion(
  work: Work,
  { trajectory, memberId }: WithCircle,
  supporterId: string,
  told: Told | null,
): Promise<void> {
  const { tx, orgId, vault, today, now } = work
  const id = work.newId()
  const clean = told && { ...told, helpsWith: told.helpsWith && withoutBsn(told.helpsWith).text }
  await insertSupporterVersion(tx, {
    org_id: orgId,
    id,
    supporter_id: supporterId,
    number: (await lastNumber(tx, orgId, supporterId)) + 1,
    trajectory_id: trajectory.id,
    told_sealed:
      clean && supporterFields.seal(vault, trajectory.person_id, id, 'told_sealed', JSON.stringify(clean)),
    said_on: today,
    written_by: memberId,
    written_at: now,
  })
}

/**
 * What can't be said of anybody: days that are still to come, a role that speaks of a child after a loss, and that we
 * may talk with somebody whom the register says no to, or with her partner where that isn't safe.
 */
export async function checkTold(
  work: Work,
  { trajectory, definition }: WithCircle,
  told: Told,
  before: Told | null,
): Promise<void> {
  const { today } = work
  for (const field of ['mayTalkSince', 'lastContactOn'] as const) {
    const day = told[field]
    if (day && isBefore(today, day)) throw new Invalid({ [`told.${field}`]: 'day-to-come' })
  }
  if (trajectory.quiet_since && told.role && roleOf(told.role).ofChild && told.role !== before?.role)
    throw new Invalid({ 'told.role': 'choose-one' })
  if (!told.mayTalkSince) return
  if (isPartnerKind(told.kind) && !(await isPartnerSafe(work, trajectory, definition)))
    throw new Refused('circle-not-now')
  if (saidNo(told, await registerOf(work, trajectory))) throw new Refused('circle-register-says-no')
}

/** Her last answers on sharing with a kind of party, in general. */
export async function registerOf(
  work: Work,
  { id, person_id: personId }: Pick<TrajectoryRow, 'id' | 'person_id'>,
): Promise<readonly { readonly party: string; readonly state: string }[]> {
  const rows = await findConsents(work.tx, work.orgId, personId, id)
  return rows.flatMap(({ code, party, state, superseded_at, network_organisation_id }) =>
    code === 'C-6' && party && superseded_at === null && network_organisation_id === null
      ? [{ party, state }]
      : [],
  )
}
