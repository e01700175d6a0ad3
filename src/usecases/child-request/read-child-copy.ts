import { z } from 'zod'
import { findChildRequest } from '#db/child-request.ts'
import { mayStepChildRequest } from '#domain/child-request/child-request.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { mustTellOfNobody } from '#usecases/child-request/child-copy.ts'
import { childRequestFields } from '#usecases/child-request/child-request-fields.ts'
import { aboutChild } from '#usecases/child-request/held-child-request.ts'
import { NotFound } from '#usecases/failure.ts'
import { leaveOnPaper } from '#usecases/paper/leave-on-paper.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { question } from '#usecases/use-case.ts'

/**
 * What is handed over: the child's first name and birth day, which he named himself, and what two people approved. There
 * is no such thing before they did. Looked through once more for anybody else.
 */
export const readChildCopy = question({
  name: 'read-child-copy',
  may: childRequestPolicy.read,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const row = await findChildRequest(work.tx, work.actor, id)
    if (!row?.person_id || !mayStepChildRequest(row.state, 'deliver')) throw new NotFound()
    aboutChild(work, row)
    await leaveOnPaper(work, 'child-copy', row.person_id)
    await work.vault.load([id])
    const text = childRequestFields.open(work.vault, id, id, 'words_sealed', row.words_sealed)
    const child = (await readPeople(work, [row.person_id])).get(row.person_id)
    if (text === null || !child || child.erased) throw new NotFound()
    await mustTellOfNobody(work, row, text)
    return { given: child.name.given, bornOn: child.birthDay, lines: text.split('\n') }
  },
})
