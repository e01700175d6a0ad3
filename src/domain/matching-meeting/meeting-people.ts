import type { Criterion } from '#domain/match/criterion.ts'
import type { Question } from '#domain/match/hard-rules.ts'
import { type Block, mayMatch, roomOf } from '#domain/match/may-match.ts'
import { scoreOf, weigh } from '#domain/match/propose.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { Urgency } from '#domain/match/urgency.ts'
import type { Decisions } from '#domain/matching-meeting/decisions.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'

/** A woman who waits, as a meeting plans for her: by the definition that she waits under, with the meeting's weights. */
export interface MeetingMother {
  /** Her trajectory. */
  readonly id: string
  readonly urgency: Urgency
  readonly definition: ProgrammeDefinition
  readonly woman: WaitingWoman
}

/** Everybody of a meeting. */
export interface MeetingPeople {
  readonly women: readonly MeetingMother[]
  readonly workerIds: readonly string[]
  /** The worker as this woman's programme looks at her. */
  readonly candidate: (woman: MeetingMother, workerId: string) => Candidate
  /** Whom to weigh for her, where there are too many to weigh everybody. */
  readonly near?: (woman: MeetingMother) => readonly string[]
}

/** As she counts in a meeting: with the places that were set there, if they were. */
function inMeeting(candidate: Candidate, { places }: Pick<Decisions, 'places'>): Candidate {
  const set = places.get(candidate.workerId)
  return set ? { ...candidate, capacity: set.places } : candidate
}

/**
 * What stands in the way of a pair first, leaving aside that she has no place left herself: how many places she has is
 * what a meeting is about, and the plan keeps to them.
 */
export function firstBlock(
  people: MeetingPeople,
  decisions: Decisions,
  mother: MeetingMother,
  workerId: string,
): Block | null {
  const candidate = inMeeting(people.candidate(mother, workerId), decisions)
  const roomy =
    candidate.capacity > candidate.taken ? candidate : { ...candidate, capacity: candidate.taken + 1 }
  return mayMatch(mother.definition, mother.woman, roomy).blocks[0] ?? null
}

/**
 * Places she has in this plan. Where the programmes of those who wait allow her different numbers, the lowest of those
 * that allow any: so no order of filling them can be too much for one of them.
 */
export function placesLeft(
  people: MeetingPeople,
  decisions: Pick<Decisions, 'places'>,
  workerId: string,
  /** If she had so many more. */
  more = 0,
): number {
  let least: number | null = null
  for (const mother of onePerProgramme(people)) {
    const candidate = inMeeting(people.candidate(mother, workerId), decisions)
    const capacity = Math.max(candidate.capacity, more && candidate.taken) + more
    const room = roomOf(mother.definition, { ...candidate, capacity })
    if (room > 0) least = Math.min(least ?? room, room)
  }
  return least ?? 0
}

/** The most women that she could have at the same time by the rules of those programmes, whatever she says herself. */
export function mostPlaces(people: MeetingPeople, workerId: string): number {
  let most = 0
  for (const mother of onePerProgramme(people)) {
    const candidate = people.candidate(mother, workerId)
    const room = roomOf(mother.definition, { ...candidate, capacity: ceiling })
    most = Math.max(most, candidate.taken + room)
  }
  return Math.min(most, ceiling)
}
const ceiling = 99

/** One woman for each definition: for what differs by programme only. */
function onePerProgramme({ women }: MeetingPeople): Iterable<MeetingMother> {
  return new Map(women.map((woman) => [woman.definition, woman])).values()
}

export interface PairWeighed {
  readonly score: number
  readonly criteria: readonly Criterion[]
  readonly questions: readonly Question[]
}

/** How well a pair fits, with the meeting's weights, and what must be asked first. */
export function weighPair(people: MeetingPeople, mother: MeetingMother, workerId: string): PairWeighed {
  const candidate = people.candidate(mother, workerId)
  const criteria = weigh(mother.definition, mother.woman, candidate)
  return {
    score: scoreOf(criteria),
    criteria,
    questions: mayMatch(mother.definition, mother.woman, candidate).questions,
  }
}

export const scorePair = (people: MeetingPeople, mother: MeetingMother, workerId: string): number =>
  scoreOf(weigh(mother.definition, mother.woman, people.candidate(mother, workerId)))
