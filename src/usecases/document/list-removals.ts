import { z } from 'zod'
import { listRemovals as findRemovals } from '#db/document.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { question } from '#usecases/use-case.ts'

const most = 100

/** Documents that somebody asked to take out, without whose they are. */
export const listRemovals = question({
  name: 'list-removals',
  may: documentPolicy.decideRemoval,
  input: z.strictObject({}),
  run: async ({ tx, actor, zone }) =>
    (await findRemovals(tx, actor, most)).map((row) => ({
      id: row.id,
      kind: row.kind,
      reason: row.removal_reason,
      askedOn: row.removal_asked_at?.toZonedDateTimeISO(zone).toPlainDate() ?? null,
    })),
})
