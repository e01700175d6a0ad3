import type { Day } from '#domain/day.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { closedForRunning, closedGates, type GateStatus, gatesOf } from '#domain/worker/gates.ts'
import { lackingWords } from '#domain/worker/lacking.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { readGates, seenGate } from '#usecases/worker/worker-gates.ts'

/**
 * What these workers lack on this day of what their programme requires. Of what she goes on with, a manager's grace
 * counts; something new needs the thing itself.
 */
export async function closedOn(
  work: Pick<Work, 'tx' | 'orgId'>,
  definition: ProgrammeDefinition,
  workerIds: readonly string[],
  { on, of }: { on: Day; of: 'running' | 'new' },
): Promise<{ workerId: string; closed: GateStatus[] }[]> {
  const seen = await readGates(work, workerIds)
  const closed = of === 'running' ? closedForRunning : closedGates
  return workerIds.flatMap((workerId) => {
    const lacking = closed(gatesOf(definition, (seen.get(workerId) ?? []).map(seenGate), on))
    return lacking.length > 0 ? [{ workerId, closed: lacking }] : []
  })
}

/** No visit is planned for a day on which something required of her worker is missing, unless a manager gave grace. */
export async function refuseVisitIfClosed(
  work: Work,
  definition: ProgrammeDefinition,
  workerId: string | null,
  on: Day,
): Promise<void> {
  if (!workerId) return
  const [found] = await closedOn(work, definition, [workerId], { on, of: 'running' })
  if (found) throw new Refused('worker-gates-closed-visit', { ...lackingWords(found.closed) })
}

/** No session is planned with, or led by, somebody who lacks what is required of her. */
export async function refuseSessionIfClosed(
  work: Work,
  definition: ProgrammeDefinition,
  workerIds: readonly string[],
  when: { on: Day; of: 'running' | 'new' },
): Promise<void> {
  const found = (await closedOn(work, definition, workerIds, when)).flatMap(({ closed }) => closed)
  const kinds = [...new Map(found.map((gate) => [gate.kind, gate])).values()]
  if (kinds.length > 0) throw new Refused('worker-gates-closed-session', { ...lackingWords(kinds) })
}
