import { monthsBetween } from '#domain/day.ts'
import { childAgeOf } from '#domain/match/criteria/child-age.ts'
import type { ChildAge } from '#domain/worker/own-file.ts'
import type { Work } from '#usecases/context.ts'
import type { Waiting } from '#usecases/match/gather-sides.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'

/** How old the children of these women are, where their programme holds it against what a worker knows. */
export async function readChildAges(
  work: Work,
  waiting: readonly Waiting[],
): Promise<Map<string, ChildAge | null>> {
  const ages = new Map<string, ChildAge | null>()
  for (const { trajectory, definition } of waiting) {
    const { child_id, quiet_since } = trajectory
    const weighs = definition.matching?.soft.some(({ criterion }) => criterion === 'child_age')
    if (!weighs || child_id === undefined || quiet_since === undefined) continue
    const { bornOn, dueOn } = await childDates(work, { ...trajectory, child_id, quiet_since })
    ages.set(trajectory.id, childAgeOf(bornOn ? monthsBetween(bornOn, work.today) : null, dueOn !== null))
  }
  return ages
}
