import { z } from 'zod'
import { findHelpOffer } from '#db/help-offer.ts'
import { lockReferral, type ReferralRow, saveReferral } from '#db/referral.ts'
import type { Day } from '#domain/day.ts'
import { optionalText } from '#domain/person/person.ts'
import { dueAfterPause, waitedDays } from '#domain/referral/desk-clock.ts'
import { verifyStartedOn } from '#domain/referral/follow-up.ts'
import { decide, type ReferralState, redirectParties, rejectionReasons } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { tellReferrer } from '#usecases/message/tell-referrer.ts'
import { beginFollowUp } from '#usecases/referral/begin-follow-up.ts'
import { referralFields } from '#usecases/referral/referral-fields.ts'
import { command } from '#usecases/use-case.ts'

const decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('ask-for-information') }),
  z.strictObject({ decision: z.literal('note-information') }),
  z.strictObject({
    decision: z.literal('redirect'),
    code: z.enum(redirectParties),
    /** What the desk found for her among the offers around us. */
    helpOfferId: z.uuid().nullish(),
  }),
  z.strictObject({ decision: z.literal('advise') }),
  z.strictObject({ decision: z.literal('reject'), code: z.enum(rejectionReasons) }),
  z.strictObject({ decision: z.literal('withdraw') }),
  z.strictObject({ decision: z.literal('mark-duplicate'), duplicateOf: z.uuid() }),
])

/** Everything the desk may decide about a referral except taking it on, which is `accept-referral`. */
export const decideReferral = command({
  name: 'decide-referral',
  action: 'update',
  may: referralPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: versionInput, note: optionalText(2000), decision }),
  async run(work, { id, version, note, decision: chosen }) {
    const { tx, actor, today, now, vault } = work
    const duplicateOf = chosen.decision === 'mark-duplicate' ? chosen.duplicateOf : null
    const held = await holdInOrder(work, duplicateOf === null ? [id] : [id, duplicateOf])
    const referral = held.get(id)
    if (!referral) throw new NotFound()
    work.about({ person: referral.person_id, detail: { decision: chosen.decision } })
    if (referral.version !== version) throw new Refused('changed-meanwhile')
    const state = decide(referral.state, chosen.decision)
    if (isRefusal(state)) throw new Refused(state.refused)
    if (duplicateOf !== null) {
      if (duplicateOf === id) throw new Refused('duplicate-of-itself')
      const first = held.get(duplicateOf)
      if (!first) throw new NotFound()
      // Two that point at each other would both be off the desk, and she with them.
      if (first.state === 'duplicate') throw new Refused('duplicate-of-a-duplicate')
    }
    await vault.load([referral.person_id])
    await saveReferral(tx, referral, {
      state,
      ...clockAfter(referral, state, today),
      duplicate_of: duplicateOf,
      decision_code: 'code' in chosen ? chosen.code : chosen.decision,
      decision_note_sealed: referralFields.sealIf(
        vault,
        referral.person_id,
        id,
        'decision_note_sealed',
        note,
      ),
      decided_by: actor.kind === 'member' ? actor.memberId : null,
      decided_at: now,
    })
    if (chosen.decision === 'redirect') {
      const helpOfferId = chosen.helpOfferId ?? null
      if (helpOfferId && !(await findHelpOffer(tx, work.orgId, helpOfferId))) throw new NotFound()
      const asked = referral.programme_id === null ? null : work.programmes.find(referral.programme_id)
      await beginFollowUp(work, {
        referralId: id,
        personId: referral.person_id,
        party: chosen.code,
        helpOfferId,
        askOn: verifyStartedOn(today, asked ? [asked] : work.programmes.offered),
      })
    }
    if (['redirected', 'rejected', 'advised'].includes(state)) await tellReferrer(work, id, 'not_started')
    return { id, state }
  },
})

/**
 * The clock stands still while the one who referred owes us an answer, and goes on with the days that were left. For
 * danger it never stands still.
 */
const clockAfter = (referral: ReferralRow, state: ReferralState, today: Day) => ({
  paused_on: state === 'needs_info' && referral.urgency !== 'acute' ? today : null,
  paused_working_days: referral.paused_working_days + waitedDays(referral.paused_on, today),
  contact_due_on: dueAfterPause(referral.contact_due_on, referral.paused_on, today),
})

/** Holds these referrals, always in the same order: who calls each the other's double waits for nobody for ever. */
async function holdInOrder({ tx, actor }: Work, ids: readonly string[]): Promise<Map<string, ReferralRow>> {
  const held = new Map<string, ReferralRow>()
  for (const id of [...new Set(ids)].sort()) {
    const row = await lockReferral(tx, actor, id)
    if (row) held.set(id, row)
  }
  return held
}
