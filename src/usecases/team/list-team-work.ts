import { z } from 'zod'
import { findTeamWork } from '#db/team.ts'
import { findWorkersByIds } from '#db/worker.ts'
import { fullName } from '#domain/person/person.ts'
import { teamPolicy } from '#domain/team/team-policy.ts'
import { Forbidden } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

const most = 300

/**
 * What the teams of this coach do: who is with the team, who stands beside her, when she was last seen. Only where the
 * programme lets a team see it, and her own. What stands in a file is not in it.
 */
export const listTeamWork = question({
  name: 'list-team-work',
  may: teamPolicy.seeWork,
  input: z.strictObject({}),
  async run(work) {
    const { tx, orgId, actor } = work
    const workerId = actor.kind === 'member' ? actor.workerId : null
    if (workerId === null) throw new Forbidden()
    const rows = await findTeamWork(tx, orgId, workerId, most)
    work.about({ trajectory: rows.map(({ id }) => id) })
    const workers = await findWorkersByIds(
      tx,
      orgId,
      rows.flatMap(({ worker_id }) => worker_id ?? []),
    )
    const people = await readPeople(work, [
      ...rows.map(({ person_id }) => person_id),
      ...workers.map(({ person_id }) => person_id),
    ])
    const nameOf = (personId: string | undefined) => {
      const person = personId === undefined ? undefined : people.get(personId)
      return person ? fullName(person.name) : null
    }
    return rows.map((row) => ({
      id: row.id,
      team: row.team,
      name: nameOf(row.person_id) ?? '—',
      state: row.state,
      mine: row.worker_id === workerId,
      worker: nameOf(workers.find(({ id }) => id === row.worker_id)?.person_id),
      lastContactOn: row.last_contact_on,
      nextContactOn: row.next_contact_on,
    }))
  },
})
