import type { WorkerRow } from '#db/worker.ts'
import { findGates, type WorkerGateRow } from '#db/worker-gate.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type GateStatus, gatesOf, gateTerms, type SeenGate } from '#domain/worker/gates.ts'
import type { Work } from '#usecases/context.ts'

export const seenGate = (row: WorkerGateRow): SeenGate => ({
  kind: row.kind,
  seenOn: row.seen_on,
  validUntil: row.valid_until,
  voidsBefore: row.voids_before,
  waives: row.waives,
})

/** What was seen of these workers, by worker. */
export async function readGates(
  work: Pick<Work, 'tx' | 'orgId'>,
  workerIds: readonly string[],
): Promise<Map<string, WorkerGateRow[]>> {
  return Map.groupBy(await findGates(work.tx, work.orgId, workerIds), (row) => row.worker_id)
}

/** The programmes she is there for; none named means any. */
export const programmesOf = (
  { programmes: { offered } }: Pick<Work, 'programmes'>,
  row: Pick<WorkerRow, 'programmes'>,
): readonly ProgrammeDefinition[] =>
  row.programmes.length === 0 ? offered : offered.filter((programme) => row.programmes.includes(programme.id))

/**
 * Her gates over all programmes she is there for, each kind once: what one programme asks and she lacks stands before
 * what another is content with.
 */
export function allGates(
  work: Pick<Work, 'programmes' | 'today'>,
  row: Pick<WorkerRow, 'programmes'>,
  seen: readonly SeenGate[],
): GateStatus[] {
  const gates = new Map<string, GateStatus>()
  for (const programme of programmesOf(work, row))
    for (const gate of gatesOf(programme, seen, work.today)) {
      const known = gates.get(gate.kind)
      if (!known || (gate.required && gate.state !== 'met')) gates.set(gate.kind, gate)
    }
  return [...gates.values()]
}

/** What any programme on offer requires of who works in it, for a question about many workers at once. */
export const requiredGates = ({ programmes: { offered } }: Pick<Work, 'programmes'>) =>
  offered.flatMap((programme) =>
    gateTerms(programme)
      .filter(({ required }) => required)
      .map(({ kind, validMonths, validDays }) => ({
        programmeId: programme.id,
        kind,
        months: validMonths?.value ?? null,
        days: validDays?.value ?? null,
      })),
  )
