import { z } from 'zod'
import type { BornChild } from '#domain/pregnancy/pregnancy.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import { holdPregnancy } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { addChild } from '#usecases/intake/add-child.ts'
import { checkBirthDays, childrenInput } from '#usecases/pregnancy/born-children.ts'
import { childrenElsewhere, lockOthersOf, sayThereToo } from '#usecases/pregnancy/her-trajectories.ts'
import { readPregnancy, sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps a birth, on the day itself or later: one child or more, each with a file and a key of its own. The programme
 * goes by the first of them from now on, and what is planned moves along. A woman has one pregnancy: what another
 * trajectory of hers knows or expects is the same child, with one file.
 */
export const recordBirth = command({
  name: 'record-birth',
  action: 'update',
  may: trajectoryPolicy.changeCourse,
  input: z.strictObject({ trajectoryId: z.uuid(), version: versionInput, children: childrenInput }),
  async run(work, { trajectoryId, version, children }) {
    const others = await lockOthersOf(work, trajectoryId)
    const { trajectory, definition, pregnancy } = await holdPregnancy(
      work,
      trajectoryId,
      version,
      'record-birth',
    )
    checkBirthDays(children, pregnancy.dueOn, work.today)
    const known = [...(await childrenElsewhere(work, others))]
    const born: BornChild[] = []
    for (const { given, bornOn } of children) {
      const at = known.findIndex(({ on }) => on.equals(bornOn))
      const [same] = at < 0 ? [] : known.splice(at, 1)
      const childId =
        same?.childId ?? (await addChild(work, trajectory.person_id, { given, bornOn, dueOn: null }))
      if (childId) born.push({ childId, on: bornOn })
    }
    await sayOfPregnancy(work, trajectory, { kind: 'born', children: born })
    await replanCourse(work, trajectory, definition, { child_id: born[0]?.childId ?? null })
    // Where her other trajectories still expect a child, it is this one.
    for (const other of others)
      if (other.child_id === null && (await readPregnancy(work, other)).state === 'expecting')
        await sayThereToo(work, other, { kind: 'born', children: born })
    return { trajectoryId, children: born.length }
  },
})
