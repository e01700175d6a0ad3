import type { TrajectoryRow } from '#db/trajectory.ts'
import { daysBetween } from '#domain/day.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { movesTakenBack } from '#domain/programme/phases-now.ts'
import type { Work } from '#usecases/context.ts'
import { readMovablePhases, writeMoves } from '#usecases/phase/settle-phases.ts'
import { childDates, type WithChild } from '#usecases/pregnancy/pregnancy-file.ts'

/**
 * After a birth was taken back: phases that only began by rule because of the child end, and those that ended by rule
 * because of it go on. What a person decided stays.
 */
export async function undoMovesByChild(
  work: Work,
  trajectory: WithChild & Pick<TrajectoryRow, 'started_on'>,
  definition: ProgrammeDefinition,
): Promise<void> {
  const { rows } = await readMovablePhases(work, trajectory.id, definition)
  if (rows.length === 0) return
  const weeks = trajectory.started_on && Math.floor(daysBetween(trajectory.started_on, work.today) / 7)
  const facts = { ...childFacts(await childDates(work, trajectory), work.today), weeksSinceStart: weeks }
  const moves = movesTakenBack(
    definition,
    rows.map((row) => ({
      phase: row.phase,
      live: row.until_day === null,
      beganByRule: row.began_by === null,
      endedByRule: row.until_day !== null && row.ended_by === null,
    })),
    facts,
  )
  await writeMoves(work, trajectory.id, moves, { by: null, code: 'rule' })
}
