import type { Day } from '#domain/day.ts'
import type { ParallelCare } from '#domain/group/parallel-care.ts'
import { careNow } from '#domain/group/parallel-care.ts'
import type { ConsentCode, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** What must be in order before a woman may take her seat, in the order in which it is looked at. */
export const enrolmentGates = [
  'safe-contact',
  'care',
  'talk',
  'way-to-attend',
  'group-rules',
  'relation-to-check',
  'relation-found',
] as const
export type EnrolmentGate = (typeof enrolmentGates)[number]

export interface GateToMend {
  readonly gate: EnrolmentGate
  /** Which help it is about, if it is one. */
  readonly care?: Words
  readonly mend: 'coordinator' | 'facilitator' | 'nobody'
}

export interface Prepared {
  readonly safeContactCounts: boolean
  readonly care: readonly ParallelCare[]
  readonly talkOn: Day | null
  readonly wayAgreedOn: Day | null
  readonly consents: ReadonlySet<ConsentCode>
  /** Everybody in the group was held against her, and she against everybody. */
  readonly relationsChecked: boolean
  readonly relationFound: boolean
}

/**
 * What still stands between her and a seat; empty if she may be enrolled (domain.md 6.6, gate). A closed group asks
 * for all of it; an open one for what its programme requires.
 */
export function gatesToMend(
  definition: Pick<ProgrammeDefinition, 'group' | 'parallelCare' | 'safety' | 'consents'>,
  prepared: Prepared,
  today: Day,
): GateToMend[] {
  const closed = definition.group?.open.value === false
  const gates: GateToMend[] = []
  if (definition.safety.safeContactMandatory.value && !prepared.safeContactCounts)
    gates.push({ gate: 'safe-contact', mend: 'coordinator' })
  for (const rule of definition.parallelCare.filter(({ required }) => required.value)) {
    const care = prepared.care.find(({ type, untilDay }) => type === rule.type && untilDay === null) ?? null
    if (careNow(rule, care, today) !== 'active')
      gates.push({ gate: 'care', care: rule.label, mend: 'coordinator' })
  }
  if (closed && prepared.talkOn === null) gates.push({ gate: 'talk', mend: 'facilitator' })
  if (closed && prepared.wayAgreedOn === null) gates.push({ gate: 'way-to-attend', mend: 'facilitator' })
  if (rulesRequired(definition) && !prepared.consents.has('C-11'))
    gates.push({ gate: 'group-rules', mend: 'coordinator' })
  if (closed && prepared.relationFound) gates.push({ gate: 'relation-found', mend: 'nobody' })
  else if (closed && !prepared.relationsChecked)
    gates.push({ gate: 'relation-to-check', mend: 'facilitator' })
  return gates
}

/** Group rules and mutual confidentiality, if this programme can't do without. */
export const rulesRequired = ({ consents }: Pick<ProgrammeDefinition, 'consents'>): boolean =>
  consents.some(({ code, need }) => code === 'C-11' && need === 'required')
