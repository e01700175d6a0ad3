import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Tables } from '#db/tables.ts'
import { visibleTrajectories } from '#db/trajectory.ts'
import type { ContactLimit } from '#domain/contact/without-contact.ts'
import type { Day } from '#domain/day.ts'
import { runningMatchStates } from '#domain/match/match.ts'
import type { Actor } from '#domain/member/actor.ts'

export type CaseloadShow = 'open' | 'active' | 'waiting' | 'unvisited' | 'closed'

export interface CaseloadAsk {
  readonly show: CaseloadShow
  /** `longest`: longest without contact, or longest waiting, first. `newest`: last taken on first. */
  readonly order: 'longest' | 'newest'
  readonly coordinatorId: string | null
  readonly limits: readonly ContactLimit[]
  readonly today: Day
  /** The last row of the page before. */
  readonly after: { readonly since: Day; readonly id: string } | null
  readonly limit: number
}

/** Written as the index `trajectory_caseload` has it, letter by letter; or the index is of no use. */
const since = sql<Day>`coalesce(trajectory.last_contact_on, trajectory.started_on, trajectory.waiting_since, date '9999-12-31')`
const runs = sql.join(runningMatchStates.map((one) => sql.lit(one)))
/** The next visit that was agreed, where visits wind down. */
const agreedDue = sql<Day | null>`(
  select min(coalesce(contact.planned_on, contact.due_until))
  from match join contact on contact.org_id = match.org_id and contact.trajectory_id = match.trajectory_id
    and contact.state = 'planned'
  where match.org_id = trajectory.org_id and match.trajectory_id = trajectory.id
    and match.state in (${runs}) and match.tapering_from is not null)`
const notClosed = sql<SqlBool>`trajectory.state <> 'closed'`
const state = (name: string) => sql<SqlBool>`trajectory.state = ${sql.lit(name)}`

/**
 * One page of a caseload in one query: names of the woman and of her worker come sealed along. Composed on
 * `visibleTrajectories`; keyset paging, so the hundredth page costs what the first does.
 */
export const findCaseload = (db: Db, actor: Actor, ask: CaseloadAsk) =>
  visibleTrajectories(db, actor)
    .innerJoin('person', (join) =>
      join.onRef('person.org_id', '=', 'trajectory.org_id').onRef('person.id', '=', 'trajectory.person_id'),
    )
    .leftJoin('worker', (join) =>
      join.onRef('worker.org_id', '=', 'trajectory.org_id').onRef('worker.id', '=', 'trajectory.worker_id'),
    )
    .leftJoin('person as worker_person', (join) =>
      join
        .onRef('worker_person.org_id', '=', 'worker.org_id')
        .onRef('worker_person.id', '=', 'worker.person_id'),
    )
    // Their keys come along: a list asks no second question for what it needs to be read.
    .innerJoin('keys.data_key as key', (join) =>
      join.onRef('key.org_id', '=', 'person.org_id').onRef('key.owner_id', '=', 'person.id'),
    )
    .leftJoin('keys.data_key as worker_key', (join) =>
      join
        .onRef('worker_key.org_id', '=', 'worker.org_id')
        .onRef('worker_key.owner_id', '=', 'worker.person_id'),
    )
    .select([
      'trajectory.id',
      'trajectory.person_id',
      'trajectory.programme_id',
      'trajectory.programme_version',
      'trajectory.state',
      'trajectory.phase',
      'trajectory.quiet_since',
      'trajectory.waiting_since',
      'trajectory.started_on',
      'trajectory.closed_on',
      'trajectory.last_contact_on',
      'trajectory.next_contact_on',
      'trajectory.contacts_done',
      'person.name_sealed',
      'worker.person_id as worker_person_id',
      'worker_person.name_sealed as worker_name_sealed',
      'key.wrapped',
      'worker_key.wrapped as worker_wrapped',
      since.as('since'),
      agreedDue.as('agreed_due_on'),
    ])
    .where(ask.show === 'closed' ? state('closed') : notClosed)
    .$if(ask.show === 'active' || ask.show === 'unvisited', (query) => query.where(state('active')))
    .$if(ask.show === 'waiting', (query) => query.where(state('waiting')))
    .$if(ask.show === 'unvisited', (query) => query.where((e) => isOverLimit(e, ask)))
    .$if(ask.coordinatorId !== null, (query) =>
      query.where('trajectory.coordinator_id', '=', ask.coordinatorId),
    )
    .$if(ask.order === 'longest', (query) =>
      query
        .$if(ask.after !== null, (later) =>
          later.where(
            sql<SqlBool>`(${since}, trajectory.id) > (${ask.after?.since}::date, ${ask.after?.id}::uuid)`,
          ),
        )
        .orderBy(since)
        .orderBy('trajectory.id'),
    )
    .$if(ask.order === 'newest', (query) =>
      query
        .$if(ask.after !== null, (later) => later.where('trajectory.id', '<', ask.after?.id ?? ''))
        .orderBy('trajectory.id', 'desc'),
    )
    // In the text, not a value: a plan that is kept must know that it is for a page, not for all.
    .limit(sql.lit(ask.limit))
    .execute()

/** More days without contact than her programme's rhythm, in her phase, allows. */
function isOverLimit(
  e: ExpressionBuilder<Tables, 'trajectory'>,
  { limits, today }: CaseloadAsk,
): ExpressionWrapper<Tables, 'trajectory', SqlBool> {
  return e.or(
    limits.map(({ programmeId, version, days, graceDays, phase, exceptPhases }) =>
      e.and([
        e('trajectory.programme_id', '=', programmeId),
        e('trajectory.programme_version', '=', version),
        sql<SqlBool>`${since} < ${today.subtract({ days })}::date`,
        // While visits wind down those that were agreed count, and not the programme's rhythm.
        sql<SqlBool>`coalesce(${agreedDue} < ${today.subtract({ days: graceDays })}::date, true)`,
        ...(phase === null ? [] : [e('trajectory.phase', '=', phase)]),
        ...(exceptPhases.length === 0
          ? []
          : [e.or([e('trajectory.phase', 'is', null), e('trajectory.phase', 'not in', [...exceptPhases])])]),
      ]),
    ),
  )
}
