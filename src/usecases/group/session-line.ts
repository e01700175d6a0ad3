import type { Selectable } from 'kysely'
import type { AttendanceRow, SessionRow } from '#db/group-session.ts'
import type { SessionFacilitatorTable } from '#db/tables.ts'
import { cancelReasons, themeOutcomes } from '#domain/group/session.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { sessionStateOf } from '#usecases/group/group-states.ts'

interface Kept {
  readonly attendance: readonly AttendanceRow[]
  readonly present: readonly Selectable<SessionFacilitatorTable>[]
}

/** One session as a list shows it: how many were there, and what went otherwise than planned. */
export function sessionLine(
  definition: Pick<ProgrammeDefinition, 'group'>,
  row: SessionRow,
  { attendance, present }: Kept,
) {
  const hers = attendance.filter(({ session_id }) => session_id === row.id)
  const count = (state: string) => hers.filter((one) => one.state === state).length
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    state: sessionStateOf(row),
    theme: themeOf(definition, row),
    on: row.on_day,
    at: row.at_time,
    minutes: row.minutes,
    themeOutcome: themeOutcomes.find((outcome) => outcome === row.theme_outcome) ?? null,
    cancelCode: cancelReasons.find((reason) => reason === row.cancel_code) ?? null,
    present: count('present'),
    absentNotified: count('absent_notified'),
    absentUnnotified: count('absent_unnotified'),
    facilitators: present.filter(({ session_id, state }) => session_id === row.id && state === 'present')
      .length,
  }
}
export type SessionLine = ReturnType<typeof sessionLine>

export const themeOf = ({ group }: Pick<ProgrammeDefinition, 'group'>, row: Pick<SessionRow, 'theme'>) =>
  group?.sessionPlan.find(({ id }) => id === row.theme)?.label ?? null
