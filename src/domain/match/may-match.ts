import { roomByPoints } from '#domain/match/caseload-points.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { HardCriterion, ProgrammeDefinition } from '#domain/programme/definition.ts'
import { closedGates, type GateStatus } from '#domain/worker/gates.ts'
import { matchable } from '#domain/worker/worker.ts'

/** Why a pair can't be, in the order in which they are looked at. */
export const blockCodes = [
  'not-ready',
  'other-programme',
  'gate-missing',
  'gate-expired',
  'full',
  'shared_language',
  'not_same_street',
  'not_same_place',
  'declined-before',
] as const
export type BlockCode = (typeof blockCodes)[number]

/** Something that stands between this woman and this worker, and who can mend it. */
export interface Block {
  readonly code: BlockCode
  /** The gate it is about, if it is one. */
  readonly gate?: GateStatus
  readonly mend: 'coordinator' | 'worker' | 'nobody'
}

/** What a person must ask because nobody wrote it down. */
export type Question = 'street-unknown' | 'place-unknown' | 'language-unknown' | 'known-to-her-network'

export interface Verdict {
  /** Empty: they may be matched. */
  readonly blocks: readonly Block[]
  readonly questions: readonly Question[]
}

/** How many more women this worker may have: her own number, within what the programme allows by number or by weight. */
export const roomOf = (definition: Pick<ProgrammeDefinition, 'worker'>, worker: Candidate): number =>
  Math.max(
    0,
    Math.min(
      Math.min(worker.capacity, definition.worker.caseloadMax?.value ?? worker.capacity) - worker.taken,
      roomByPoints(definition, worker.phasesTaken ?? []) ?? worker.capacity,
    ),
  )

/** May these two be matched today? All that stands in the way, so that a coordinator sees what to mend. */
export function mayMatch(definition: ProgrammeDefinition, woman: WaitingWoman, worker: Candidate): Verdict {
  const blocks: Block[] = []
  const questions: Question[] = []
  if (!matchable(worker.state)) blocks.push({ code: 'not-ready', mend: 'coordinator' })
  if (worker.programmes.length > 0 && !inFamily(definition, worker.programmes))
    blocks.push({ code: 'other-programme', mend: 'coordinator' })
  for (const gate of closedGates(worker.gates))
    blocks.push({
      code: gate.state === 'expired' ? 'gate-expired' : 'gate-missing',
      gate,
      // A VOG is asked for by her, the rest is arranged for her.
      mend: gate.kind === 'vog' ? 'worker' : 'coordinator',
    })
  if (roomOf(definition, worker) === 0) blocks.push({ code: 'full', mend: 'worker' })
  for (const { criterion } of definition.matching?.hard ?? []) {
    const verdict = hardRules[criterion](woman, worker)
    if (verdict === 'forbidden' && criterion !== 'not_known_to_her_network')
      blocks.push({ code: criterion, mend: 'nobody' })
    else if (verdict !== 'forbidden' && verdict !== 'allowed') questions.push(verdict)
  }
  if (worker.declinedBefore) blocks.push({ code: 'declined-before', mend: 'nobody' })
  return { blocks, questions }
}

/** A worker trained for a programme may work in its variants too. */
const inFamily = (definition: ProgrammeDefinition, programmes: readonly string[]): boolean =>
  programmes.includes(definition.id) ||
  (definition.variantOf !== null && programmes.includes(definition.variantOf))

type HardVerdict = 'allowed' | 'forbidden' | Question
const hardRules: Record<HardCriterion, (woman: WaitingWoman, worker: Candidate) => HardVerdict> = {
  shared_language: ({ languages }, worker) => {
    if (languages.length === 0 || worker.languages.length === 0) return 'language-unknown'
    return languages.some((code) => worker.languages.includes(code)) ? 'allowed' : 'forbidden'
  },
  not_same_street: ({ home }, { home: theirs }) => {
    if (home.street !== null && home.street === theirs.street) return 'forbidden'
    // Another district is another street.
    if (home.area !== null && theirs.area !== null && home.area !== theirs.area) return 'allowed'
    return home.street === null || theirs.street === null ? 'street-unknown' : 'allowed'
  },
  // A whole city is no reason; a village is, because there everyone knows whose door she came from.
  not_same_place: ({ home }, { home: theirs }) => {
    if (!home.spot || !theirs.spot) return 'place-unknown'
    return home.spot.small && home.spot.place === theirs.spot.place ? 'forbidden' : 'allowed'
  },
  not_known_to_her_network: () => 'known-to-her-network',
}
