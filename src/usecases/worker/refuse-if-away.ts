import { listAway } from '#db/worker-days.ts'
import type { Day } from '#domain/day.ts'
import { awayOn } from '#domain/worker/own-file.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'

/** Nothing is planned on a day on which she said that she is away, and no visit when she is only there by phone. */
export async function refuseIfAway(
  { tx, orgId, today }: Work,
  workerId: string | null,
  on: Day,
  mode: string,
): Promise<void> {
  if (!workerId) return
  const periods = (await listAway(tx, orgId, [workerId], today)).map(({ kind, from_day, until_day }) => ({
    kind,
    from: from_day,
    until: until_day,
  }))
  const away = awayOn(periods, on, mode === 'phone' || mode === 'online')
  if (away)
    throw new Refused(away.kind === 'away' ? 'worker-away-then' : 'worker-by-phone-then', {
      until: away.until.toString(),
    })
}
