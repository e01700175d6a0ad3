import type { Day } from '#domain/day.ts'
import { hardRules, type Question } from '#domain/match/hard-rules.ts'
import { roomByPoints } from '#domain/match/load.ts'
import type { Candidate, WaitingWoman } from '#domain/match/sides.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { closedGates, type GateStatus, gateMends } from '#domain/worker/gates.ts'
import { matchable } from '#domain/worker/worker.ts'

/** Why a pair can't be, in the order in which they are looked at. */
export const blockCodes = [
  'not-ready',
  'away',
  'phone-only',
  'other-programme',
  'gate-missing',
  'gate-expired',
  'full',
  'overload',
  'shared_language',
  'not_same_street',
  'not_same_place',
  'home_fit',
  'not-possible',
  'ask-lead',
  'declined-before',
] as const
export type BlockCode = (typeof blockCodes)[number]

/** Something that stands between this woman and this worker, and who can mend it. */
export interface Block {
  readonly code: BlockCode
  /** The gate it is about, if it is one. */
  readonly gate?: GateStatus
  /** Until when it is so, if that is known. */
  readonly until?: Day
  readonly mend: 'coordinator' | 'worker' | 'manager' | 'lead' | 'nobody'
}

export interface Verdict {
  /** Empty: they may be matched. */
  readonly blocks: readonly Block[]
  readonly questions: readonly Question[]
}

type Room = Pick<Candidate, 'taken' | 'womenTaken'>

/** How many more women this worker may have: her own number, within what the programme allows by number or by weight. */
export const roomOf = (
  definition: Pick<ProgrammeDefinition, 'worker' | 'safety'>,
  worker: Room & Pick<Candidate, 'capacity'>,
): number => Math.max(0, Math.min(worker.capacity - worker.taken, roomAllowed(definition, worker)))

/** What the programme itself still allows her: a stop before it is too much, whatever number she wants. */
const roomAllowed = (
  definition: Pick<ProgrammeDefinition, 'worker' | 'safety'>,
  { taken, womenTaken = [] }: Room,
): number =>
  Math.min(
    (definition.worker.caseloadMax?.value ?? Number.POSITIVE_INFINITY) - taken,
    roomByPoints(definition, womenTaken) ?? Number.POSITIVE_INFINITY,
  )

/** May these two be matched today? All that stands in the way, so that a coordinator sees what to mend. */
export function mayMatch(definition: ProgrammeDefinition, woman: WaitingWoman, worker: Candidate): Verdict {
  const blocks: Block[] = []
  const questions: Question[] = []
  if (!matchable(worker.state)) blocks.push({ code: 'not-ready', mend: 'coordinator' })
  const { away } = worker
  if (away?.kind === 'away') blocks.push({ code: 'away', until: away.until, mend: 'worker' })
  if (away?.kind === 'phone_only') {
    if (worksByPhone(definition)) questions.push('by-phone-now')
    else blocks.push({ code: 'phone-only', until: away.until, mend: 'worker' })
  }
  if (worker.programmes.length > 0 && !inFamily(definition, worker.programmes))
    blocks.push({ code: 'other-programme', mend: 'coordinator' })
  for (const gate of closedGates(worker.gates))
    blocks.push({
      code: gate.state === 'expired' ? 'gate-expired' : 'gate-missing',
      gate,
      mend: gateMends[gate.kind],
    })
  if (worker.capacity <= worker.taken) blocks.push({ code: 'full', mend: 'worker' })
  else if (roomAllowed(definition, worker) <= 0) blocks.push({ code: 'overload', mend: 'coordinator' })
  let apart = worker.apart ?? false
  for (const { criterion } of definition.matching?.hard ?? []) {
    const verdict = hardRules[criterion](woman, worker, definition)
    if (verdict === 'apart') apart = true
    else if (verdict === 'forbidden' && criterion !== 'not_known_to_her_network')
      blocks.push({ code: criterion, mend: criterion === 'home_fit' ? 'worker' : 'nobody' })
    else if (verdict !== 'forbidden' && verdict !== 'allowed') questions.push(verdict)
  }
  // Whatever the reason is: it is said in one way, and no more than that.
  if (apart) blocks.push({ code: 'not-possible', mend: 'nobody' })
  // At most this, whoever it is that she may have to fear.
  else if (worker.waits) blocks.push({ code: 'ask-lead', mend: 'lead' })
  if (worker.declinedBefore) blocks.push({ code: 'declined-before', mend: 'nobody' })
  return { blocks, questions }
}

/** A worker trained for a programme may work in its variants too. */
const inFamily = (definition: ProgrammeDefinition, programmes: readonly string[]): boolean =>
  programmes.includes(definition.id) ||
  (definition.variantOf !== null && programmes.includes(definition.variantOf))

/** Whether a first talk can be held by phone or on a screen. */
const worksByPhone = ({ contacts }: ProgrammeDefinition): boolean =>
  (contacts?.modes.value ?? []).some((mode) => mode === 'phone' || mode === 'online')
