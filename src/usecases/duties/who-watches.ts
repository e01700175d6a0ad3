import { listDeputies } from '#db/duties.ts'
import { isBefore } from '#domain/day.ts'
import type { Work } from '#usecases/context.ts'
import { whoDid } from '#usecases/signal/who-did.ts'

/** Who watches over her now: her coordinator, and who stands in for that one today. */
export async function whoWatches(work: Work, coordinatorId: string | null) {
  if (coordinatorId === null) return null
  const standsIn = (await listDeputies(work.tx, work.orgId, work.today)).find(
    ({ member_id, from_day }) => member_id === coordinatorId && !isBefore(work.today, from_day),
  )
  const names = await whoDid(work, [coordinatorId, ...(standsIn ? [standsIn.deputy_id] : [])])
  return {
    name: names.get(coordinatorId) ?? '—',
    deputy: standsIn ? { name: names.get(standsIn.deputy_id) ?? '—', until: standsIn.until_day } : null,
  }
}
