import { json } from '#db/connection.ts'
import { insertOwnVersion, lockOwnVersion, type ProgrammeVersionRow } from '#db/programme-version.ts'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import { type KeptChange, mostChanges } from '#domain/programme/draft-change.ts'
import { stepVersion, type VersionState, type VersionStep } from '#domain/programme/programme-version.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'

export interface HeldDraft {
  readonly row: ProgrammeVersionRow
  readonly state: VersionState
  readonly memberId: string
}

/** Holds a version to take this step with it: there, as the form saw it, and in a state from which the step goes. */
export async function holdDraft(
  { tx, orgId, actor }: Work,
  { id, version }: { id: string; version: number },
  step: VersionStep,
): Promise<HeldDraft> {
  // What is made and decided has somebody who did; the policy lets only members in.
  if (actor.kind !== 'member') throw new Forbidden()
  const row = await lockOwnVersion(tx, orgId, id)
  if (!row) throw new NotFound()
  const state = stepVersion(row.state, step)
  if (isRefusal(state)) throw new Refused(state.refused)
  if (row.lock_version !== version) throw new Refused('changed-meanwhile')
  return { row, state, memberId: actor.memberId }
}

export type NewChange = Omit<KeptChange, 'by' | 'when'>

/** A version that begins to be made, with what it was copied from (as JSON) and the first line of what was done to it. */
export async function insertDraft(
  { tx, orgId, actor, now, newId }: Work,
  { definition, base, change }: { definition: ProgrammeDefinition; base: string | null; change: NewChange },
): Promise<string> {
  // What is made has somebody who did; the policy lets only members in.
  if (actor.kind !== 'member') throw new Forbidden()
  const id = newId()
  const made = await insertOwnVersion(tx, {
    org_id: orgId,
    id,
    programme_id: definition.id,
    version: definition.version,
    state: 'draft',
    definition: json(definition),
    base,
    changes: json([{ ...change, by: actor.memberId, when: now.toString() }]),
    checksum: null,
    made_by: actor.memberId,
    made_at: now,
    submitted_at: null,
    decided_by: null,
    decided_at: null,
    decided_why: null,
  })
  if (!made) throw new Refused('version-taken')
  return id
}

/** A draft's definition; `null` if what a definition may be has changed since, so that it can't be shown in forms. */
export const draftDefinition = (row: Pick<ProgrammeVersionRow, 'definition'>): ProgrammeDefinition | null =>
  programmeDefinition.safeParse(row.definition).data ?? null

/** Our own writing. */
export const changesOf = (row: Pick<ProgrammeVersionRow, 'changes'>): readonly KeptChange[] =>
  Array.isArray(row.changes) ? (row.changes as KeptChange[]) : []

export const withChange = (row: Pick<ProgrammeVersionRow, 'changes'>, change: KeptChange): string =>
  json([...changesOf(row), change].slice(-mostChanges))

/** Who made this version or changed something in it. */
export const handsOf = (row: Pick<ProgrammeVersionRow, 'changes' | 'made_by'>): (string | null)[] => [
  row.made_by,
  ...changesOf(row)
    .filter(({ what }) => what !== 'sent-back')
    .map(({ by }) => by),
]
