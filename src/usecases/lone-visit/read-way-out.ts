import { z } from 'zod'
import { findLastOf } from '#db/lone-visit.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { isWayOut } from '#domain/lone-visit/way-out.ts'
import { NotFound } from '#usecases/failure.ts'
import { wayOutFields } from '#usecases/lone-visit/lone-visit-fields.ts'
import { question } from '#usecases/use-case.ts'

/** What her phone holds to say that she is out, as long as she is inside; of a visit of her own and nobody else's. */
export const readWayOut = question({
  name: 'read-way-out',
  may: loneVisitPolicy.go,
  input: z.strictObject({}),
  async run({ tx, actor, now, vault }) {
    const workerId = actor.kind === 'member' ? actor.workerId : null
    if (!workerId) throw new NotFound()
    const row = await findLastOf(tx, actor, workerId)
    if (!row?.way_out_sealed) return { secret: null }
    if (!isWayOut({ endedAt: row.ended_at, expectedAt: row.expected_at }, now)) return { secret: null }
    await vault.load([row.member_id])
    return { secret: wayOutFields.open(vault, row.member_id, row.id, 'way_out_sealed', row.way_out_sealed) }
  },
})
