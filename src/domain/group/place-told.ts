import { type Day, daysBetween } from '#domain/day.ts'
import type { GroupRules } from '#domain/group/group-size.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

/** How she may hear where the group meets: told to her face or ear, or by a message that passes the outbox. */
export const tellingWays = ['spoken', 'email', 'text'] as const
export type TellingWay = (typeof tellingWays)[number]
export type TellingRefusal =
  | 'group-place-unknown'
  | 'group-place-no-seat'
  | 'group-place-nothing-to-come'
  | 'group-place-too-early'

interface Asked {
  readonly placeKnown: boolean
  readonly hasSeat: boolean
  /** The session that comes next. */
  readonly nextOn: Day | null
}

/**
 * May she be told now? Only who has a seat, and only shortly before: what is told weeks ahead can be found, changed or
 * passed on (hazard H8, GF-8). How many days that is the programme says.
 */
export function mayTellPlace(
  { placeToldDays }: Pick<GroupRules, 'placeToldDays'>,
  { placeKnown, hasSeat, nextOn }: Asked,
  today: Day,
): true | Refusal<TellingRefusal> {
  if (!hasSeat) return refuse('group-place-no-seat')
  if (!placeKnown) return refuse('group-place-unknown')
  if (nextOn === null) return refuse('group-place-nothing-to-come')
  const ahead = daysBetween(today, nextOn)
  if (ahead < 0) return refuse('group-place-nothing-to-come')
  return placeToldDays && ahead > placeToldDays.value ? refuse('group-place-too-early') : true
}

/**
 * May this reader see where it is? Who plans the group wrote it down; who leads it sees it in the days in which the women
 * may hear it, and has nothing to give away before.
 */
export const seesPlace = (
  rules: Pick<GroupRules, 'placeToldDays'>,
  { plans, nextOn }: { readonly plans: boolean; readonly nextOn: Day | null },
  today: Day,
): boolean =>
  plans ||
  !rules.placeToldDays ||
  mayTellPlace(rules, { placeKnown: true, hasSeat: true, nextOn }, today) === true
