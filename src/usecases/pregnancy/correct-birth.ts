import { z } from 'zod'
import type { BornChild, Pregnancy } from '#domain/pregnancy/pregnancy.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { versionInput } from '#domain/version.ts'
import type { Work } from '#usecases/context.ts'
import { holdPregnancy } from '#usecases/course/held-course.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { addChild } from '#usecases/intake/add-child.ts'
import { readPeople, rewritePerson } from '#usecases/person/person-file.ts'
import { checkBirthDays, childInput, mostChildren } from '#usecases/pregnancy/born-children.ts'
import { lockOthersOf, sayThereToo, withOneOf } from '#usecases/pregnancy/her-trajectories.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { command } from '#usecases/use-case.ts'

const correctedChild = childInput.extend({
  /** `null`: a child of the same birth that wasn't written down. */
  childId: z.uuid().nullable(),
})
type Corrected = z.output<typeof correctedChild>

/** Puts a day of birth or a name right, or adds a child of the same birth; none is left out. */
export const correctBirth = command({
  name: 'correct-birth',
  action: 'update',
  may: trajectoryPolicy.changeCourse,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    version: versionInput,
    children: z.array(correctedChild).min(1).max(mostChildren),
  }),
  async run(work, { trajectoryId, version, children }) {
    const others = await lockOthersOf(work, trajectoryId)
    const { trajectory, definition, pregnancy } = await holdPregnancy(
      work,
      trajectoryId,
      version,
      'correct-birth',
    )
    checkAllNamed(pregnancy, children)
    checkBirthDays(children, pregnancy.dueOn, work.today)
    const born: BornChild[] = []
    for (const child of children) {
      const childId = child.childId ?? (await addChild(work, trajectory.person_id, { ...child, dueOn: null }))
      if (child.childId) await putRight(work, child.childId, child)
      if (childId) born.push({ childId, on: child.bornOn })
    }
    await sayOfPregnancy(work, trajectory, { kind: 'corrected', children: born })
    await replanCourse(work, trajectory, definition)
    const known = pregnancy.children.map(({ childId }) => childId)
    for (const other of await withOneOf(work, others, known))
      await sayThereToo(work, other, { kind: 'corrected', children: born })
    return { trajectoryId, children: born.length }
  },
})

/** Every child that is known stands in the form once, and no other woman's. */
function checkAllNamed({ children: known }: Pregnancy, given: readonly Corrected[]): void {
  const ids = given.flatMap(({ childId }) => childId ?? [])
  const same = ids.length === known.length && known.every(({ childId }) => ids.includes(childId))
  if (!same) throw new Invalid({ children: 'not-valid' })
}

async function putRight(work: Work, childId: string, { given, bornOn }: Corrected): Promise<void> {
  const child = (await readPeople(work, [childId])).get(childId)
  if (!child || child.erased) throw new Refused('changed-meanwhile')
  const { name, phone, email, address, languages, interpreter } = child
  const data = {
    name: { ...name, given: given ?? name.given },
    birthDay: bornOn,
    phone,
    email,
    address,
    languages,
    interpreter,
  }
  if (!(await rewritePerson(work, child, data))) throw new Refused('changed-meanwhile')
}
