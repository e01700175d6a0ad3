import { z } from 'zod'
import { findContact } from '#db/contact.ts'
import { findLastOf, findLoneWords } from '#db/lone-visit.ts'
import { findNeverAlone } from '#db/never-alone.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { mayTake } from '#domain/contact/contact.ts'
import { loneVisitPolicy } from '#domain/lone-visit/lone-visit-policy.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** Before she goes in: to whom, whether two go there, and whether her programme asks that she says so. */
export const readGoingIn = question({
  name: 'read-going-in',
  may: loneVisitPolicy.go,
  input: z.strictObject({ contactId: z.uuid() }),
  async run(work, { contactId }) {
    const { tx, orgId, actor } = work
    const contact = await findContact(tx, actor, contactId)
    const trajectory = contact && (await findTrajectory(tx, actor, contact.trajectory_id))
    const workerId = actor.kind === 'member' ? actor.workerId : null
    if (!workerId || !trajectory) throw new NotFound()
    if (contact.worker_id !== workerId && trajectory.worker_id !== workerId) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const mother = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const running = await findLastOf(tx, actor, workerId)
    return {
      contactId,
      givenName: mother?.name.given ?? '—',
      home: contact.mode === 'home',
      open: mayTake(contact.state as 'planned', 'log-done'),
      asked: definitionOf(work, trajectory).safety.visitCheckIn.value,
      neverAlone: (await findNeverAlone(tx, orgId, trajectory.id))?.code ?? null,
      running: running !== undefined && running.ended_at === null,
      hasWords: (await findLoneWords(tx, orgId, workerId)) !== undefined,
    }
  },
})
export type GoingIn = Awaited<ReturnType<typeof readGoingIn>>
