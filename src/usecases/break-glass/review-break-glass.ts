import { z } from 'zod'
import { lockGlass, saveGlass } from '#db/break-glass.ts'
import { glassOutcomes, mayReview } from '#domain/break-glass/break-glass.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { breakGlassFields } from '#usecases/break-glass/break-glass-fields.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/** What the privacy officer thinks of it, once and for good. What is still open is shut by it. */
export const reviewBreakGlass = command({
  name: 'review-break-glass',
  action: 'update',
  may: breakGlassPolicy.review,
  drafts: true,
  input: z.strictObject({
    id: z.uuid(),
    outcome: z.enum(glassOutcomes, 'choose-one'),
    note: z.string().trim().min(1, 'required').max(2000),
  }),
  async run(work, { id, outcome, note }) {
    const { tx, orgId, actor, now, vault } = work
    const row = await lockGlass(tx, orgId, id)
    if (!row || actor.kind !== 'member') throw new NotFound()
    work.about({ person: row.person_id, detail: { outcome } })
    const allowed = mayReview({ openedBy: row.member_id, reviewed: row.reviewed_at !== null }, actor.memberId)
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    await vault.load([row.person_id])
    await saveGlass(tx, row, {
      outcome,
      reviewed_by: actor.memberId,
      reviewed_at: now,
      note_sealed: breakGlassFields.seal(vault, row.person_id, id, 'note_sealed', note),
      ended_at: row.ended_at ?? now,
    })
    return { id, by: row.member_id }
  },
})
