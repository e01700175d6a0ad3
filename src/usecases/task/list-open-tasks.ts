import { z } from 'zod'
import { findOpenTasks } from '#db/task.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { taskPolicy } from '#domain/task/task-policy.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

export interface OpenTask {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly reasonCode: string
  readonly name: string | null
  readonly trajectoryId: string | null
  readonly referralId: string | null
  readonly dueOn: Day
  readonly late: boolean
  /** On her own list: she coordinates this trajectory. */
  readonly mine: boolean
}

const shown = 200

/** What a person must do because Naast may not or can't: own tasks first, then by the day they are due. */
export const listOpenTasks = question({
  name: 'list-open-tasks',
  may: taskPolicy.read,
  input: z.strictObject({}),
  async run(work): Promise<readonly OpenTask[]> {
    const rows = await findOpenTasks(work.tx, work.actor, shown)
    const people = await readPeople(
      work,
      rows.flatMap((row) => row.person_id ?? []),
    )
    const me = work.actor.kind === 'member' ? work.actor.memberId : null
    const tasks = rows.map((row): OpenTask => {
      const person = row.person_id ? people.get(row.person_id) : undefined
      return {
        id: row.id,
        version: row.version,
        kind: row.kind,
        reasonCode: row.reason_code,
        name: person ? fullName(person.name) : null,
        trajectoryId: row.trajectory_id,
        referralId: row.referral_id,
        dueOn: row.due_on,
        late: isBefore(row.due_on, work.today),
        mine: row.owner_id !== null && row.owner_id === me,
      }
    })
    return [...tasks.filter(({ mine }) => mine), ...tasks.filter(({ mine }) => !mine)]
  },
})
