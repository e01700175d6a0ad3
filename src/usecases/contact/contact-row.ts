import type { ContactRow } from '#db/contact.ts'
import { type ContactState, cancellers, contactStates } from '#domain/contact/contact.ts'
import type { Window } from '#domain/contact/owed-window.ts'
import { type ContactMode, contactModes } from '#domain/programme/definition.ts'

const member = <const Value extends string>(values: readonly Value[], text: string, name: string): Value => {
  const found = values.find((value) => value === text)
  if (!found) throw new Error(`A contact row has an unknown ${name}.`)
  return found
}

export const contactStateOf = (text: string): ContactState => member(contactStates, text, 'state')
export const modeOf = (text: string): ContactMode => member(contactModes, text, 'mode')

/** The columns that say how a contact stands; what was written about it is opened apart. */
type Described = Omit<
  ContactRow,
  | 'org_id'
  | 'trajectory_id'
  | 'went_sealed'
  | 'next_sealed'
  | 'logged_by'
  | 'logged_at'
  | 'replaces_id'
  | 'outside_reason'
  | 'skip_reason'
  | 'confirmed_on'
  | 'sheet_id'
  | 'sheet_version'
>

/** A contact row in the domain's own words. The table was only ever written through the state table. */
export const contactOf = (row: Described) => ({
  id: row.id,
  number: row.number,
  state: contactStateOf(row.state),
  origin: row.origin,
  mode: modeOf(row.mode),
  phase: row.phase,
  dueFrom: row.due_from,
  dueUntil: row.due_until,
  plannedOn: row.planned_on,
  /** `HH:MM` */
  plannedAt: row.planned_at?.slice(0, 5) ?? null,
  doneOn: row.done_on,
  minutes: row.minutes,
  cancelledBy: row.cancelled_by === null ? null : member(cancellers, row.cancelled_by, 'canceller'),
  talkSheet: row.talk_sheet,
  workerId: row.worker_id,
  version: row.version,
})
export type Contact = ReturnType<typeof contactOf>

export const windowOf = (row: Pick<ContactRow, 'due_from' | 'due_until'>): Window => ({
  dueFrom: row.due_from,
  dueUntil: row.due_until,
})
