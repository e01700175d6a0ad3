import { z } from 'zod'
import { findCasesOfPeople } from '#db/person-case.ts'
import { lockSafeContact, replaceSafeContact } from '#db/safe-contact.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { consentWays } from '#domain/consent/consent.ts'
import { safeContactAccess } from '#domain/contact-policy/safe-contact-access.ts'
import { safeContactTerms } from '#domain/contact-policy/safe-contact-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { askedAfterPhase } from '#usecases/phase/ask-contact-anew.ts'
import { safeContactFields } from '#usecases/safe-contact/safe-contact-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps how she may be reached, asked of herself today; the same terms again confirm them. It is her safe-contact
 * agreement (consent C-9), without which nothing may leave. The terms before stay, ended. `basedOn` names the terms
 * that were on the screen: if others took their place meanwhile, nothing is written.
 */
export const setSafeContact = command({
  name: 'set-safe-contact',
  action: 'update',
  may: safeContactAccess.set,
  input: z.strictObject({
    personId: z.uuid(),
    basedOn: z.uuid().nullable(),
    how: z.enum(consentWays).default('spoken'),
    terms: safeContactTerms,
  }),
  async run(work, { personId, basedOn, how, terms }) {
    const { tx, orgId, actor, vault, now, today } = work
    const { trajectories, referrals } = await findCasesOfPeople(tx, actor, [personId])
    const cases = [...trajectories, ...referrals]
    if (cases.length === 0) throw new NotFound()
    work.about({ person: personId, trajectory: trajectories.map((trajectory) => trajectory.id) })
    const current = await lockSafeContact(tx, orgId, personId)
    if ((current?.id ?? null) !== basedOn) throw new Refused('changed-meanwhile')
    await vault.load([personId])
    const id = work.newId()
    const kept = {
      ...terms,
      reconfirmDays: shortestReconfirmDays(
        work,
        cases.map((one) => one.programme_id),
      ),
    }
    await replaceSafeContact(tx, {
      org_id: orgId,
      id,
      person_id: personId,
      terms_sealed: safeContactFields.seal(vault, personId, id, 'terms_sealed', JSON.stringify(kept)),
      from_at: now,
      until_at: null,
      confirmed_on: today,
      confirmed_by: actor.kind === 'member' ? actor.memberId : null,
    })
    for (const trajectory of trajectories)
      await finishTasksOfTrajectory(tx, orgId, trajectory.id, askedAfterPhase, {
        at: now,
        by: actorId(actor),
        code: 'done',
      })
    await recordConsent(work, { personId, trajectoryId: null, code: 'C-9', state: 'given', how })
    return { id }
  },
})

/** Asked again at least every quarter, whatever a programme says. */
const longestReconfirmDays = 90

/** Of the programmes she is in or was referred to, the one that asks again soonest; of all if none was named yet. */
function shortestReconfirmDays({ programmes }: Work, programmeIds: readonly (string | null)[]): number {
  const hers = programmeIds.flatMap((id) => (id === null ? [] : (programmes.find(id) ?? [])))
  return Math.min(
    longestReconfirmDays,
    ...(hers.length > 0 ? hers : programmes.offered).map(
      ({ safety }) => safety.reconfirmSafeContactDays.value,
    ),
  )
}
