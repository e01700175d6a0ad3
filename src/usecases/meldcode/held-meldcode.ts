import { lockMeldcode, type MeldcodeRow } from '#db/meldcode.ts'
import { type MeldcodeState, type MeldcodeStep, meldcodeAfter } from '#domain/meldcode/meldcode.ts'
import { handles } from '#domain/meldcode/meldcode-policy.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Forbidden, NotFound, Refused } from '#usecases/failure.ts'

/** Keeps in the access log whose file this was. */
export const aboutMeldcode = (work: Work, row: Pick<MeldcodeRow, 'person_id' | 'trajectory_id'>): void =>
  work.about({ person: row.person_id, trajectory: row.trajectory_id })

interface Which {
  readonly id: string
  /** The version that was on the screen; `null` for what only adds. */
  readonly version: number | null
}

/** A meldcode that is going to be changed, held, with the key of whose file it is. */
export async function holdMeldcode(work: Work, { id, version }: Which): Promise<MeldcodeRow> {
  const row = await lockMeldcode(work.tx, work.actor, id)
  if (!row) throw new NotFound()
  aboutMeldcode(work, row)
  if (version !== null && row.version !== version) throw new Refused('changed-meanwhile')
  await work.vault.load([row.person_id])
  return row
}

/** The same, by who handles it or leads; who was only named reads, and may write down a step. */
export async function holdOwnMeldcode(work: Work, which: Which): Promise<MeldcodeRow> {
  const row = await holdMeldcode(work, { ...which, version: null })
  if (!handles(work.actor, row.handler_id)) throw new Forbidden()
  if (which.version !== null && row.version !== which.version) throw new Refused('changed-meanwhile')
  return row
}

export function stateAfter(row: Pick<MeldcodeRow, 'state'>, step: MeldcodeStep): MeldcodeState {
  const state = meldcodeAfter(row.state, step)
  if (isRefusal(state)) throw new Refused(state.refused)
  return state
}
