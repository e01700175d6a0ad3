import type { Tx } from '#db/connection.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'
import { whoDid } from '#usecases/signal/who-did.ts'
import type { Vault } from '#usecases/vault.ts'

/** A step of a request as it is kept: who took it, when, and words sealed under the request's own key. */
interface StepRow<Kind extends string> {
  readonly org_id: string
  readonly id: string
  readonly request_id: string
  readonly kind: Kind
  readonly code: string | null
  readonly words_sealed: Buffer | null
  readonly taken_by: string
  readonly taken_at: Temporal.Instant
}

/** Where the steps of one kind of request are kept. */
export interface StepBook<Kind extends string> {
  readonly insert: (tx: Tx, row: StepRow<Kind>) => Promise<void>
  readonly fields: {
    sealIf(
      vault: Vault,
      owner: string,
      row: string,
      column: 'words_sealed',
      text: string | null,
    ): Buffer | null
    open(
      vault: Vault,
      owner: string,
      row: string,
      column: 'words_sealed',
      sealed: Buffer | null,
    ): string | null
  }
}

/** Writes down that somebody took a step; the request's key must be loaded. */
export async function writeRequestStep<Kind extends string>(
  work: Work,
  book: StepBook<Kind>,
  {
    requestId,
    kind,
    code = null,
    words = null,
  }: {
    readonly requestId: string
    readonly kind: Kind
    readonly code?: string | null
    readonly words?: string | null
  },
): Promise<void> {
  const { tx, orgId, actor, now, vault } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const id = work.newId()
  await book.insert(tx, {
    org_id: orgId,
    id,
    request_id: requestId,
    kind,
    code,
    words_sealed: book.fields.sealIf(vault, requestId, id, 'words_sealed', words),
    taken_by: actor.memberId,
    taken_at: now,
  })
  work.about({ detail: { step: kind } })
}

/** What was done with a request, with who did it; the request's key must be loaded. */
export async function openRequestSteps<Kind extends string>(
  work: Work,
  { fields }: StepBook<Kind>,
  rows: readonly StepRow<Kind>[],
) {
  const names = await whoDid(
    work,
    rows.map((row) => row.taken_by),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    by: names.get(row.taken_by) ?? null,
    on: row.taken_at.toZonedDateTimeISO(work.zone).toPlainDate(),
    words: fields.open(work.vault, row.request_id, row.id, 'words_sealed', row.words_sealed),
  }))
}
