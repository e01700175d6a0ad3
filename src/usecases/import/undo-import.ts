import { z } from 'zod'
import { blankPeople, lockImport, lockReferralsOfImport, saveImport, withdrawImported } from '#db/import.ts'
import { importStepTo } from '#domain/import/import.ts'
import { importPolicy } from '#domain/import/import-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { stateOf } from '#usecases/import/import-fields.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Takes a whole import back: its referrals are withdrawn and the women's keys destroyed, so that nothing of them can
 * be read any more. Referrals that somebody already worked on stay as they are; their number comes back, and
 * `read-import-result` lists them.
 */
export const undoImport = command({
  name: 'undo-import',
  action: 'delete',
  may: importPolicy.use,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, actor, orgId, vault, now, names } = work
    const list = await lockImport(tx, actor, id)
    if (!list) throw new NotFound()
    const state = importStepTo(stateOf(list), 'undo')
    if (isRefusal(state)) throw new Refused(state.refused)
    const referrals = await lockReferralsOfImport(tx, orgId, id)
    const untouched = referrals.filter((referral) => referral.state === 'received' && referral.version === 1)
    const memberId = actor.kind === 'member' ? actor.memberId : null
    const people = untouched.map((referral) => referral.person_id)
    await withdrawImported(
      tx,
      orgId,
      id,
      untouched.map((referral) => referral.id),
      { memberId, at: now },
    )
    for (const person of people) await vault.destroy(person)
    await blankPeople(tx, orgId, people, now)
    work.about({ person: people, detail: { import: id } })
    work.afterCommit(() => {
      for (const person of people) names.drop(orgId, person)
    })
    await saveImport(tx, list, { state, undone_at: now, undone_by: memberId })
    return { undone: untouched.length, stayed: referrals.length - untouched.length }
  },
})
