import { z } from 'zod'
import { findActiveIn } from '#db/phase.ts'
import { daysBetween } from '#domain/day.ts'
import { childFacts } from '#domain/programme/child-facts.ts'
import { goesByTime, phaseMoves } from '#domain/programme/phases-now.ts'
import { readMovablePhases } from '#usecases/phase/settle-phases.ts'
import { childDates } from '#usecases/pregnancy/pregnancy-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

const most = 5000

/** Trajectories in which time has made a phase begin or end, by their programme's own rules. */
export const findDuePhases = question({
  name: 'find-due-phases',
  may: (actor) => actor.kind === 'system',
  input: z.strictObject({}),
  async run(work) {
    const timed = work.programmes.known.filter(goesByTime)
    const rows = await findActiveIn(work.tx, work.orgId, timed, most)
    const ids: string[] = []
    for (const row of rows) {
      const definition = definitionOf(work, row)
      const weeks = row.started_on && Math.floor(daysBetween(row.started_on, work.today) / 7)
      const facts = { ...childFacts(await childDates(work, row), work.today), weeksSinceStart: weeks }
      const moves = phaseMoves(definition, await readMovablePhases(work, row.id, definition), facts)
      if (moves.begin.length + moves.end.length > 0) ids.push(row.id)
    }
    return { ids }
  },
})
