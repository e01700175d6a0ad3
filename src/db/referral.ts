import type { ExpressionBuilder, Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { ReferralTable, Tables } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { type ReferralState, undecidedStates } from '#domain/referral/referral.ts'
import type { TrajectoryState } from '#domain/trajectory/trajectory.ts'

export type ReferralRow = Selectable<ReferralTable>

/**
 * The referrals this actor may see: coordinators and Naast's own jobs all of the organisation, a referrer with an
 * account and another system those they sent. Everyone else none.
 */
export const visibleReferrals = (db: Db, actor: Actor) =>
  db
    .selectFrom('referral')
    .where('referral.org_id', '=', actor.orgId)
    .where((e) => {
      if (actor.kind === 'system' || isMemberWith(actor, 'coordinator')) return e.lit(true)
      if (isMemberWith(actor, 'referrer')) return e('referral.referrer_member_id', '=', actor.memberId)
      if (actor.kind === 'service') return e('referral.service_id', '=', actor.serviceId)
      return e.lit(false)
    })

export const findReferral = (db: Db, actor: Actor, id: string): Promise<ReferralRow | undefined> =>
  visibleReferrals(db, actor).selectAll('referral').where('referral.id', '=', id).executeTakeFirst()

export const lockReferral = (tx: Tx, actor: Actor, id: string): Promise<ReferralRow | undefined> =>
  visibleReferrals(tx, actor)
    .selectAll('referral')
    .where('referral.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/**
 * In these states, acute first, then oldest first. The limit counts what is not acute or decided already: an acute
 * one that waits can't fall off, however many others there are.
 */
export const listReferrals = (
  db: Db,
  actor: Actor,
  where: { states: readonly ReferralState[]; limit: number },
): Promise<ReferralRow[]> =>
  visibleReferrals(db, actor)
    .selectAll('referral')
    .where('referral.state', 'in', [...where.states])
    .where((e) =>
      e.or([
        acuteNow(e),
        e(
          'referral.id',
          'in',
          visibleReferrals(db, actor)
            .select('referral.id')
            .where('referral.state', 'in', [...where.states])
            .where((other) => other.not(acuteNow(other)))
            .orderBy('referral.received_at')
            .orderBy('referral.id')
            .limit(where.limit),
        ),
      ]),
    )
    .orderBy('referral.urgency')
    .orderBy('referral.received_at')
    .orderBy('referral.id')
    .execute()

/** In danger, and nobody has decided yet. */
const acuteNow = (e: ExpressionBuilder<Tables, 'referral'>) =>
  e.and([e('referral.urgency', '=', 'acute'), e('referral.state', 'in', [...undecidedStates])])

/** The day on which it came in. Visibility is the trajectory's: find or lock that first. */
export const findReceivedOn = async (db: Db, orgId: string, id: string): Promise<Day | null> =>
  (
    await db
      .selectFrom('referral')
      .select('received_on')
      .where('org_id', '=', orgId)
      .where('id', '=', id)
      .executeTakeFirst()
  )?.received_on ?? null

export async function insertReferrals(tx: Tx, rows: readonly Insertable<ReferralTable>[]): Promise<void> {
  await tx
    .insertInto('referral')
    .values([...rows])
    .execute()
}

/** Writes a locked row and counts its version up. */
export async function saveReferral(
  tx: Tx,
  row: ReferralRow,
  changed: Updateable<ReferralTable>,
): Promise<void> {
  await tx
    .updateTable('referral')
    .set({ ...changed, version: row.version + 1 })
    .where('org_id', '=', row.org_id)
    .where('id', '=', row.id)
    .execute()
}

/** A referral beside what became of it: whether she may be spoken of, and where her trajectory stands. */
export interface FollowedReferral {
  id: string
  person_id: string
  state: ReferralState
  received_on: Day
  trajectory_state: TrajectoryState | null
  started_on: Day | null
  may_hear: boolean
}

/** The newest 200 of the referrals this actor may see (or only this one). */
export const followReferrals = (db: Db, actor: Actor, only?: string): Promise<FollowedReferral[]> =>
  followedReferrals(db, actor)
    .$if(only !== undefined, (query) => query.where('referral.id', '=', only ?? ''))
    .orderBy('referral.received_at', 'desc')
    .limit(200)
    .execute()

/** These of them, in no order. */
export const followThese = (db: Db, actor: Actor, ids: readonly string[]): Promise<FollowedReferral[]> =>
  followedReferrals(db, actor)
    .where('referral.id', 'in', [...ids])
    .execute()

/**
 * A page of them, newest first. Ids sort as made, so a page starts where the one before ended, whatever came in or
 * was decided between the two.
 */
export const pageOfSentReferrals = (
  db: Db,
  actor: Actor,
  { since, after, limit }: { since: Day | null; after?: string | null; limit: number },
): Promise<FollowedReferral[]> =>
  followedReferrals(db, actor)
    .$if(since !== null, (query) => query.where('referral.received_on', '>=', since))
    .$if(Boolean(after), (query) => query.where('referral.id', '<', after ?? ''))
    .orderBy('referral.id', 'desc')
    .limit(limit)
    .execute()

/** With just enough to say a status class. */
const followedReferrals = (db: Db, actor: Actor) =>
  visibleReferrals(db, actor)
    .leftJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'referral.org_id')
        .onRef('trajectory.referral_id', '=', 'referral.id'),
    )
    .select((e) => [
      'referral.id',
      'referral.person_id',
      'referral.state',
      'referral.received_on',
      'trajectory.state as trajectory_state',
      'trajectory.started_on',
      e
        .exists(
          e
            .selectFrom('consent')
            .select('consent.id')
            .whereRef('consent.org_id', '=', 'referral.org_id')
            .whereRef('consent.person_id', '=', 'referral.person_id')
            .where('consent.code', '=', 'C-5')
            .where('consent.state', '=', 'given')
            .where('consent.superseded_at', 'is', null),
        )
        .$castTo<boolean>()
        .as('may_hear'),
    ])
