import { z } from 'zod'
import { lockChildRequest } from '#db/child-request.ts'
import { takesAuthority } from '#domain/child-request/child-request.ts'
import { authorityKind } from '#domain/document/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { aboutChild } from '#usecases/child-request/held-child-request.ts'
import { documentInput, keepDocument } from '#usecases/document/keep-document.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { command } from '#usecases/use-case.ts'

/**
 * Keeps the paper by which somebody shows that he has authority over a child: with his request, under its key, and in no
 * file of hers or the child's.
 */
export const addAuthority = command({
  name: 'add-authority',
  action: 'create',
  may: documentPolicy.addAuthority,
  input: z.strictObject({ childRequestId: z.uuid(), ...documentInput }),
  async run(work, { childRequestId, name, file }) {
    const row = await lockChildRequest(work.tx, work.actor, childRequestId)
    if (!row) throw new NotFound()
    aboutChild(work, row)
    if (!takesAuthority(row.state)) throw new Refused('document-not-now')
    const of = { child_request_id: childRequestId }
    return keepDocument(work, { ownerId: childRequestId, kind: authorityKind, of, name, file })
  },
})
