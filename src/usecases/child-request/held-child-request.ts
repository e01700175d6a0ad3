import {
  type ChildRequestRow,
  insertChildRequestStep,
  lockChildRequest,
  saveChildRequest,
} from '#db/child-request.ts'
import { type ChildRequestStep, stepChildRequest } from '#domain/child-request/child-request.ts'
import { readDay } from '#domain/day.ts'
import { isRefusal } from '#domain/refusal.ts'
import {
  type Asked,
  childRequestFields,
  childRequestStepFields,
} from '#usecases/child-request/child-request-fields.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'
import { type StepBook, writeRequestStep } from '#usecases/request/request-history.ts'

/** One request, held, its key loaded; whose file it is, if that is known, counts as somebody it was about. */
export async function holdChildRequest(
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<ChildRequestRow> {
  const row = await lockChildRequest(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  if (row.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([id])
  aboutChild(work, row)
  return row
}

export function aboutChild(work: Work, row: ChildRequestRow): void {
  if (row.person_id) work.about({ person: row.person_id })
}

interface Taken {
  readonly code?: string | null
  readonly words?: string | null
  readonly changed?: Partial<Pick<ChildRequestRow, 'person_id' | 'trajectory_id' | 'words_sealed'>>
}

/** Takes a step of the table and writes it down; the table alone says where that leads. */
export async function takeChildRequestStep(
  work: Work,
  row: ChildRequestRow,
  step: ChildRequestStep,
  { code = null, words = null, changed = {} }: Taken = {},
): Promise<{ id: string }> {
  const { actor, tx } = work
  if (actor.kind !== 'member') throw new Forbidden()
  const next = stepChildRequest({ state: row.state, approvedBy: row.approved_by }, step, actor.memberId)
  if (isRefusal(next)) throw new Refused(next.refused)
  await saveChildRequest(tx, row, { ...changed, state: next.state, approved_by: [...next.approvedBy] })
  await writeStep(work, row.id, step, code, words)
  return { id: row.id }
}

export const childRequestSteps: StepBook<ChildRequestStep | 'received' | 'extend'> = {
  insert: insertChildRequestStep,
  fields: childRequestStepFields,
}

export const writeStep = (
  work: Work,
  requestId: string,
  kind: ChildRequestStep | 'received' | 'extend',
  code: string | null = null,
  words: string | null = null,
): Promise<void> => writeRequestStep(work, childRequestSteps, { requestId, kind, code, words })

/** What he said when he asked; the request's key must be loaded. `null` if that was destroyed. */
export function openAsked({ vault }: Work, row: ChildRequestRow): Asked | null {
  const text = childRequestFields.open(vault, row.id, row.id, 'asked_sealed', row.asked_sealed)
  if (text === null) return null
  // Our own writing, validated on the way in.
  const kept = JSON.parse(text) as Omit<Asked, 'childBornOn'> & { childBornOn: string }
  const childBornOn = readDay(kept.childBornOn)
  return childBornOn ? { ...kept, childBornOn } : null
}
