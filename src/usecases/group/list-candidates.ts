import { z } from 'zod'
import { listWithoutPlace } from '#db/group-place.ts'
import { daysBetween } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { candidateStates } from '#domain/group/may-be-candidate.ts'
import { fullName } from '#domain/person/person.ts'
import { groupStateOf } from '#usecases/group/group-states.ts'
import { readHeldGroup } from '#usecases/group/held-group.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

const most = 100

/** Women of this programme who may be prepared for this group, who waited longest first. */
export const listCandidates = question({
  name: 'list-candidates',
  may: groupPolicy.plan,
  input: z.strictObject({ groupId: z.uuid() }),
  async run(work, { groupId }) {
    const { group, definition } = await readHeldGroup(work, groupId)
    const rows = await listWithoutPlace(work.tx, work.actor, {
      programmeId: group.programme_id,
      states: candidateStates(definition),
      limit: most,
    })
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    work.about({ trajectory: rows.map((row) => row.id) })
    return {
      groupId,
      state: groupStateOf(group),
      women: rows.map((row) => {
        const person = people.get(row.person_id)
        return {
          trajectoryId: row.id,
          name: person ? fullName(person.name) : '—',
          languages: person?.languages ?? [],
          waitingDays: row.waiting_since ? daysBetween(row.waiting_since, work.today) : null,
        }
      }),
    }
  },
})
