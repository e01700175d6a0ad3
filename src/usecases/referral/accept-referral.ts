import { z } from 'zod'
import { lockReferral, saveReferral } from '#db/referral.ts'
import { insertTrajectory } from '#db/trajectory.ts'
import { waitedDays } from '#domain/referral/desk-clock.ts'
import { decide } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { placeInTeam } from '#usecases/team/place-in-team.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes a woman on: her referral becomes a trajectory of one programme, bound to the version that is in force today,
 * waiting for its intake. That she agreed to be contacted (consent C-1) was said with the referral and is kept now.
 */
export const acceptReferral = command({
  name: 'accept-referral',
  action: 'update',
  may: referralPolicy.decide,
  input: z.strictObject({
    id: z.uuid(),
    version: versionInput,
    programmeId: z.string().max(60),
    /** The team she goes to, where the organisation has teams. */
    teamId: z.uuid().nullish(),
  }),
  async run(work, { id, version, programmeId, teamId }) {
    const { tx, actor, now, newId, orgId } = work
    const referral = await lockReferral(tx, actor, id)
    if (!referral) throw new NotFound()
    work.about({ person: referral.person_id })
    const programme = work.programmes.find(programmeId)
    if (!programme) throw new Invalid({ programmeId: 'unknown-programme' })
    if (referral.version !== version) throw new Refused('changed-meanwhile')
    const state = decide(referral.state, 'accept')
    if (isRefusal(state)) throw new Refused(state.refused)
    const memberId = actor.kind === 'member' ? actor.memberId : null
    await saveReferral(tx, referral, {
      state,
      programme_id: programme.id,
      paused_on: null,
      paused_working_days: referral.paused_working_days + waitedDays(referral.paused_on, work.today),
      decision_code: 'accept',
      decided_by: memberId,
      decided_at: now,
    })
    const trajectoryId = newId()
    await insertTrajectory(tx, {
      org_id: orgId,
      id: trajectoryId,
      person_id: referral.person_id,
      referral_id: id,
      programme_id: programme.id,
      programme_version: programme.version,
      state: 'intake',
      coordinator_id: memberId,
      created_at: now,
    })
    if (teamId) await placeInTeam(work, trajectoryId, { teamId, reason: 'postcode', definition: programme })
    await recordConsent(work, {
      personId: referral.person_id,
      trajectoryId,
      code: 'C-1',
      state: 'given',
      how: referral.referrer_kind === 'self' ? 'own_form' : 'referrer_says',
    })
    work.about({ trajectory: trajectoryId })
    return { trajectoryId }
  },
})
