import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import { visibleContacts } from '#db/contact.ts'
import type { ContactMoveTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import type { Actor } from '#domain/member/actor.ts'

interface Span {
  readonly workerIds: readonly string[]
  readonly from: Day
  readonly until: Day
}

/**
 * The visits of these workers on these days, agreed or held: of the women whom the actor may see, so that a week, a
 * proposal and a calendar can't show what a list doesn't.
 */
export const findVisitsBetween = (db: Db, actor: Actor, { workerIds, from, until }: Span) =>
  visibleContacts(db, actor)
    .select([
      'contact.id',
      'contact.trajectory_id',
      'contact.state',
      'contact.mode',
      'contact.planned_at',
      'contact.minutes',
      'contact.confirmed_on',
      'trajectory.worker_id',
      'trajectory.person_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
    ])
    .select(sql<Day>`coalesce(contact.done_on, contact.planned_on)`.as('on_day'))
    .where('trajectory.worker_id', '=', sql<string>`any(${[...workerIds]}::uuid[])`)
    .where('contact.state', 'in', ['planned', 'done', 'no_show'])
    .where(sql<boolean>`coalesce(contact.done_on, contact.planned_on) between ${from} and ${until}`)
    .orderBy('contact.id')
    .execute()
export type VisitBetween = Awaited<ReturnType<typeof findVisitsBetween>>[number]

/** The group meetings that these workers lead on these days: the day and the time, and nothing of who comes or where. */
export const findSessionsBetween = (db: Db, orgId: string, { workerIds, from, until }: Span) =>
  db
    .selectFrom('group_session')
    .innerJoin('group_facilitator', (join) =>
      join
        .onRef('group_facilitator.org_id', '=', 'group_session.org_id')
        .onRef('group_facilitator.group_id', '=', 'group_session.group_id'),
    )
    .innerJoin('group', (join) =>
      join
        .onRef('group.org_id', '=', 'group_session.org_id')
        .onRef('group.id', '=', 'group_session.group_id'),
    )
    .select([
      'group_session.id',
      'group_session.on_day',
      'group_session.at_time',
      'group_session.minutes',
      'group_session.group_id',
      'group_facilitator.worker_id',
      'group.programme_id',
      'group.programme_version',
    ])
    .where('group_session.org_id', '=', orgId)
    .where('group_facilitator.worker_id', '=', sql<string>`any(${[...workerIds]}::uuid[])`)
    .where('group_facilitator.until_day', 'is', null)
    .where('group_session.state', 'in', ['planned', 'held'])
    .where('group_session.on_day', '>=', from)
    .where('group_session.on_day', '<=', until)
    .orderBy('group_session.id')
    .execute()

/** Talks with these workers on these days, which have no time: a day on which something stands already. */
export const findTalksBetween = (db: Db, orgId: string, { workerIds, from, until }: Span) =>
  db
    .selectFrom('worker_talk')
    .select(['id', 'worker_id', 'kind', 'planned_on'])
    .where('org_id', '=', orgId)
    .where('worker_id', '=', sql<string>`any(${[...workerIds]}::uuid[])`)
    .where('state', 'in', ['planned', 'done'])
    .where('planned_on', '>=', from)
    .where('planned_on', '<=', until)
    .orderBy('id')
    .execute()

/** What a woman has on these days herself: meetings of the groups in which she has a place. */
export const findHerSessions = (
  db: Db,
  orgId: string,
  trajectoryIds: readonly string[],
  from: Day,
  until: Day,
) =>
  db
    .selectFrom('group_session')
    .innerJoin('group_place', (join) =>
      join
        .onRef('group_place.org_id', '=', 'group_session.org_id')
        .onRef('group_place.group_id', '=', 'group_session.group_id'),
    )
    .select(['group_session.on_day', 'group_session.at_time', 'group_session.minutes'])
    .where('group_session.org_id', '=', orgId)
    .where('group_place.trajectory_id', '=', sql<string>`any(${[...trajectoryIds]}::uuid[])`)
    .where('group_place.ended_on', 'is', null)
    .where('group_session.state', '=', 'planned')
    .where('group_session.on_day', '>=', from)
    .where('group_session.on_day', '<=', until)
    .execute()

/** All that runs for her, whoever stands beside her there: what she has elsewhere is taken too. */
export const findHerVisits = (db: Db, orgId: string, personId: string, from: Day, until: Day) =>
  db
    .selectFrom('contact')
    .innerJoin('trajectory', (join) =>
      join
        .onRef('trajectory.org_id', '=', 'contact.org_id')
        .onRef('trajectory.id', '=', 'contact.trajectory_id'),
    )
    .select(['contact.id', 'contact.trajectory_id', 'contact.planned_on', 'contact.planned_at'])
    .where('contact.org_id', '=', orgId)
    .where('trajectory.person_id', '=', personId)
    .where('contact.state', '=', 'planned')
    .where('contact.planned_on', '>=', from)
    .where('contact.planned_on', '<=', until)
    .execute()

export async function insertMove(tx: Tx, row: Insertable<ContactMoveTable>): Promise<void> {
  await tx.insertInto('contact_move').values(row).execute()
}

/** How often and by whom the day of a contact was moved, the latest first. Visibility is decided by whoever found it. */
export const listMoves = (db: Db, orgId: string, contactId: string) =>
  db
    .selectFrom('contact_move')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('contact_id', '=', contactId)
    .orderBy('moved_at', 'desc')
    .execute()
