import { insertTask } from '#db/task.ts'
import { findTrajectory } from '#db/trajectory.ts'
import type { Day } from '#domain/day.ts'
import type { TaskKind } from '#domain/task/task.ts'
import type { Work } from '#usecases/context.ts'

export interface NewTask {
  readonly kind: TaskKind
  /** Has words as `task.reason.<code>`. */
  readonly reasonCode: string
  readonly personId?: string | null
  readonly referralId?: string | null
  readonly trajectoryId?: string | null
  readonly messageId?: string | null
  readonly helpOfferId?: string | null
  /** Whose it is, where no trajectory says so. */
  readonly ownerId?: string | null
  /** Today unless said. */
  readonly dueOn?: Day
}

/** Puts something on a person's list: the trajectory's coordinator's if there is one, else any coordinator's. */
export async function createTask(work: Work, task: NewTask): Promise<string> {
  const { tx, orgId } = work
  const system = { kind: 'system', orgId, job: 'task' } as const
  const trajectory = task.trajectoryId ? await findTrajectory(tx, system, task.trajectoryId) : undefined
  const id = work.newId()
  await insertTask(tx, {
    org_id: orgId,
    id,
    kind: task.kind,
    owner_id: trajectory?.coordinator_id ?? task.ownerId ?? null,
    person_id: task.personId ?? trajectory?.person_id ?? null,
    referral_id: task.referralId ?? null,
    trajectory_id: task.trajectoryId ?? null,
    message_id: task.messageId ?? null,
    help_offer_id: task.helpOfferId ?? null,
    reason_code: task.reasonCode,
    due_on: task.dueOn ?? work.today,
    created_at: work.now,
    done_at: null,
    done_by: null,
    done_code: null,
  })
  return id
}
