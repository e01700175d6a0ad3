import { isMemberWith } from '#domain/member/actor.ts'
import { inOrder, type WorkItem } from '#pages/home/work-item.ts'
import {
  intakeItem,
  referralItem,
  taskItem,
  unvisitedItem,
  waitingItem,
  workerItem,
} from '#pages/home/work-items.ts'
import type { StaffRequest } from '#pages/page.ts'
import { listUnvisited } from '#usecases/contact/list-unvisited.ts'
import { listOpenIntakes } from '#usecases/intake/list-open-intakes.ts'
import { listWaiting } from '#usecases/match/list-waiting.ts'
import { listReferrals } from '#usecases/referral/list-referrals.ts'
import { listOpenTasks } from '#usecases/task/list-open-tasks.ts'
import { listWorkers } from '#usecases/worker/list-workers.ts'

/**
 * Everything that waits for somebody who watches over trajectories, in the order in which it must not wait. A
 * safeguarding lead who coordinates nobody sees the tasks and nothing of the desk.
 */
export async function coordinatorWork({ context, actor, t }: StaffRequest): Promise<WorkItem[]> {
  const tasks = (await listOpenTasks(context, actor, {})).map((task) => taskItem(t, task))
  if (!isMemberWith(actor, 'coordinator')) return inOrder(tasks)
  const [referrals, intakes, waiting, unvisited, workers] = await Promise.all([
    listReferrals(context, actor, {}),
    listOpenIntakes(context, actor, {}),
    listWaiting(context, actor, {}),
    listUnvisited(context, actor, { limit: 20 }),
    listWorkers(context, actor, {}),
  ])
  return inOrder([
    ...tasks,
    ...referrals.map((referral) => referralItem(t, referral)),
    ...intakes.map((intake) => intakeItem(t, intake)),
    ...unvisited.rows.map((row) => unvisitedItem(t, row)),
    ...waiting.map((line) => waitingItem(t, line)),
    // A gate that closed only presses on somebody who stands beside a woman now.
    ...workers
      .filter((worker) => worker.taken > 0 && worker.closed.length > 0)
      .map((worker) => workerItem(t, worker)),
  ])
}
