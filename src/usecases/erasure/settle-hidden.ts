import { z } from 'zod'
import { type ErasureScope, findErasureScope, findRunning } from '#db/erasure.ts'
import { clearWorker, holdPeople, isHeld } from '#db/retention.ts'
import { type HidingRow, lockHiding, saveHiding, showIds } from '#db/retention-hiding.ts'
import { findRetention } from '#db/retention-setting.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { type NightDeed, nightDeed } from '#domain/erasure/putting-away.ts'
import type { Work } from '#usecases/context.ts'
import { bringBack } from '#usecases/erasure/bring-back.ts'
import { erasePeople } from '#usecases/erasure/erase-people.ts'
import { weighOne } from '#usecases/erasure/past-term.ts'
import { command } from '#usecases/use-case.ts'

/**
 * What the night does with one file that is put away: destroys it by the way of every erasure, once its days are over and
 * nothing holds it; lets it come back where its term turned out not to be over; or leaves it.
 */
export const settleHidden = command({
  name: 'settle-hidden',
  action: 'delete',
  byClock: true,
  may: erasurePolicy.act,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }): Promise<{ deed: NightDeed }> {
    const { tx, orgId, actor, today } = work
    const row = await lockHiding(tx, actor, id)
    const whose = row?.person_id ?? row?.member_id
    if (row?.state !== 'hidden' || !whose || !(await findRetention(tx, orgId)).acts) return { deed: 'leave' }
    const scope = await scopeOf(work, row)
    await holdPeople(tx, orgId, scope.people)
    const past = (await weighOne(work, row.subject, whose)) !== null
    const { running, meldcodes } = await findRunning(tx, orgId, scope)
    const held = running + meldcodes > 0 || (await isHeld(tx, orgId, scope.people, today))
    const deed = nightDeed({ past, held, hiddenOn: row.hidden_on }, today)
    if (deed === 'bring-back') await bringBack(work, row, 'term_moved')
    if (deed === 'shred') await shred(work, row, scope, whose)
    work.about({ person: whose, detail: { deed, ground: row.ground_code } })
    return { deed }
  },
})

const nobody: ErasureScope = { people: [], trajectories: [], referrals: [] }
const scopeOf = (
  { tx, orgId }: Work,
  { subject, person_id }: HidingRow,
): Promise<ErasureScope> | ErasureScope =>
  person_id === null
    ? nobody
    : subject === 'worker'
      ? { ...nobody, people: [person_id] }
      : findErasureScope(tx, orgId, person_id)

async function shred(work: Work, row: HidingRow, scope: ErasureScope, whose: string): Promise<void> {
  const { tx, orgId, today } = work
  if (row.subject === 'account') await work.vault.destroy(whose)
  else await erasePeople(work, scope)
  if (row.subject === 'worker') await clearWorker(tx, orgId, whose)
  const files = Math.max(scope.people.length, 1)
  await saveHiding(tx, row, { state: 'shredded', ended_on: today, files })
  await showIds(tx, orgId, row.id)
}
