import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Day } from '#domain/day.ts'

/** One woman's way through one programme, as far as counting goes: nobody's name, and no text. */
export interface OutcomeWay {
  readonly person_id: string
  readonly trajectory_id: string | null
  readonly programme_version: string | null
  readonly received_on: Day
  readonly started_on: Day | null
  readonly closed: boolean
  /** Her group, else who stood beside her last. */
  readonly cluster: string | null
  /** She did not take back that her answers may be used (consent C-7). */
  readonly agreed: boolean
}

/**
 * Everybody who was referred to this programme or is in it. Files that are locked for who asks, or put away, are not
 * among them: the rows' own policies see to that. A referral that was one of another is not another woman.
 */
export async function listOutcomeWays(db: Db, orgId: string, programmeId: string): Promise<OutcomeWay[]> {
  const { rows } = await sql<OutcomeWay>`
    select t.person_id, t.id as trajectory_id, t.programme_version, r.received_on, t.started_on,
      t.state = 'closed' as closed,
      coalesce(
        (select place.group_id from group_place place where place.org_id = t.org_id
          and place.trajectory_id = t.id and place.state <> 'candidate' order by place.id desc limit 1),
        t.worker_id,
        (select match.worker_id from match where match.org_id = t.org_id and match.trajectory_id = t.id
          and match.started_on is not null order by match.started_on desc, match.id desc limit 1)) as cluster,
      coalesce((select c.state = 'given' from consent c where c.org_id = t.org_id
        and c.person_id = t.person_id and c.code = 'C-7' and c.superseded_at is null
        and (c.trajectory_id is null or c.trajectory_id = t.id)
        order by c.recorded_at desc, c.id desc limit 1), true) as agreed
    from trajectory t
    join referral r on r.org_id = t.org_id and r.id = t.referral_id
    where t.org_id = ${orgId} and t.programme_id = ${programmeId}
    union all
    select r.person_id, null, null, r.received_on, null, false, null, false
    from referral r
    where r.org_id = ${orgId} and r.programme_id = ${programmeId} and r.state <> 'duplicate'
      and not exists (select from trajectory t where t.org_id = r.org_id and t.referral_id = r.id)`.execute(
    db,
  )
  return rows
}

export interface OutcomeMeasure {
  readonly trajectory_id: string
  readonly moment: string
  readonly instrument_id: string
  readonly instrument_version: string
  readonly state: 'due' | 'taken' | 'declined'
  readonly declined_code: string | null
  readonly due_on: Day | null
  readonly scores: unknown
  readonly mode: string | null
  readonly language: string | null
}

/** What was measured, or is still to be, in everybody's trajectory of one programme. */
export const listOutcomeMeasures = (
  db: Db,
  orgId: string,
  of: {
    readonly programmeId: string
    readonly instruments: readonly string[]
  },
): Promise<OutcomeMeasure[]> =>
  of.instruments.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('measure')
        .innerJoin('trajectory', (join) =>
          join
            .onRef('trajectory.org_id', '=', 'measure.org_id')
            .onRef('trajectory.id', '=', 'measure.trajectory_id'),
        )
        .select([
          'measure.trajectory_id',
          'measure.moment',
          'measure.instrument_id',
          'measure.instrument_version',
          'measure.state',
          'measure.declined_code',
          'measure.due_on',
          'measure.scores',
          'measure.mode',
          'measure.language',
        ])
        .where('measure.org_id', '=', orgId)
        .where('trajectory.programme_id', '=', of.programmeId)
        .where('measure.instrument_id', 'in', [...of.instruments])
        .execute()
