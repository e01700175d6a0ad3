import { z } from 'zod'
import { findConsents } from '#db/consent.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { documentKinds } from '#domain/document/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { documentInput, keepDocument } from '#usecases/document/keep-document.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

/** Puts a document in a woman's file. Whoever attaches it to an answer of hers must be one who keeps those. */
export const addDocument = command({
  name: 'add-document',
  action: 'create',
  may: documentPolicy.add,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    kind: z.enum(documentKinds, 'choose-one'),
    consentId: z.uuid().nullable().default(null),
    ...documentInput,
  }),
  async run(work, { trajectoryId, kind, consentId, name, file }) {
    const { tx, orgId, actor } = work
    const trajectory = await lockTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const personId = trajectory.person_id
    if ((await readPeople(work, [personId])).get(personId)?.erased) throw new Refused('document-file-erased')
    if (consentId !== null) {
      if (kind !== 'signed_consent') throw new Invalid({ consentId: 'document-consent-of-other-kind' })
      const answers = documentPolicy.attach(actor)
        ? await findConsents(tx, orgId, personId, trajectoryId)
        : []
      if (!answers.some(({ id }) => id === consentId)) throw new NotFound()
    }
    const of = { person_id: personId, trajectory_id: trajectoryId, consent_id: consentId }
    return keepDocument(work, { ownerId: personId, kind, of, name, file })
  },
})
