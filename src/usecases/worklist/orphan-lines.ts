import { countDuties, findCoordinators } from '#db/duties.ts'
import type { Work } from '#usecases/context.ts'
import type { Found } from '#usecases/worklist/found-lines.ts'

/** What nobody watches over, or somebody who coordinates no more: one line, for who can hand it over. */
export async function orphanLines({ tx, orgId, today }: Work): Promise<Found> {
  const coordinators = await findCoordinators(tx, orgId, today)
  const orphans = (await countDuties(tx, orgId)).filter(
    ({ member_id }) => member_id === null || !coordinators.includes(member_id),
  )
  const sum = (of: 'workers' | 'trajectories' | 'tasks') => orphans.reduce((all, one) => all + one[of], 0)
  const [workers, trajectories, tasks] = [sum('workers'), sum('trajectories'), sum('tasks')]
  if (workers + trajectories + tasks === 0) return { lines: [], more: null }
  return {
    lines: [
      {
        id: orgId,
        personId: null,
        pressure: 'urgent',
        by: null,
        source: { from: 'orphans', workers, trajectories, tasks },
      },
    ],
    more: null,
  }
}
