import { json, type Tx } from '#db/connection.ts'

export interface Submission {
  orgId: string
  key: string
  actor: string
  useCase: string
  requestHash: Buffer
}

/** Claims the key for this submission. `null` if it is new; otherwise what the first submission was and gave. */
export async function claimSubmission(
  tx: Tx,
  submission: Submission,
  at: Temporal.Instant,
): Promise<{ useCase: string; requestHash: Buffer; result: unknown } | null> {
  const inserted = await tx
    .insertInto('idempotency')
    .values({
      org_id: submission.orgId,
      id: submission.key,
      actor: submission.actor,
      use_case: submission.useCase,
      request_hash: submission.requestHash,
      at,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'id', 'actor']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return null
  const first = await tx
    .selectFrom('idempotency')
    .select(['use_case', 'request_hash', 'result'])
    .where('org_id', '=', submission.orgId)
    .where('id', '=', submission.key)
    .where('actor', '=', submission.actor)
    .executeTakeFirstOrThrow()
  return { useCase: first.use_case, requestHash: first.request_hash, result: first.result }
}

export async function keepResult(tx: Tx, submission: Submission, result: unknown): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ result: json(result ?? null) })
    .where('org_id', '=', submission.orgId)
    .where('id', '=', submission.key)
    .where('actor', '=', submission.actor)
    .execute()
}
