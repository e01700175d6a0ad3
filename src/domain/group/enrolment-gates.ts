import type { Hold } from '#domain/collision/ruling.ts'
import type { Day } from '#domain/day.ts'
import { careNow, type ParallelCare } from '#domain/group/parallel-care.ts'
import type { ConsentCode, ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { GroupGateKind } from '#domain/programme/group-offer.ts'
import type { Words } from '#domain/programme/provenance.ts'

/** What must be in order before a woman may take her seat, in the order in which it is looked at. */
export const enrolmentGates = [
  'safe-contact',
  'care',
  'talk',
  'way-to-attend',
  'group-rules',
  'relation-found',
  'relation-to-check',
  'ask-lead',
] as const
export type EnrolmentGate = (typeof enrolmentGates)[number]

export interface GateToMend {
  readonly gate: EnrolmentGate
  /** Which help it is about, if it is one. */
  readonly care?: Words
  readonly mend: 'coordinator' | 'facilitator' | 'lead' | 'nobody'
}

export interface Prepared {
  readonly safeContactCounts: boolean
  readonly care: readonly ParallelCare[]
  readonly talkOn: Day | null
  readonly wayAgreedOn: Day | null
  readonly consents: ReadonlySet<ConsentCode>
  /** Everybody in the group was held against her, or she against everybody. */
  readonly relationsChecked: boolean
  readonly relationFound: boolean
  /** What the safeguarding lead says of her and this group, or has yet to say. */
  readonly hold: Hold | null
}
type Asking = Pick<ProgrammeDefinition, 'group' | 'parallelCare' | 'safety' | 'consents'>

/**
 * What still stands between her and a seat; empty if she may be enrolled (domain.md 6.6, gate). Which of it is asked
 * the definition says; who is in a closed group is always held against who comes in.
 */
export function gatesToMend(definition: Asking, prepared: Prepared, today: Day): GateToMend[] {
  const gates: GateToMend[] = []
  if (asks(definition, 'safe_contact') && !prepared.safeContactCounts)
    gates.push({ gate: 'safe-contact', mend: 'coordinator' })
  if (asks(definition, 'individual_help'))
    for (const rule of requiredCare(definition)) {
      const care = prepared.care.find(({ type, untilDay }) => type === rule.type && untilDay === null) ?? null
      if (careNow(rule, care, today) !== 'active')
        gates.push({ gate: 'care', care: rule.label, mend: 'coordinator' })
    }
  if (asks(definition, 'intake_talk') && prepared.talkOn === null)
    gates.push({ gate: 'talk', mend: 'facilitator' })
  if (asks(definition, 'safe_attendance') && prepared.wayAgreedOn === null)
    gates.push({ gate: 'way-to-attend', mend: 'facilitator' })
  if (asks(definition, 'group_rules') && !prepared.consents.has('C-11'))
    gates.push({ gate: 'group-rules', mend: 'coordinator' })
  // In every group, open or closed: nobody may learn by which of the two it is.
  if (prepared.hold === 'apart') gates.push({ gate: 'relation-found', mend: 'nobody' })
  else if (prepared.hold === 'wait') gates.push({ gate: 'ask-lead', mend: 'lead' })
  if (asksForRelations(definition) && prepared.hold !== 'apart') {
    if (prepared.relationFound) gates.push({ gate: 'relation-found', mend: 'nobody' })
    else if (!prepared.relationsChecked) gates.push({ gate: 'relation-to-check', mend: 'facilitator' })
  }
  return gates
}

/** Does this programme ask for it before a woman comes into the group? */
export const asks = ({ group, safety, consents }: Asking, kind: GroupGateKind): boolean =>
  group?.gates.some((gate) => gate.kind === kind) === true ||
  (kind === 'safe_contact' && safety.safeContactMandatory.value) ||
  (kind === 'group_rules' && consents.some(({ code, need }) => code === 'C-11' && need === 'required'))

/** In a closed group women tell each other what nobody at home may hear. */
export const asksForRelations = ({ group }: Pick<Asking, 'group'>): boolean => group?.open.value === false

/** The help that she can't do without for as long as it lasts. */
export const requiredCare = ({ parallelCare }: Pick<Asking, 'parallelCare'>) =>
  parallelCare.filter(({ required, during }) => required.value && during === 'whole')
