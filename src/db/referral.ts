import type { ExpressionBuilder, Insertable, Selectable, Updateable } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { hideWith } from '#db/lock-reach.ts'
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

/** Of whom these referrals are, those that this actor may see. */
export const findReferralPeople = (
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<Pick<ReferralRow, 'id' | 'person_id'>[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : visibleReferrals(db, actor)
        .select(['referral.id', 'referral.person_id'])
        .where('referral.id', 'in', [...ids])
        .execute()

export const lockReferral = (tx: Tx, actor: Actor, id: string): Promise<ReferralRow | undefined> =>
  visibleReferrals(tx, actor)
    .selectAll('referral')
    .where('referral.id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Where a page of the desk's list ended. */
export interface DeskCursor {
  readonly at: Temporal.Instant
  readonly id: string
}

/** In danger and waiting, all of them and oldest first: none falls off a page, however many others there are. */
export const listAcute = (db: Db, actor: Actor, states: readonly ReferralState[]): Promise<ReferralRow[]> =>
  visibleReferrals(db, actor)
    .selectAll('referral')
    .where('referral.state', 'in', [...states])
    .where(acuteNow)
    .orderBy('referral.received_at')
    .orderBy('referral.id')
    .execute()

/** A page of the others in these states: what waits oldest first, what was decided newest first. */
export const listOthers = (
  db: Db,
  actor: Actor,
  where: {
    states: readonly ReferralState[]
    after: DeskCursor | null
    limit: number
    direction: 'asc' | 'desc'
  },
): Promise<ReferralRow[]> =>
  othersIn(db, actor, where.states)
    .selectAll('referral')
    .$if(where.after !== null, (query) =>
      query.where((e) =>
        e(
          e.refTuple('referral.received_at', 'referral.id'),
          where.direction === 'asc' ? '>' : '<',
          e.tuple(where.after?.at ?? Temporal.Instant.fromEpochMilliseconds(0), where.after?.id ?? ''),
        ),
      ),
    )
    .orderBy('referral.received_at', where.direction)
    .orderBy('referral.id', where.direction)
    .limit(where.limit)
    .execute()

export async function countOthers(db: Db, actor: Actor, states: readonly ReferralState[]): Promise<number> {
  const { others } = await othersIn(db, actor, states)
    .select((e) => e.fn.countAll<string>().as('others'))
    .executeTakeFirstOrThrow()
  return Number(others)
}

const othersIn = (db: Db, actor: Actor, states: readonly ReferralState[]) =>
  visibleReferrals(db, actor)
    .where('referral.state', 'in', [...states])
    .where((e) => e.not(acuteNow(e)))

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
  await hideWith(tx, rows[0]?.org_id ?? '', rows)
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
