import type { SessionRow } from '#db/group-session.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import { partTimes } from '#domain/group/part-times.ts'
import { crecheShort } from '#domain/group/session-care.ts'

/** How a session is divided and what lies on the table, as its programme says; what nobody confirmed says so. */
export const sessionPlan = (rules: GroupRules, session: Pick<SessionRow, 'at_time'>) => ({
  parts: partTimes(rules.sessionParts, session.at_time).map(({ part, at }) => ({
    id: part.id,
    label: part.label,
    minutes: part.minutes.value,
    at,
    toConfirm: part.minutes.prov === 'to_confirm',
  })),
  handouts: rules.handouts.map(({ id, label, takeHome, prov }) => ({
    id,
    label,
    takeHome,
    toConfirm: prov === 'to_confirm',
  })),
})

/** Who looks after the children and who interprets, for so many children as come along. */
export const sessionCare = (session: SessionRow, children: number) => ({
  crechePlaces: session.creche_places,
  children,
  crecheShort: crecheShort(session.creche_places, children),
  interpreter: session.interpreter_language
    ? {
        language: session.interpreter_language,
        how: session.interpreter_how === 'phone' ? ('phone' as const) : ('in_person' as const),
        state: session.interpreter_state === 'arranged' ? ('arranged' as const) : ('wanted' as const),
      }
    : null,
})
