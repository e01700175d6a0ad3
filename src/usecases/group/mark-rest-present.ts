import { z } from 'zod'
import { insertMarks } from '#db/attendance-mark.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import { aboutPlace } from '#usecases/group/held-group.ts'
import { holdMarking } from '#usecases/group/held-marking.ts'
import { markRow, marksAt } from '#usecases/group/marks-at.ts'
import { command } from '#usecases/use-case.ts'

/** Everybody of whom nothing was said yet is here. What somebody said already, it leaves alone. */
export const markRestPresent = command({
  name: 'mark-rest-present',
  action: 'update',
  may: groupPolicy.hold,
  input: z.strictObject({ sessionId: z.uuid() }),
  async run(work, { sessionId }) {
    const { session, expected } = await holdMarking(work, sessionId)
    const marks = await marksAt(work, sessionId)
    const rest = session.state === 'held' ? [] : expected.filter(({ id }) => !marks.has(id))
    for (const place of rest) aboutPlace(work, place)
    await insertMarks(
      work.tx,
      rest.map(({ id }) => markRow(work, sessionId, id, { state: 'present', seen: 0, before: 0 })),
    )
    return { marked: rest.length }
  },
})
