import { insertMeldcodeEntry, type MeldcodeRow } from '#db/meldcode.ts'
import type { Day } from '#domain/day.ts'
import type { MeldcodeEntryKind, MeldcodeOrigin } from '#domain/meldcode/meldcode.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden } from '#usecases/failure.ts'
import { meldcodeEntryFields } from '#usecases/meldcode/meldcode-fields.ts'

/** From what it began, or what came to it later. */
export interface Origin {
  readonly from: MeldcodeOrigin
  readonly concernId?: string
  readonly reviewId?: string
  readonly kindcheckId?: string
}

interface Entry {
  readonly kind: MeldcodeEntryKind
  readonly code?: string | null
  readonly reason?: string | null
  readonly answers?: string[]
  /** Today unless said. */
  readonly on?: Day
  readonly until?: Day | null
  readonly memberId?: string
  readonly origin?: Origin
  readonly kindcheckId?: string | null
  readonly words?: string | null
}

/** Writes down one thing; who did it is whoever asks. The key of whose file it is, is loaded. */
export async function addEntry(
  work: Work,
  meldcode: Pick<MeldcodeRow, 'id' | 'person_id'>,
  { kind, code, reason, answers, on, until, memberId, origin, kindcheckId, words }: Entry,
): Promise<void> {
  if (work.actor.kind !== 'member') throw new Forbidden()
  const id = work.newId()
  await insertMeldcodeEntry(work.tx, {
    org_id: work.orgId,
    id,
    meldcode_id: meldcode.id,
    kind,
    code: code ?? null,
    reason_code: reason ?? null,
    answers: answers ?? null,
    on_day: on ?? work.today,
    until_day: until ?? null,
    member_id: memberId ?? null,
    concern_id: origin?.concernId ?? null,
    review_id: origin?.reviewId ?? null,
    kindcheck_id: kindcheckId ?? origin?.kindcheckId ?? null,
    words_sealed: meldcodeEntryFields.sealIf(work.vault, meldcode.person_id, id, 'words_sealed', words),
    taken_by: work.actor.memberId,
    taken_at: work.now,
  })
}
