import { findPlan } from '#db/plan.ts'
import { listPlanGoals } from '#db/plan-part.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { ContactLog } from '#usecases/contact/contact-log.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { openGoal } from '#usecases/plan/plan-fields.ts'
import { readPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'

/** Goals of her plan that this reader may read and that weren't let go of. */
async function goalsOf(work: Work, trajectory: Pick<TrajectoryRow, 'id' | 'quiet_since'>) {
  const plan = trajectory.quiet_since ? undefined : await findPlan(work.tx, work.orgId, trajectory.id)
  if (!plan) return []
  return (await listPlanGoals(work.tx, work.actor, plan.id)).filter(({ let_go_on }) => let_go_on === null)
}

/** Her children in this trajectory, by their files; none while nothing about a child may be said. */
async function childrenOf(work: Work, trajectory: TrajectoryRow): Promise<readonly string[]> {
  if (trajectory.quiet_since) return []
  const born = (await readPregnancy(work, trajectory)).children.map(({ childId }) => childId)
  return [...new Set([...(trajectory.child_id ? [trajectory.child_id] : []), ...born])]
}

/** What a visit may have been about: goals, and where there is more than one child, which. Her key must be loaded. */
export async function readTouchable(work: Work, trajectory: TrajectoryRow) {
  await work.vault.load([trajectory.person_id])
  const goals = await goalsOf(work, trajectory)
  const children = await childrenOf(work, trajectory)
  const people = children.length > 1 ? await readPeople(work, children) : null
  return {
    goals: goals.flatMap((row) => {
      const words = openGoal(work, trajectory.person_id, row)?.words
      return words ? [{ id: row.id, words }] : []
    }),
    children: people
      ? children.map((id, at) => ({ id, name: people.get(id)?.name.given || String(at + 1) }))
      : [],
  }
}

/** Only goals and children of her own. */
export async function checkTouched(
  work: Work,
  trajectory: TrajectoryRow,
  { goals, children }: Pick<ContactLog, 'goals' | 'children'>,
): Promise<void> {
  if (goals.length > 0) {
    const hers = new Set((await goalsOf(work, trajectory)).map(({ id }) => id))
    if (!goals.every((id) => hers.has(id))) throw new Invalid({ goals: 'not-valid' })
  }
  if (children.length > 0) {
    const hers = new Set(await childrenOf(work, trajectory))
    if (!children.every((id) => hers.has(id))) throw new Invalid({ children: 'not-valid' })
  }
}
