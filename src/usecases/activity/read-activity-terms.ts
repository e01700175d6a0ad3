import { z } from 'zod'
import { listWorkerRows } from '#db/worker.ts'
import { offersActivities } from '#domain/activity/activity.ts'
import { activityPolicy } from '#domain/activity/activity-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { matchable, workerStates } from '#domain/worker/worker.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

const most = 500

/** What may be chosen when an activity is planned: programmes that have them, their subjects, and who can lead one. */
export const readActivityTerms = question({
  name: 'read-activity-terms',
  may: activityPolicy.plan,
  input: z.strictObject({}),
  async run(work) {
    const rows = await listWorkerRows(work.tx, work.actor, {
      states: workerStates.filter(matchable),
      limit: most,
    })
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    return {
      programmes: work.programmes.offered
        .filter(offersActivities)
        .map(({ id, label, group }) => ({ id, label, themes: group?.sessionPlan ?? [] })),
      workers: rows
        .map((row) => {
          const person = people.get(row.person_id)
          return { workerId: row.id, name: person ? fullName(person.name) : '—' }
        })
        .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    }
  },
})
