import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '#db/connection.ts'
import type { MatchChoiceTable } from '#db/tables.ts'
import type { Day } from '#domain/day.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import type { Actor } from '#domain/member/actor.ts'

export async function insertChoice(tx: Tx, row: Insertable<MatchChoiceTable>): Promise<void> {
  await tx.insertInto('match_choice').values(row).execute()
}

interface Period {
  readonly from: Day
  readonly until: Day
}

/** Numbers only, for who may count: of nobody in particular, whoever may see the matches themselves. */
const countable = (db: Db, actor: Actor, { from, until }: Period) =>
  db
    .selectFrom('match_choice')
    .where('match_choice.org_id', '=', actor.orgId)
    .where('match_choice.chosen_on', '>=', from)
    .where('match_choice.chosen_on', '<=', until)
    .where((e) => e.lit(matchingMeetingPolicy.countChoices(actor)))

/** How often somebody else was proposed than stood first, by programme and reason, with the score given up on average. */
export const countChoices = (db: Db, actor: Actor, period: Period) =>
  countable(db, actor, period)
    .select((e) => [
      'programme_id',
      'reason_code',
      e.fn.countAll<string>().as('times'),
      e.fn.avg<string>('given_up').as('given_up'),
    ])
    .groupBy(['programme_id', 'reason_code'])
    .execute()

/** By how many of them the chosen one was better, or worse, for each criterion. */
export const countChoiceCriteria = (db: Db, actor: Actor, period: Period, side: 'better' | 'worse') =>
  countable(db, actor, period)
    .select(['programme_id', sql<string>`unnest(${sql.ref(side)})`.as('criterion')])
    .$call((inner) =>
      db
        .selectFrom(inner.as('one'))
        .select((e) => ['one.programme_id', 'one.criterion', e.fn.countAll<string>().as('times')])
        .groupBy(['one.programme_id', 'one.criterion'])
        .execute(),
    )

/** All proposals of the same period, by programme; who went on after somebody else wasn't proposed. */
export const countProposals = (db: Db, actor: Actor, { from, until }: Period) =>
  db
    .selectFrom('match')
    .innerJoin('trajectory', (join) =>
      join.onRef('trajectory.org_id', '=', 'match.org_id').onRef('trajectory.id', '=', 'match.trajectory_id'),
    )
    .select((e) => ['trajectory.programme_id', e.fn.countAll<string>().as('times')])
    .where('match.org_id', '=', actor.orgId)
    .where('match.proposed_on', '>=', from)
    .where('match.proposed_on', '<=', until)
    .where('match.follows_id', 'is', null)
    .where((e) => e.lit(matchingMeetingPolicy.countChoices(actor)))
    .groupBy('trajectory.programme_id')
    .execute()
