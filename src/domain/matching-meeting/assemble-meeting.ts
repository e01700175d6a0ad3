import { type BlockCode, blockCodes } from '#domain/match/may-match.ts'
import { type Assembled, assemble } from '#domain/match/solver/assemble.ts'
import { type Urgency, urgencies } from '#domain/match/urgency.ts'
import type { Decisions } from '#domain/matching-meeting/decisions.ts'
import type { KeptPair } from '#domain/matching-meeting/kept-plan.ts'
import {
  firstBlock,
  type MeetingMother,
  type MeetingPeople,
  placesLeft,
  scorePair,
} from '#domain/matching-meeting/meeting-people.ts'

/** What is said of every sealed rule stands among the codes already; no other is sealed. */
const rules = blockCodes.map((code) => ({ code, sealed: code === 'not-possible' }))

export interface AssembledMeeting extends Assembled {
  readonly places: ReadonlyMap<string, number>
  /** Pins that hold today: a rule that came since, or a place that went, sets one aside. */
  readonly pins: ReadonlyMap<string, string>
}

/** The most urgent in the highest tier. */
export const tierOf = (urgency: Urgency): number => urgencies.length - 1 - urgencies.indexOf(urgency)

/** The people and decisions of a meeting as a question for the solver. `current`: the plan that was kept last. */
export function assembleMeeting(
  people: MeetingPeople,
  decisions: Decisions,
  current: readonly KeptPair[],
): AssembledMeeting {
  const mothers = people.women.filter(({ id }) => !decisions.leftOut.has(id))
  const workers = people.workerIds.map((id) => ({ id }))
  const places = new Map(people.workerIds.map((id) => [id, placesLeft(people, decisions, id)]))
  const motherOf = new Map(mothers.map((one) => [one.id, one]))
  const known = ([woman, worker]: KeptPair): boolean => motherOf.has(woman) && places.has(worker)
  const firstOf = lastAsked((mother: MeetingMother, workerId: string) =>
    codeOf(people, decisions, mother, workerId),
  )
  const forbids = decisions.forbids
    .map((one): KeptPair => [one.trajectoryId, one.workerId])
    .filter((pair) => known(pair))
  const pins = pinsThatHold(decisions, places, (woman, worker) => {
    const mother = motherOf.get(woman)
    return (
      mother !== undefined &&
      places.has(worker) &&
      codeOf(people, decisions, mother, worker) === null &&
      !forbids.some(([a, b]) => a === woman && b === worker)
    )
  })
  const assembled = assemble({
    mothers,
    workers,
    rules: rules.map((rule) => ({
      ...rule,
      forbids: (mother: MeetingMother, worker: { id: string }) => firstOf(mother, worker.id) === rule.code,
    })),
    score: (mother, worker) => scorePair(people, mother, worker.id),
    capacity: (worker) => places.get(worker.id) ?? 0,
    tier: ({ urgency }) => tierOf(urgency),
    current: current.filter((pair) => known(pair)),
    pins: [...pins],
    forbids,
    ...(people.near ? { near: nearOf(people.near, pins) } : {}),
  })
  return { ...assembled, places, pins }
}

/** Those to be weighed for her, and whom a person pinned to her from wherever she is. */
const nearOf = (near: NonNullable<MeetingPeople['near']>, pins: ReadonlyMap<string, string>) => ({
  workers: (mother: MeetingMother) =>
    [...new Set([...near(mother), ...[pins.get(mother.id) ?? []].flat()])].map((id) => ({ id })),
  elsewhere: { code: 'not-near', sealed: false },
})

const codeOf = (
  people: MeetingPeople,
  decisions: Decisions,
  mother: MeetingMother,
  workerId: string,
): BlockCode | null => firstBlock(people, decisions, mother, workerId)?.code ?? null

/** Each rule asks for the same pair in turn; it is looked at once. */
function lastAsked<Code>(look: (mother: MeetingMother, workerId: string) => Code) {
  let last: { mother: MeetingMother; workerId: string; code: Code } | null = null
  return (mother: MeetingMother, workerId: string): Code => {
    if (last?.mother !== mother || last.workerId !== workerId)
      last = { mother, workerId, code: look(mother, workerId) }
    return last.code
  }
}

function pinsThatHold(
  { pins }: Decisions,
  places: ReadonlyMap<string, number>,
  possible: (woman: string, worker: string) => boolean,
): Map<string, string> {
  const left = new Map(places)
  const held = new Map<string, string>()
  for (const { trajectoryId, workerId } of pins) {
    const free = left.get(workerId) ?? 0
    if (free < 1 || held.has(trajectoryId) || !possible(trajectoryId, workerId)) continue
    left.set(workerId, free - 1)
    held.set(trajectoryId, workerId)
  }
  return held
}
