import { z } from 'zod'
import { lockReferral, saveReferral } from '#db/referral.ts'
import { optionalText } from '#domain/person/person.ts'
import { decide, redirectParties, rejectionReasons } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { tellReferrer } from '#usecases/message/tell-referrer.ts'
import { referralFields } from '#usecases/referral/referral-fields.ts'
import { command } from '#usecases/use-case.ts'

const decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('ask-for-information') }),
  z.strictObject({ decision: z.literal('note-information') }),
  z.strictObject({ decision: z.literal('redirect'), code: z.enum(redirectParties) }),
  z.strictObject({ decision: z.literal('reject'), code: z.enum(rejectionReasons) }),
  z.strictObject({ decision: z.literal('withdraw') }),
  z.strictObject({ decision: z.literal('mark-duplicate'), duplicateOf: z.uuid() }),
])

/** Everything the desk may decide about a referral except taking it on, which is `accept-referral`. */
export const decideReferral = command({
  name: 'decide-referral',
  action: 'update',
  may: referralPolicy.decide,
  input: z.strictObject({ id: z.uuid(), version: z.int(), note: optionalText(2000), decision }),
  async run(work, { id, version, note, decision: chosen }) {
    const { tx, actor, today, now, vault } = work
    const referral = await lockReferral(tx, actor, id)
    if (!referral) throw new NotFound()
    work.about({ person: referral.person_id, detail: { decision: chosen.decision } })
    if (referral.version !== version) throw new Refused('changed-meanwhile')
    const state = decide(referral.state, chosen.decision)
    if (isRefusal(state)) throw new Refused(state.refused)
    if (chosen.decision === 'mark-duplicate') {
      if (chosen.duplicateOf === id) throw new Refused('duplicate-of-itself')
      if (!(await lockReferral(tx, actor, chosen.duplicateOf))) throw new NotFound()
    }
    await vault.load([referral.person_id])
    await saveReferral(tx, referral, {
      state,
      // The clock stands still while the one who referred owes us an answer.
      paused_on: state === 'needs_info' ? today : null,
      ...(referral.paused_on && chosen.decision === 'note-information'
        ? { contact_due_on: referral.contact_due_on.add(referral.paused_on.until(today)) }
        : {}),
      duplicate_of: chosen.decision === 'mark-duplicate' ? chosen.duplicateOf : null,
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
    if (state === 'redirected' || state === 'rejected') await tellReferrer(work, id, 'not_started')
    return { id, state }
  },
})
