import { z } from 'zod'
import { lockReferral, type ReferralRow, saveReferral } from '#db/referral.ts'
import { optionalText } from '#domain/person/person.ts'
import { decide, redirectParties, rejectionReasons } from '#domain/referral/referral.ts'
import { referralPolicy } from '#domain/referral/referral-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
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
      // The clock stands still while the one who referred owes us an answer.
      paused_on: state === 'needs_info' ? today : null,
      ...(referral.paused_on && chosen.decision === 'note-information'
        ? { contact_due_on: referral.contact_due_on.add(referral.paused_on.until(today)) }
        : {}),
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
    if (state === 'redirected' || state === 'rejected') await tellReferrer(work, id, 'not_started')
    return { id, state }
  },
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
