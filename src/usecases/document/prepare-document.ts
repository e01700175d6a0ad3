import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { findDocumentRoom } from '#db/document.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { noRoomFor } from '#domain/document/document-limits.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { shownAnswers } from '#usecases/document/document-fields.ts'
import { Forbidden, NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** What the form for a document must know; also asked before a file is looked at, which costs more than a look here. */
export const prepareDocument = question({
  name: 'prepare-document',
  may: documentPolicy.add,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    if (actor.kind !== 'member') throw new Forbidden()
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const personId = trajectory.person_id
    const person = (await readPeople(work, [personId])).get(personId)
    const room = await findDocumentRoom(tx, orgId, { ownerId: personId, memberId: actor.memberId, today })
    const answers = documentPolicy.attach(actor) ? await findConsents(tx, orgId, personId, trajectoryId) : []
    return {
      trajectoryId,
      name: person ? (trajectoryPolicy.listCaseload(actor) ? fullName(person.name) : person.name.given) : '—',
      /** Why nothing can be added now, whatever it is. */
      inTheWay: person?.erased ? ('document-file-erased' as const) : noRoomFor(1, room),
      /** Her answers to which a signed paper may belong; none for who doesn't keep those. */
      answers: shownAnswers(answers.filter(({ superseded_at }) => superseded_at === null)),
    }
  },
})
export type PreparedDocument = Awaited<ReturnType<typeof prepareDocument>>
