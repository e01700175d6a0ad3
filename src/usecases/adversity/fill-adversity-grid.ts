import { z } from 'zod'
import { insertGrid } from '#db/adversity-grid.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { gridDomains, isWrong, readCounts } from '#domain/adversity/adversity-grid.ts'
import { optionalText } from '#domain/person/person.ts'
import { planPolicy } from '#domain/plan/plan-policy.ts'
import { gridFields } from '#usecases/adversity/grid-fields.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { command } from '#usecases/use-case.ts'

/** Keeps how much goes on now in each domain of her life, as she and her coach see it together. */
export const fillAdversityGrid = command({
  name: 'fill-adversity-grid',
  action: 'create',
  may: planPolicy.write,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** By the domain's fact, as chosen; a domain that is left out is not known. */
    counts: z.record(z.string().max(60), z.string().max(10)),
    words: optionalText(2000),
  }),
  async run(work, { trajectoryId, counts: given, words }) {
    const { tx, orgId, actor, vault } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.adversityGrid) throw new NotFound()
    aboutTrajectory(work, trajectory)
    if (trajectory.state === 'closed') throw new Refused('not-from-this-state')
    const counts = readCounts(gridDomains(definition, trajectory.quiet_since !== null), given)
    if (counts === 'empty') throw new Refused('grid-empty')
    if (isWrong(counts)) throw new Invalid(counts.wrong)
    await vault.load([trajectory.person_id])
    const id = work.newId()
    const kept = JSON.stringify({ counts, words })
    await insertGrid(tx, {
      org_id: orgId,
      id,
      trajectory_id: trajectoryId,
      filled_on: work.today,
      answers_sealed: gridFields.seal(vault, trajectory.person_id, id, 'answers_sealed', kept),
      filled_by: actor.memberId,
      filled_at: work.now,
    })
    return { gridId: id }
  },
})
