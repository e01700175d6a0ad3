import { z } from 'zod'
import { countRefusals } from '#db/audit.ts'
import { countGlasses, findOpenGlass, insertBreakGlass } from '#db/break-glass.ts'
import { lockMember } from '#db/member.ts'
import { findOrganisation } from '#db/organisation.ts'
import { findCasesOfPeople } from '#db/person-case.ts'
import { findTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import { glassCategories, mayBreak, reviewHours, shortestReason } from '#domain/break-glass/break-glass.ts'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { dayInput } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { breakGlassFields } from '#usecases/break-glass/break-glass-fields.ts'
import { findWoman } from '#usecases/break-glass/find-woman.ts'
import { tellGlass } from '#usecases/break-glass/tell-glass.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Opens the file of one woman in an emergency, for somebody who may not see it: for an hour, to read what is needed now,
 * and known at once to who answers for it and to the privacy officer. The opening, its line in the access log and what
 * tells of it are one transaction: if any of them fails there is no access.
 */
export const breakGlass = command({
  name: 'break-glass',
  action: 'execute',
  may: breakGlassPolicy.break,
  fresh: true,
  drafts: true,
  input: z.strictObject({
    name: z.string().trim().min(2).max(200),
    birthDay: dayInput.nullish().transform((day) => day ?? null),
    phone: optionalText(40),
    category: z.enum(glassCategories, 'choose-one'),
    words: z.string().trim().min(shortestReason, 'glass-reason-too-short').max(2000),
  }),
  async run(work, input) {
    const { tx, orgId, actor, now } = work
    if (actor.kind !== 'member') throw new NotFound()
    if (!input.birthDay && !input.phone) throw new Invalid({ birthDay: 'glass-day-or-phone' })
    // Two at once count each other.
    await lockMember(tx, orgId, actor.memberId)
    const allowed = mayBreak({
      openNow: (await findOpenGlass(tx, actor)) !== undefined,
      lastWeek: await countGlasses(tx, actor, now.subtract({ hours: 7 * 24 })),
      perWeek: (await findOrganisation(tx, orgId)).glass_per_week,
      misses: await countRefusals(tx, orgId, {
        memberId: actor.memberId,
        event: 'break-glass',
        codes: ['glass-nobody-found', 'glass-more-than-one'],
        since: now.subtract({ hours: 24 }),
      }),
    })
    if (isRefusal(allowed)) throw new Refused(allowed.refused)
    const personId = await findWoman(work, input)
    const sees = await findCasesOfPeople(tx, actor, [personId])
    if (sees.trajectories.length + sees.referrals.length > 0) throw new Refused('glass-not-needed')
    const id = work.newId()
    await work.vault.load([personId])
    await insertBreakGlass(tx, {
      org_id: orgId,
      id,
      member_id: actor.memberId,
      person_id: personId,
      category: input.category,
      words_sealed: breakGlassFields.seal(work.vault, personId, id, 'words_sealed', input.words),
      opened_at: now,
      review_by: now.add({ hours: reviewHours }),
    })
    const { trajectories, referralId } = await casesOf(work, personId)
    await tellGlass(work, { id, by: actor.memberId, personId, trajectories, referralId })
    work.about({
      person: personId,
      trajectory: trajectories.map((one) => one.id),
      basis: 'emergency',
      detail: { category: input.category },
    })
    return { id }
  },
})

/** Everything of hers there is, as Naast itself sees it: but for what is locked for who asks. */
export async function casesOf(work: Work, personId: string) {
  const naast = { kind: 'system', orgId: work.orgId, job: 'break-glass' } as const
  const { trajectories, referrals } = await findCasesOfPeople(work.tx, naast, [personId])
  const rows: TrajectoryRow[] = []
  for (const { id } of trajectories) {
    const row = await findTrajectory(work.tx, naast, id)
    if (row) rows.push(row)
  }
  return { trajectories: rows, referralId: referrals[0]?.id ?? null }
}
