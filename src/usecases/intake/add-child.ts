import { findHouseholdOf, insertHousehold, insertHouseholdMembers } from '#db/household.ts'
import type { IntakeAnswers } from '#domain/intake/intake.ts'
import type { Work } from '#usecases/context.ts'
import { createPeople } from '#usecases/person/person-file.ts'

/** A child whose name wasn't given still has a file; pages show a dash. */
const unnamed = '—'

/**
 * Gives a child that was born a file of its own, with a key of its own, in the household of its mother: a father's
 * lawful request for his child's file never opens hers (domain.md 2.4). Part of completing an intake.
 */
export async function addChild(
  work: Work,
  motherId: string,
  child: IntakeAnswers['child'],
): Promise<string | null> {
  if (!child.bornOn) return null
  const { tx, orgId, today, now } = work
  const [childId] = await createPeople(work, [
    {
      kind: 'child',
      data: {
        name: { given: child.given ?? unnamed, family: null },
        phone: null,
        email: null,
        birthDay: child.bornOn,
        address: null,
        languages: [],
        interpreter: null,
      },
    },
  ])
  if (childId === undefined) throw new Error('a child without a file')
  const known = await findHouseholdOf(tx, orgId, motherId)
  const householdId = known?.household_id ?? work.newId()
  const member = (personId: string, relation: string) => ({
    org_id: orgId,
    id: work.newId(),
    household_id: householdId,
    person_id: personId,
    relation,
    from_day: today,
    until_day: null,
  })
  if (!known) await insertHousehold(tx, { org_id: orgId, id: householdId, created_at: now })
  await insertHouseholdMembers(tx, [...(known ? [] : [member(motherId, 'mother')]), member(childId, 'child')])
  return childId
}
