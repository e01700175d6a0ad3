import type { MatchRow } from '#db/match.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import type { WorkerRow } from '#db/worker.ts'
import { mayMatch } from '#domain/match/may-match.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { lackingWords } from '#domain/worker/lacking.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { gatherSides } from '#usecases/match/gather-sides.ts'

/**
 * Holds this pair against the rules as they are now; refuses with the first that stands in the way. Call it with
 * both rows locked. `match` is the one being decided, so that it doesn't stand in its own way.
 */
export async function checkPair(
  work: Work,
  definition: ProgrammeDefinition,
  trajectory: TrajectoryRow,
  worker: WorkerRow,
  match: MatchRow | null = null,
) {
  const { woman, candidates } = await gatherSides(work, definition, trajectory, [worker], match, 'now')
  const [candidate] = candidates
  if (!candidate) throw new Error('a pair of one')
  const [block] = mayMatch(definition, woman, candidate).blocks
  if (block)
    throw new Refused(
      `match-${block.code.replaceAll('_', '-')}`,
      block.gate ? { gate: block.gate.kind, ...lackingWords([block.gate]) } : {},
    )
  return { woman, candidate }
}
