import { z } from 'zod'
import { lockGlass, saveGlass } from '#db/break-glass.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { NotFound } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** She has seen enough: it is shut from this moment. What was shut already stays so; nobody is told off for asking twice. */
export const endBreakGlass = command({
  name: 'end-break-glass',
  action: 'execute',
  may: breakGlassPolicy.break,
  drafts: true,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await lockGlass(work.tx, work.orgId, id)
    if (!row || row.member_id !== actorId(work.actor)) throw new NotFound()
    work.about({ person: row.person_id, basis: 'emergency' })
    if (!row.ended_at) await saveGlass(work.tx, row, { ended_at: work.now })
    return { id }
  },
})
