import { writePregnancy } from '#db/pregnancy.ts'
import type { Day } from '#domain/day.ts'
import type { PregnancyEvent } from '#domain/pregnancy/pregnancy.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { asksForChild } from '#domain/signal/case-facts-on.ts'
import { rulesOf } from '#domain/signal/compiled-rules.ts'
import type { Work } from '#usecases/context.ts'
import { pregnancyFields } from '#usecases/pregnancy/pregnancy-file.ts'

/** Do its rules ask for more of a child than the age? */
export const countsByDueDay = (programme: ProgrammeDefinition): boolean =>
  asksForChild(rulesOf(programme).facts.filter((name) => name !== 'childAgeMonths'))

/** The due dates of these trajectories, as a coordinator would have written them down. */
export async function simulatePregnancies(
  work: Work,
  expecting: readonly { readonly trajectoryId: string; readonly personId: string; readonly dueOn: Day }[],
): Promise<void> {
  for (const { trajectoryId, personId, dueOn } of expecting) {
    const id = work.newId()
    const said: PregnancyEvent[] = [{ kind: 'due', on: dueOn, by: null, at: work.now }]
    const sealed = pregnancyFields.seal(work.vault, personId, id, 'facts_sealed', JSON.stringify(said))
    await writePregnancy(work.tx, {
      org_id: work.orgId,
      id,
      trajectory_id: trajectoryId,
      facts_sealed: sealed,
      changed_by: null,
      changed_at: work.now,
    })
  }
}
