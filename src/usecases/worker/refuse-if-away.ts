import { listAway } from '#db/worker-days.ts'
import type { Day } from '#domain/day.ts'
import { type Away, awayOn } from '#domain/worker/own-file.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'

/** When these workers are away or by phone only, as far as it isn't over. */
export async function readAway(
  { tx, orgId, today }: Pick<Work, 'tx' | 'orgId' | 'today'>,
  workerIds: readonly string[],
): Promise<Map<string, Away[]>> {
  const found = new Map<string, Away[]>()
  for (const { worker_id, kind, from_day, until_day } of await listAway(tx, orgId, workerIds, today))
    found.set(worker_id, [...(found.get(worker_id) ?? []), { kind, from: from_day, until: until_day }])
  return found
}

/** Nothing is planned on a day on which she said that she is away, and no visit when she is only there by phone. */
export async function refuseIfAway(
  { tx, orgId, today }: Work,
  workerId: string | null,
  on: Day,
  mode: string,
): Promise<void> {
  if (!workerId) return
  const periods = await readAway({ tx, orgId, today }, [workerId])
  const away = awayOn(periods.get(workerId) ?? [], on, mode === 'phone' || mode === 'online')
  if (away)
    throw new Refused(away.kind === 'away' ? 'worker-away-then' : 'worker-by-phone-then', {
      until: away.until.toString(),
    })
}
