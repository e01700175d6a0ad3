import {
  insertPersonRequestStep,
  lockPersonRequest,
  type PersonRequestRow,
  savePersonRequest,
} from '#db/person-request.ts'
import { readDay } from '#domain/day.ts'
import { type PersonRequestStep, stepPersonRequest } from '#domain/person-request/person-request.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import {
  type PersonAsked,
  personRequestFields,
  personRequestStepFields,
} from '#usecases/person-request/person-request-fields.ts'
import { type StepBook, writeRequestStep } from '#usecases/request/request-history.ts'

export const personRequestSteps: StepBook<PersonRequestStep | 'received' | 'extend'> = {
  insert: insertPersonRequestStep,
  fields: personRequestStepFields,
}

export const aboutPersonAsked = (work: Work, { person_id, member_id }: PersonRequestRow): void =>
  work.about({ person: person_id ?? member_id ?? [] })

export const askingOf = ({ right_code, subject }: PersonRequestRow) => ({ right: right_code, subject })

/** One request, held, its key loaded; whose file it is, if that is known, counts as somebody it was about. */
export async function holdPersonRequest(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<PersonRequestRow> {
  const row = await lockPersonRequest(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  if (row.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([id])
  aboutPersonAsked(work, row)
  return row
}

/** Takes a step of the table and writes it down; the table alone says where that leads. */
export async function takePersonRequestStep(
  work: Work,
  row: PersonRequestRow,
  step: PersonRequestStep,
  {
    code = null,
    words = null,
    changed = {},
  }: {
    readonly code?: string | null
    readonly words?: string | null
    readonly changed?: Partial<
      Pick<PersonRequestRow, 'person_id' | 'member_id' | 'copy_sealed' | 'words_sealed'>
    >
  } = {},
): Promise<{ id: string }> {
  const { actor, tx } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const standing = { state: row.state, approvedBy: row.approved_by }
  const next = stepPersonRequest(askingOf(row), standing, step, actor.memberId)
  if (isRefusal(next)) throw new Refused(next.refused)
  await savePersonRequest(tx, row, { ...changed, state: next.state, approved_by: [...next.approvedBy] })
  await writeRequestStep(work, personRequestSteps, { requestId: row.id, kind: step, code, words })
  return { id: row.id }
}

/** What she said when she asked; the request's key must be loaded. `null` if that was destroyed. */
export function openPersonAsked({ vault }: Work, row: PersonRequestRow): PersonAsked | null {
  const text = personRequestFields.open(vault, row.id, row.id, 'asked_sealed', row.asked_sealed)
  if (text === null) return null
  // Our own writing, validated on the way in; only the day needs its type back.
  const kept = JSON.parse(text) as Omit<PersonAsked, 'bornOn'> & { bornOn: string | null }
  return { ...kept, bornOn: kept.bornOn === null ? null : readDay(kept.bornOn) }
}
