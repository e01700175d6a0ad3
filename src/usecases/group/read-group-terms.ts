import { z } from 'zod'
import { findFacilitators } from '#db/group.ts'
import { listWorkerRows } from '#db/worker.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { matchable, workerStates } from '#domain/worker/worker.ts'
import { locationOf, titleOf } from '#usecases/group/group-fields.ts'
import { readHeldGroup } from '#usecases/group/held-group.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

const most = 500

/** What may be chosen when a group is planned or changed: programmes with groups, their rhythms, who can lead one. */
export const readGroupTerms = question({
  name: 'read-group-terms',
  may: groupPolicy.plan,
  input: z.strictObject({ groupId: z.uuid().nullable() }),
  async run(work, { groupId }) {
    const { tx, orgId, actor } = work
    const held = groupId === null ? null : await readHeldGroup(work, groupId)
    const leading = held ? await findFacilitators(tx, orgId, [held.group.id]) : []
    const rows = await listWorkerRows(tx, actor, { states: workerStates.filter(matchable), limit: most })
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    return {
      programmes: work.programmes.offered.flatMap(({ id, label, group }) =>
        group
          ? [
              {
                id,
                label,
                cadences: [...new Set([group.cadenceDays.value, ...(group.cadenceChoices?.value ?? [])])],
                sessions: group.sessions.value,
                facilitators: group.facilitators.value,
              },
            ]
          : [],
      ),
      workers: rows
        .map((row) => {
          const person = people.get(row.person_id)
          return { workerId: row.id, name: person ? fullName(person.name) : '—' }
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
      group: held && {
        id: held.group.id,
        version: held.group.version,
        title: titleOf(work, held.group),
        location: locationOf(work, held.group),
        facilitatorIds: leading.map((row) => row.worker_id),
      },
    }
  },
})
