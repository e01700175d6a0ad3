import type { GroupState } from '#domain/group/group.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type Refusal, refuse } from '#domain/refusal.ts'

export type GroupRules = NonNullable<ProgrammeDefinition['group']>

/** How many a group takes: as many as it was given, and never more than the definition allows (EV-F2 blocks). */
export const seatsOf = (rules: Pick<GroupRules, 'sizeMax'>, given: number | null): number =>
  Math.min(rules.sizeMax.value, given ?? rules.sizeMax.value)

export interface GroupNow {
  readonly state: GroupState
  /** Seats that this group was given; `null`: as many as the definition allows. */
  readonly seats: number | null
  readonly taken: number
  /** Sessions that were held. */
  readonly held: number
}

/** May somebody still come in? A closed group closes after a few sessions; an open one never does. */
export function mayComeIn(
  rules: Pick<GroupRules, 'sizeMax' | 'open' | 'closedAfterSession'>,
  { state, seats, taken, held }: GroupNow,
): true | Refusal<'group-not-open' | 'group-full' | 'group-closed'> {
  if (state !== 'recruiting' && state !== 'confirmed' && state !== 'running') return refuse('group-not-open')
  if (taken >= seatsOf(rules, seats)) return refuse('group-full')
  const last = rules.closedAfterSession?.value
  if (!rules.open.value && last !== undefined && held >= last) return refuse('group-closed')
  return true
}

export interface Readiness {
  readonly taken: number
  readonly facilitators: number
  /** Sessions that are planned or were held. */
  readonly sessions: number
  /** Somebody who answers for the programme lets it go on with fewer women than the method asks. */
  readonly smallAllowed: boolean
}

/** May the group be confirmed, and begin? GF-2: the right size, enough facilitators, every session planned. */
export function mayBegin(
  rules: Pick<GroupRules, 'sizeMin' | 'sizeMax' | 'facilitators' | 'sessions'>,
  { taken, facilitators, sessions, smallAllowed }: Readiness,
): true | Refusal<'group-few-facilitators' | 'group-sessions-missing' | 'group-too-small' | 'group-full'> {
  if (facilitators < rules.facilitators.value) return refuse('group-few-facilitators')
  if (sessions < (rules.sessions.value ?? 1)) return refuse('group-sessions-missing')
  if (taken > rules.sizeMax.value) return refuse('group-full')
  if (taken < rules.sizeMin.value && !smallAllowed) return refuse('group-too-small')
  return true
}
