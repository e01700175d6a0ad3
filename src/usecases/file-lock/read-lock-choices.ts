import { z } from 'zod'
import { findMembers, findWorkersWithoutMember } from '#db/member.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { isBefore } from '#domain/day.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { actorId } from '#domain/member/actor.ts'
import { fullName } from '#domain/person/person.ts'
import { fileOf } from '#usecases/file-lock/file-of.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'
import { workerNames } from '#usecases/worker/worker-names.ts'

/** Whom she can be kept from: everybody who can sign in, who stands beside women without it, organisations around us. */
export const readLockChoices = question({
  name: 'read-lock-choices',
  may: fileLockPolicy.set,
  input: z.strictObject({ fileId: z.uuid() }),
  async run(work, { fileId }) {
    const { tx, orgId, actor, today } = work
    const personId = await fileOf(work, fileId)
    const person = (await readPeople(work, [personId])).get(personId)
    const members = (await findMembers(tx, orgId)).filter(
      ({ active_until }) => active_until === null || !isBefore(active_until, today),
    )
    const names = await whoDid(
      work,
      members.map(({ id }) => id),
    )
    const workers = await workerNames(
      work,
      (await findWorkersWithoutMember(tx, orgId)).map(({ id }) => id),
    )
    return {
      name: person ? fullName(person.name) : '—',
      members: members
        .filter(({ id }) => id !== actorId(actor))
        .map(({ id, roles }) => ({ id, name: names.get(id) ?? '—', roles })),
      workers: [...workers].map(([id, name]) => ({ id, name })),
      organisations: (await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => ({ id, name })),
    }
  },
})
export type LockChoices = Awaited<ReturnType<typeof readLockChoices>>
