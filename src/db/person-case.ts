import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { type ReferralRow, visibleReferrals } from '#db/referral.ts'
import { type TrajectoryRow, visibleTrajectories } from '#db/trajectory.ts'
import type { Actor } from '#domain/member/actor.ts'

/** What this actor may see of these women: their trajectories and their referrals, newest first. */
export async function findCasesOfPeople(
  db: Db,
  actor: Actor,
  personIds: readonly string[],
): Promise<{
  trajectories: Pick<
    TrajectoryRow,
    'id' | 'person_id' | 'referral_id' | 'state' | 'programme_id' | 'quiet_since'
  >[]
  referrals: Pick<ReferralRow, 'id' | 'person_id' | 'state' | 'programme_id' | 'received_on'>[]
}> {
  if (personIds.length === 0) return { trajectories: [], referrals: [] }
  const trajectories = await visibleTrajectories(db, actor)
    .select(['trajectory.id', 'person_id', 'referral_id', 'trajectory.state', 'programme_id', 'quiet_since'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('trajectory.id', 'desc')
    .execute()
  const referrals = await visibleReferrals(db, actor)
    .select(['referral.id', 'person_id', 'referral.state', 'programme_id', 'received_on'])
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('referral.id', 'desc')
    .execute()
  return { trajectories, referrals }
}

/** The women of whom this actor may see a trajectory; for those who see few. */
export const findPeopleInSight = async (db: Db, actor: Actor, limit: number): Promise<string[]> =>
  (await visibleTrajectories(db, actor).select('person_id').limit(limit).execute()).map(
    (row) => row.person_id,
  )

/** Of these people the workers, with how each stands. */
export const findWorkersAmong = (
  db: Db,
  orgId: string,
  personIds: readonly string[],
): Promise<{ id: string; person_id: string; state: string }[]> =>
  personIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('worker')
        .select(['id', 'person_id', 'state'])
        .where('org_id', '=', orgId)
        .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
        .execute()
