import { z } from 'zod'
import { listShortlist } from '#db/match-shortlist.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { findWorker } from '#db/worker.ts'
import type { Day } from '#domain/day.ts'
import { matchPolicy } from '#domain/match/match-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { NotFound } from '#usecases/failure.ts'
import { shortlistFields } from '#usecases/match/match-fields.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

export interface Shortlisted {
  readonly workerId: string
  readonly name: string
  readonly note: string | null
  readonly since: Day
}

/** The names kept for a woman, with what was noted; for coordinators alone. */
export const showShortlist = question({
  name: 'show-shortlist',
  may: matchPolicy.decide,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }): Promise<Shortlisted[]> {
    const { tx, actor, orgId, vault } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    work.about({ trajectory: trajectoryId })
    const rows = await listShortlist(tx, orgId, trajectoryId)
    const workers = await Promise.all(rows.map((row) => findWorker(tx, actor, row.worker_id)))
    const people = await readPeople(
      work,
      workers.flatMap((worker) => worker?.person_id ?? []),
    )
    await vault.load([trajectory.person_id])
    return rows.map((row, at) => {
      const person = people.get(workers[at]?.person_id ?? '')
      return {
        workerId: row.worker_id,
        name: person ? fullName(person.name) : '—',
        note: shortlistFields.open(vault, trajectory.person_id, row.id, 'note_sealed', row.note_sealed),
        since: row.from_day,
      }
    })
  },
})
