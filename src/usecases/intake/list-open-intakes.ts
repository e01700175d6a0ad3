import { z } from 'zod'
import { findOpenIntakes } from '#db/trajectory.ts'
import { isBefore } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

const most = 100

/** Who waits for her intake, and by which day the programme wants it done (counted from the referral). */
export const listOpenIntakes = question({
  name: 'list-open-intakes',
  may: trajectoryPolicy.doIntake,
  input: z.strictObject({}),
  async run(work) {
    const rows = await findOpenIntakes(work.tx, work.actor, most)
    work.about({ trajectory: rows.map((row) => row.id) })
    const people = await readPeople(
      work,
      rows.map((row) => row.person_id),
    )
    return rows.map((row) => {
      const person = people.get(row.person_id)
      const dueOn = row.received_on.add({ days: definitionOf(work, row).referral.intakeDays.value })
      return {
        trajectoryId: row.id,
        name: person ? fullName(person.name) : '—',
        dueOn,
        late: isBefore(dueOn, work.today),
      }
    })
  },
})
