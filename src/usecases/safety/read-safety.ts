import { z } from 'zod'
import { listConcernsOf } from '#db/concern.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { fullName } from '#domain/person/person.ts'
import { redFlagsOf } from '#domain/safety/red-flags.ts'
import { safetyPolicy } from '#domain/safety/safety-policy.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { concernOf } from '#usecases/concern/concern-view.ts'
import { NotFound } from '#usecases/failure.ts'
import { whyNotOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafetyFile } from '#usecases/safety/safety-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * All about her safety on one page, for who watches over trajectories. A worker finds her own concerns here, and what she
 * can write down; nothing that others wrote.
 */
export const readSafety = question({
  name: 'read-safety',
  may: safetyPolicy.open,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const definition = definitionOf(work, trajectory)
    const concerns = await listConcernsOf(tx, actor, trajectoryId)
    const seesAll = trajectoryPolicy.listCaseload(actor)
    return {
      trajectoryId,
      personId: trajectory.person_id,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      concerns: concerns.map((row) => concernOf(work, row)),
      /** What this programme asks about; empty where it asks nothing. */
      redFlags: redFlagsOf(definition).map(({ id, label, highest }) => ({ id, label, highest })),
      file: safetyPolicy.read(actor) ? await readSafetyFile(work, trajectory, definition) : null,
      /** Why her card may not be printed now; `null` if it may. */
      cardNotOnPaper: safetyPolicy.read(actor)
        ? await whyNotOnPaper(work, 'safety-card', trajectory.person_id)
        : null,
    }
  },
})
export type SafetyPage = Awaited<ReturnType<typeof readSafety>>
