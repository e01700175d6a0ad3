import { z } from 'zod'
import { findCoordinators } from '#db/duties.ts'
import { findTrajectoryIdsOf } from '#db/lock-effects.ts'
import { findBarred } from '#db/lock-reach.ts'
import { fileLockPolicy } from '#domain/file-lock/file-lock-policy.ts'
import { againstKinds, mayLock, needsCoordinator } from '#domain/file-lock/lock-effects.ts'
import { fullName } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { fileOf } from '#usecases/file-lock/file-of.ts'
import { lockStanding } from '#usecases/file-lock/lock-standing.ts'
import { nameAgainst } from '#usecases/file-lock/name-against.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

export const againstInput = z.strictObject({ kind: z.enum(againstKinds), id: z.uuid() })

/** What a lock would do, before anybody sets it: nothing of it comes as a surprise. */
export const weighFileLock = question({
  name: 'weigh-file-lock',
  may: fileLockPolicy.set,
  input: z.strictObject({
    /** A trajectory or a referral of hers. */
    fileId: z.uuid(),
    against: againstInput,
  }),
  async run(work, { fileId, against }) {
    const { tx, orgId, today } = work
    const personId = await fileOf(work, fileId)
    const whose = await nameAgainst(work, against)
    const trajectoryIds = await findTrajectoryIdsOf(tx, orgId, personId)
    const standing = await lockStanding(work, { personId, trajectoryIds, against })
    const { behind, beside, tasks, messages } = standing
    const answer = mayLock(standing)
    const coordinators = await findCoordinators(tx, orgId, today)
    const barred = await findBarred(tx, orgId, coordinators, [personId])
    const able = coordinators.filter((id) => !barred.has(id) && !behind.members.includes(id))
    const names = needsCoordinator(standing) ? await whoDid(work, able) : new Map<string, string>()
    const person = (await readPeople(work, [personId])).get(personId)
    return {
      name: person ? fullName(person.name) : '—',
      against: { ...against, name: whose },
      stops: isRefusal(answer) ? answer.refused : null,
      accounts: behind.members.length,
      systems: behind.services.length,
      /** Somebody else takes her over; one of these. */
      coordinators: needsCoordinator(standing)
        ? able.map((id) => ({ id, name: names.get(id) ?? '—' }))
        : null,
      beside: beside.some(({ running }) => running)
        ? ('runs' as const)
        : beside.length > 0
          ? ('proposed' as const)
          : null,
      tasks,
      messages,
    }
  },
})
export type LockWeighing = Awaited<ReturnType<typeof weighFileLock>>
