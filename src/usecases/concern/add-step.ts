import { type ConcernRow, insertConcernStep } from '#db/concern.ts'
import type { ConcernStepKind } from '#domain/concern/concern.ts'
import { actorId } from '#domain/member/actor.ts'
import { concernStepFields } from '#usecases/concern/concern-fields.ts'
import type { Work } from '#usecases/context.ts'

interface Step {
  readonly kind: ConcernStepKind
  readonly code?: string
  readonly words?: string | null
  readonly asked?: { readonly memberId: string; readonly messageId: string | null }
}

/** Writes down one step of a concern's way. The key of her file is loaded. */
export async function addStep(
  work: Work,
  concern: Pick<ConcernRow, 'id' | 'person_id'>,
  { kind, code, words, asked }: Step,
): Promise<void> {
  const id = work.newId()
  await insertConcernStep(work.tx, {
    org_id: work.orgId,
    id,
    concern_id: concern.id,
    kind,
    code: code ?? null,
    taken_by: work.actor.kind === 'member' ? actorId(work.actor) : null,
    asked_id: asked?.memberId ?? null,
    message_id: asked?.messageId ?? null,
    words_sealed: concernStepFields.sealIf(work.vault, concern.person_id, id, 'words_sealed', words),
    taken_at: work.now,
  })
}
