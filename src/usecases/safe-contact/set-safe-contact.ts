import { z } from 'zod'
import { findCasesOfPeople } from '#db/person-case.ts'
import { lockSafeContact, replaceSafeContact } from '#db/safe-contact.ts'
import { finishTasksOfTrajectory } from '#db/task.ts'
import { consentWays } from '#domain/consent/consent.ts'
import { safeContactAccess } from '#domain/contact-policy/safe-contact-access.ts'
import { type SafeContactTerms, safeContactTerms } from '#domain/contact-policy/safe-contact-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { postAddress } from '#domain/message/letter.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { isNumberSeenShared } from '#usecases/message/her-address.ts'
import { keepReminders } from '#usecases/message/keep-reminders.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { askedAfterPhase } from '#usecases/phase/ask-contact-anew.ts'
import type { KeptTerms } from '#usecases/safe-contact/read-safe-contact.ts'
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
    const { aloneAllTheSame: _, ...said } = terms
    const id = work.newId()
    const kept: KeptTerms = {
      ...said,
      ...(await whatHolds(work, personId, terms)),
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
    // What waits for her was planned by the hours and the way that she named before.
    for (const trajectory of trajectories) await keepReminders(work, trajectory.id, { again: true })
    return { id }
  },
})

/**
 * Letters are for the address of today, and a number is hers alone for as long as it is this number. One that stands with
 * somebody around her too is hers alone only if she says so knowing that.
 */
async function whatHolds(work: Work, personId: string, terms: SafeContactTerms) {
  const person = (await readPeople(work, [personId])).get(personId)
  const phone = person?.phone ?? null
  const letterTo = terms.channels.includes('letter') ? postAddress(person?.address ?? null) : null
  const shared = terms.phoneOf === 'herself' && (await isNumberSeenShared(work, personId, phone))
  if (shared && !terms.aloneAllTheSame) throw new Invalid({ 'terms.phoneOf': 'number-stands-with-another' })
  return { letterTo, aloneOn: terms.aloneAllTheSame ? phone : null }
}

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
