import { z } from 'zod'
import { findByWayOut } from '#db/lone-visit.ts'
import { findAuthority } from '#db/member.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { isWayOut } from '#domain/lone-visit/way-out.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Whose way out this is, of a phone with nobody signed in; `null` for one that never was, that is over, and of somebody who
 * isn't a worker here any more, all alike. What she then does, she does herself, by the use cases that ask who she is.
 */
export const openWayOut = question({
  name: 'open-way-out',
  may: loneVisitPolicy.wayOut,
  input: z.strictObject({ secret: z.string().max(100) }),
  async run({ tx, orgId, now, today, digest }, { secret }) {
    const row = await findByWayOut(tx, orgId, digest(secret))
    if (!row || !isWayOut({ endedAt: row.ended_at, expectedAt: row.expected_at }, now)) return null
    const authority = await findAuthority(tx, orgId, row.member_id, today)
    if (!authority?.roles.includes('worker') || authority.workerId !== row.worker_id) return null
    return { visitId: row.id, memberId: row.member_id, workerId: row.worker_id }
  },
})
