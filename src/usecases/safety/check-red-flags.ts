import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { insertRedFlagCheck } from '#db/red-flag.ts'
import { dayInput, isBefore } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { redFlagsOf } from '#domain/safety/red-flags.ts'
import { safetyPolicy } from '#domain/safety/safety-policy.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { askForReview } from '#usecases/safety/ask-for-review.ts'
import { holdSafety } from '#usecases/safety/held-safety.ts'
import { reviewPlanNow } from '#usecases/safety/review-plan-now.ts'
import { redFlagCheckFields } from '#usecases/safety/safety-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Red flags were asked about, at intake or at a visit; that none was seen is kept too. Any one of them is looked at the
 * same day, by a coordinator or the safeguarding lead (domain.md 2.3).
 */
export const checkRedFlags = command({
  name: 'check-red-flags',
  action: 'create',
  may: safetyPolicy.noteRedFlags,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    contactId: z.uuid().nullish(),
    on: dayInput,
    flags: z.array(z.string().max(60)).max(40),
    words: optionalText(1000),
  }),
  async run(work, { trajectoryId, contactId, on, flags, words }) {
    const { tx, orgId, actor, today, now, vault } = work
    const { trajectory, definition, memberId } = await holdSafety(work, trajectoryId)
    const known = redFlagsOf(definition)
    if (known.length === 0) throw new Refused('red-flags-not-asked')
    const seen = known.filter(({ id }) => flags.includes(id))
    if (seen.length !== new Set(flags).size) throw new Invalid({ flags: 'choose-one' })
    if (isBefore(today, on)) throw new Invalid({ on: 'day-to-come' })
    const contact = contactId ? await findContact(tx, actor, contactId) : null
    if (contactId && contact?.trajectory_id !== trajectoryId) throw new NotFound()
    const id = work.newId()
    const { person_id } = trajectory
    await insertRedFlagCheck(
      tx,
      {
        org_id: orgId,
        id,
        trajectory_id: trajectoryId,
        person_id,
        contact_id: contact?.id ?? null,
        moment: trajectory.started_on === null ? 'intake' : 'visit',
        checked_on: on,
        checked_by: memberId,
        checked_at: now,
        words_sealed: redFlagCheckFields.sealIf(vault, person_id, id, 'words_sealed', words),
      },
      seen.map((flag) => ({
        org_id: orgId,
        id: work.newId(),
        check_id: id,
        trajectory_id: trajectoryId,
        flag: flag.id,
        noted_on: today,
        review_id: null,
      })),
    )
    if (seen.length > 0) {
      await askForReview(work, trajectory, seen.some(({ highest }) => highest) ? 'highest' : 'any')
      await reviewPlanNow(work, trajectory)
    }
    return { checkId: id, noted: seen.length }
  },
})
