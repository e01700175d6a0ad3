import { listGrids } from '#db/adversity-grid.ts'
import { findIntake } from '#db/intake.ts'
import type { TrajectoryRow } from '#db/trajectory.ts'
import { byDay, type Grid, type GridDomain, gridDomains } from '#domain/adversity/adversity-grid.ts'
import { type Day, daysBetween } from '#domain/day.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { openGrid } from '#usecases/adversity/grid-fields.ts'
import type { Work } from '#usecases/context.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'

/** Every grid of hers, what was told at intake as the first; and what she said of the last. Her key is loaded. */
export async function knownGrids(
  work: Work,
  trajectory: TrajectoryRow,
  domains: readonly GridDomain[],
): Promise<{ readonly grids: readonly Grid[]; readonly words: string | null }> {
  const kept = (await listGrids(work.tx, work.actor, trajectory.id)).flatMap(
    (row) => openGrid(work, trajectory.person_id, row) ?? [],
  )
  return {
    grids: byDay([...(await atIntake(work, trajectory, domains)), ...kept]),
    words: kept.at(-1)?.words ?? null,
  }
}

/** The domains were asked at intake already; whoever held it is not asked to do it again. */
async function atIntake(
  work: Work,
  { id, person_id: personId }: TrajectoryRow,
  domains: readonly GridDomain[],
): Promise<Grid[]> {
  const intake = await findIntake(work.tx, work.orgId, id)
  const answers = intake?.done_at ? openAnswers(work, personId, intake) : null
  if (!intake?.done_at || !answers) return []
  const counts = Object.fromEntries(
    domains.map(({ fact }) => {
      const answer = answers.facts[fact]
      return [fact, typeof answer === 'number' ? answer : null]
    }),
  )
  const known = Object.values(counts).some((count) => count !== null)
  return known ? [{ on: intake.done_at.toZonedDateTimeISO(work.zone).toPlainDate(), counts }] : []
}

/** What was said already, by the field of a measure that asks the same; to be looked over, never taken as said anew. */
export interface Carried {
  readonly on: Day
  readonly answers: Readonly<Record<string, string>>
}

/** An older grid is another time of her life: then the questions are open again. */
const carriedDays = 30

/** Questions of a measure that are the domains of the grid: what a fresh grid says stands in them already. */
export async function carriedFromGrid(
  work: Work,
  trajectory: TrajectoryRow,
  definition: ProgrammeDefinition,
): Promise<Carried | null> {
  if (!definition.adversityGrid || !planPolicy.read(work.actor)) return null
  const domains = gridDomains(definition, trajectory.quiet_since !== null)
  const last = (await knownGrids(work, trajectory, domains)).grids.at(-1)
  if (!last || daysBetween(last.on, work.today) > carriedDays) return null
  const answers = definition.instruments.flatMap((instrument) =>
    instrument.items.flatMap((item) => {
      const count = domains.some(({ fact }) => fact === item.id) ? last.counts[item.id] : null
      return typeof count === 'number' ? [[fieldOf(instrument, item), String(count)] as const] : []
    }),
  )
  return answers.length > 0 ? { on: last.on, answers: Object.fromEntries(answers) } : null
}
