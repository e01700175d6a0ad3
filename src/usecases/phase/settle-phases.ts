import { endPhases, findPhases, insertPhases } from '#db/phase.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { daysBetween } from '#domain/day.ts'
import type { ChildDates } from '#domain/pregnancy/child-dates.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { leadingPhase, movablePhases, type PhaseMoves, phaseMoves } from '#domain/programme/phases-now.ts'
import type { Work } from '#usecases/context.ts'

type Moved = Pick<TrajectoryRow, 'id' | 'started_on'>

/** The phases that go by time or by what people decide: those she is in, and all she was ever in. */
export async function readMovablePhases(work: Work, trajectoryId: string, definition: ProgrammeDefinition) {
  const ids = new Set(movablePhases(definition).map(({ id }) => id))
  if (ids.size === 0) return { rows: [], live: [], had: [] }
  const rows = (await findPhases(work.tx, work.orgId, trajectoryId)).filter(({ phase }) => ids.has(phase))
  return {
    rows,
    live: rows.filter(({ until_day }) => until_day === null).map(({ phase }) => phase),
    had: rows.map(({ phase }) => phase),
  }
}

/**
 * Moves by the programme's own rules. Gives the phase that leads now, `null` if she is in none of these; she moved if
 * this wasn't the beginning.
 */
export async function settlePhases(
  work: Work,
  trajectory: Moved,
  definition: ProgrammeDefinition,
  child: ChildDates,
): Promise<{ readonly leading: string | null; readonly moved: boolean }> {
  const known = await readMovablePhases(work, trajectory.id, definition)
  if (movablePhases(definition).length === 0) return { leading: null, moved: false }
  const weeks = trajectory.started_on && Math.floor(daysBetween(trajectory.started_on, work.today) / 7)
  const facts = { ...childFacts(child, work.today), weeksSinceStart: weeks }
  const moves = phaseMoves(definition, known, facts)
  await writeMoves(work, trajectory.id, moves, { by: null, code: 'rule' })
  return {
    leading: leadingPhase(definition, livePhases(known.live, moves)),
    moved: known.had.length > 0 && moves.begin.length + moves.end.length > 0,
  }
}

export const livePhases = (live: readonly string[], { begin, end }: PhaseMoves): readonly string[] => [
  ...live.filter((id) => !end.includes(id)),
  ...begin,
]

/** Writes who began and ended which phases today, and why. */
export async function writeMoves(
  work: Work,
  trajectoryId: string,
  { begin, end }: PhaseMoves,
  { by, code }: { by: string | null; code: string },
): Promise<void> {
  const { tx, orgId, today, now } = work
  if (end.length > 0) {
    const rows = await findPhases(tx, orgId, trajectoryId)
    await endPhases(
      tx,
      orgId,
      rows.filter((row) => row.until_day === null && end.includes(row.phase)).map((row) => row.id),
      { until_day: today, ended_by: by, ended_code: code, ended_at: now },
    )
  }
  await insertPhases(
    tx,
    begin.map((phase) => ({
      org_id: orgId,
      id: work.newId(),
      trajectory_id: trajectoryId,
      phase,
      from_day: today,
      until_day: null,
      began_by: by,
      began_code: code,
      began_at: now,
    })),
  )
}
