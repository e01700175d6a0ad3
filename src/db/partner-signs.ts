import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { ReviewReason } from '#domain/safety/red-flags.ts'

const byMistake = 'noted_by_mistake' satisfies ReviewReason

export interface PartnerSigns {
  readonly redFlag: boolean
  readonly danger: boolean
  readonly calledOff: boolean
}

/**
 * Was there any sign that her partner is dangerous: a red flag that wasn't noted by mistake, a cry for help, a visit
 * that he called off or had moved. Which one it was stays in the rows; the caller has found the trajectory as its own.
 */
export async function findPartnerSigns(db: Db, orgId: string, trajectoryId: string): Promise<PartnerSigns> {
  const { rows } = await sql<PartnerSigns>`select
    exists (select from red_flag f left join red_flag_review r on r.org_id = f.org_id and r.id = f.review_id
      where f.org_id = ${orgId} and f.trajectory_id = ${trajectoryId}
        and r.code is distinct from ${byMistake}) as "redFlag",
    exists (select from concern where org_id = ${orgId} and trajectory_id = ${trajectoryId}
      and level = 'danger_now') as danger,
    exists (select from contact c where c.org_id = ${orgId} and c.trajectory_id = ${trajectoryId}
      and (c.cancelled_by = 'partner' or exists (select from contact_move m
        where m.org_id = c.org_id and m.contact_id = c.id and m.asked_by = 'partner'))) as "calledOff"`.execute(
    db,
  )
  return rows[0] ?? { redFlag: true, danger: true, calledOff: true }
}
