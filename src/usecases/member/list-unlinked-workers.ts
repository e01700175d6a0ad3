import { z } from 'zod'
import { findWorkersWithoutMember } from '#db/member.ts'
import { memberPolicy } from '#domain/member/member-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/** Workers who can't sign in yet, by name: an administrator who invites one says which worker she is. */
export const listUnlinkedWorkers = question({
  name: 'list-unlinked-workers',
  may: memberPolicy.invite,
  input: z.strictObject({}),
  async run(work) {
    const workers = await findWorkersWithoutMember(work.tx, work.orgId)
    const people = await readPeople(
      work,
      workers.map((worker) => worker.person_id),
    )
    return workers.flatMap((worker) => {
      const person = people.get(worker.person_id)
      return person && !person.erased ? [{ workerId: worker.id, name: fullName(person.name) }] : []
    })
  },
})
