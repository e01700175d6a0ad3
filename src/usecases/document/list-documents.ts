import { z } from 'zod'
import { listDocumentsOf } from '#db/document.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { shownDocuments } from '#usecases/document/document-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { question } from '#usecases/use-case.ts'

/** What is in her file on paper, as far as this reader may see it; what is in one, only `open-document` gives. */
export const listDocuments = question({
  name: 'list-documents',
  may: documentPolicy.list,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const person = (await readPeople(work, [trajectory.person_id])).get(trajectory.person_id)
    const seesAll = trajectoryPolicy.listCaseload(actor)
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      seesAll,
      mayAdd: documentPolicy.add(actor) && person?.erased !== true,
      documents: await shownDocuments(work, await listDocumentsOf(tx, actor, { trajectoryId })),
    }
  },
})
export type DocumentList = Awaited<ReturnType<typeof listDocuments>>
