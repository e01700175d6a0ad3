import { z } from 'zod'
import { findBegun } from '#db/check-in.ts'
import { findWorker } from '#db/worker.ts'
import { type CheckInWay, motherWays, workerWays } from '#domain/check-in/check-in.ts'
import { momentCode } from '#domain/check-in/check-in-plan.ts'
import { checkInPolicy } from '#domain/check-in/check-in-policy.ts'
import { sides } from '#domain/match/match.ts'
import { fullName } from '#domain/person/person.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { gatherCheckIns } from '#usecases/check-in/gather-check-ins.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** Who is to be asked at one check-in, and how: for a mother how she may be reached, before her number. */
export const readCheckIn = question({
  name: 'read-check-in',
  may: checkInPolicy.list,
  input: z.strictObject({
    matchId: z.uuid(),
    side: z.enum(sides),
    moment: z.string().regex(momentCode, 'not-valid'),
  }),
  async run(work, { matchId, side, moment }) {
    const { tx, actor, today } = work
    const match = await findBegun(tx, actor, matchId)
    const worker = match && (await findWorker(tx, actor, match.worker_id))
    const [found] = match ? await gatherCheckIns(work, [match]) : []
    const one = found?.moments.find((planned) => planned.moment === moment)
    if (!match || !worker || !one || !found?.sides.includes(side)) throw new NotFound()
    work.about({ trajectory: match.trajectory_id, detail: { side } })
    const people = await readPeople(work, [match.person_id, worker.person_id])
    const nameOf = (personId: string) => {
      const person = people.get(personId)
      return person ? fullName(person.name) : '—'
    }
    const ofMother = side === 'mother'
    const safeContact = ofMother ? await readSafeContact(work, match.person_id) : null
    const herself = actor.kind === 'member' && actor.workerId === match.worker_id
    const ways: readonly CheckInWay[] = herself
      ? ['herself']
      : ofMother
        ? motherWays(safeContact, today)
        : workerWays
    return {
      matchId,
      trajectoryId: match.trajectory_id,
      week: one.week,
      on: one.on,
      name: nameOf(ofMother ? match.person_id : worker.person_id),
      worker: nameOf(worker.person_id),
      people: peopleOf(definitionOf(work, match)),
      personId: match.person_id,
      safeContact,
      phone: ofMother ? (people.get(match.person_id)?.phone ?? null) : null,
      ways,
    }
  },
})
export type CheckInToAsk = Awaited<ReturnType<typeof readCheckIn>>
