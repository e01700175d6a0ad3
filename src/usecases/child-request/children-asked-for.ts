import { findChildrenBornOn } from '#db/child-request.ts'
import { fullName } from '#domain/person/person.ts'
import type { Asked } from '#usecases/child-request/child-request-fields.ts'
import type { Work } from '#usecases/context.ts'
import { readPeople } from '#usecases/person/person-file.ts'

/** Children born on the day that was named: the name is weighed by a human, as people write names in many ways. */
export async function childrenAskedFor(work: Work, asked: Asked) {
  const print = await work.vault.fingerprint('birth-day', asked.childBornOn.toString())
  const rows = await findChildrenBornOn(work.tx, work.orgId, print)
  const people = await readPeople(
    work,
    rows.map(({ child_id: id }) => id),
  )
  return rows.flatMap((row) => {
    const child = people.get(row.child_id)
    return child && !child.erased
      ? [
          {
            childId: row.child_id,
            trajectoryId: row.trajectory_id,
            motherId: row.person_id,
            name: fullName(child.name),
          },
        ]
      : []
  })
}
