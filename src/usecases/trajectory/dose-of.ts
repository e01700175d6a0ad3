import { findGroupDose, findMakeUpDose } from '#db/group-dose.ts'
import type { Day } from '#domain/day.ts'
import { groupPolicy } from '#domain/group/group-policy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { type DoseMonth, doseByMonth } from '#domain/trajectory/dose.ts'
import type { Work } from '#usecases/context.ts'

interface Done {
  readonly doneOn: Day | null
  readonly minutes: number | null
}

/**
 * What she had beside her and in groups, in one picture; where her programme has groups, and for who plans those: that
 * she is in one is nobody else's. `null` otherwise.
 */
export async function doseOf(
  { tx, orgId, actor }: Pick<Work, 'tx' | 'orgId' | 'actor'>,
  trajectoryId: string,
  { group }: Pick<ProgrammeDefinition, 'group'>,
  contacts: readonly Done[],
): Promise<readonly DoseMonth[] | null> {
  if (!group || !groupPolicy.plan(actor)) return null
  const beside = contacts.flatMap(({ doneOn, minutes }) =>
    doneOn ? [{ on: doneOn, minutes: minutes ?? 0 }] : [],
  )
  const talks = await findMakeUpDose(tx, orgId, trajectoryId)
  const groups = await findGroupDose(tx, orgId, trajectoryId)
  return doseByMonth([
    ...[...beside, ...talks].map((one) => ({ ...one, where: 'beside' as const })),
    ...groups.map((one) => ({ ...one, where: 'group' as const })),
  ])
}
