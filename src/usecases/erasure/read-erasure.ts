import { z } from 'zod'
import { countFile, findErasure, findErasureScope, findRunning } from '#db/erasure.ts'
import { mayErase, mayStepErasure } from '#domain/erasure/erasure.ts'
import { erasurePolicy } from '#domain/erasure/erasure-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { isRefusal } from '#domain/refusal.ts'
import { aboutErasure, standingHolds } from '#usecases/erasure/held-erasure.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import { question } from '#usecases/use-case.ts'

/** What was asked, what would go and what would stay, and whether anything is in the way. */
export const readErasure = question({
  name: 'read-erasure',
  may: erasurePolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, actor, zone } = work
    const row = await findErasure(tx, actor, id)
    if (!row) throw new NotFound()
    aboutErasure(work, row)
    const open = row.state === 'asked'
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    const scope = await findErasureScope(tx, orgId, row.person_id)
    const holds = await standingHolds(work, scope.people)
    const names = await whoDid(work, [row.asked_by, ...(row.answered_by ? [row.answered_by] : [])])
    const may =
      open && erasurePolicy.decide(actor) && actor.kind === 'member'
        ? mayErase({ state: row.state, askedBy: row.asked_by }, actor.memberId, {
            holds: holds.length,
            ...(await findRunning(tx, orgId, scope)),
          })
        : null
    return {
      id,
      version: row.version,
      personId: row.person_id,
      trajectoryId: row.trajectory_id,
      /** `null` once it is gone. */
      name: person && !person.erased ? fullName(person.name) : null,
      state: row.state,
      reason: row.reason_code,
      ground: row.ground_code,
      askedBy: names.get(row.asked_by) ?? '—',
      askedOn: row.asked_at.toZonedDateTimeISO(zone).toPlainDate(),
      answeredBy: row.answered_by ? (names.get(row.answered_by) ?? '—') : null,
      answeredOn: row.answered_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
      answerCode: row.answer_code,
      files: row.files,
      goes: open ? await countFile(tx, orgId, scope) : null,
      /** Why the one who looks can't erase it now; `null` if she can, or if it isn't hers to decide. */
      inTheWay: isRefusal(may) ? may.refused : null,
      mayErase: may === true,
      mayRefuse: open && erasurePolicy.decide(actor),
      mayWithdraw: erasurePolicy.ask(actor) && mayStepErasure(row.state, 'withdraw'),
    }
  },
})
export type ErasurePage = Awaited<ReturnType<typeof readErasure>>
