import { type Behind, countStanding, findBehind } from '#db/lock-effects.ts'
import { listMatchRows } from '#db/match.ts'
import type { Against, Standing } from '#domain/file-lock/lock-effects.ts'
import { isRunning, openMatchStates } from '#domain/match/match.ts'
import { actorId } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'
import { matchStateOf } from '#usecases/match/states.ts'

/** Who would be behind it, and what of hers a lock would come upon. */
export interface LockStanding extends Standing {
  readonly behind: Behind
  readonly tasks: number
  readonly messages: number
  /** She has one of these beside her now, or one was proposed. */
  readonly beside: readonly { readonly trajectoryId: string; readonly running: boolean }[]
}

export async function lockStanding(
  work: Work,
  { personId, trajectoryIds, against }: { personId: string; trajectoryIds: string[]; against: Against },
): Promise<LockStanding> {
  const { tx, orgId, today } = work
  const behind = await findBehind(tx, orgId, against)
  const counts = await countStanding(tx, orgId, { personId, against, behind, today })
  const naast = { kind: 'system', orgId, job: 'file-lock' } as const
  const open = await listMatchRows(tx, naast, { states: openMatchStates, trajectoryIds, limit: 20 })
  return {
    behind,
    herself: behind.members.includes(actorId(work.actor) ?? ''),
    standsAlready: counts.already > 0,
    coordinates: counts.coordinates,
    coordinatorsLeft: counts.coordinators_left,
    groups: counts.groups,
    meldcodes: counts.meldcodes,
    tasks: counts.tasks,
    messages: counts.messages,
    beside: open
      .filter((match) => behind.workers.includes(match.worker_id))
      .map((match) => ({ trajectoryId: match.trajectory_id, running: isRunning(matchStateOf(match)) })),
  }
}
