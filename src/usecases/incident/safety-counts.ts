import { countAftercare } from '#db/aftercare.ts'
import { countConcerns } from '#db/concern.ts'
import { countIncidents } from '#db/incident.ts'
import { countMeldcodes } from '#db/meldcode.ts'
import { atLeastTen } from '#domain/incident/small-counts.ts'
import { meldcodePolicy } from '#domain/meldcode/meldcode-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import type { Work } from '#usecases/context.ts'

/**
 * Figures of this year for the report (domain.md 4.9 AF-2, 7.4 R7). Of meldcodes the safeguarding lead reads the exact
 * numbers, who answers for the programme none under ten, and a coordinator none at all: she would know whose it is.
 */
export async function safetyCounts(work: Work) {
  const { tx, orgId, actor, today } = work
  const period = { from: today.with({ month: 1, day: 1 }), until: today }
  const exact = isMemberWith(actor, 'coordinator', 'safeguarding_lead')
  const shown = (count: number) => (exact ? count : atLeastTen(count))
  const leads = meldcodePolicy.lead(actor)
  const meldcodes =
    leads || isMemberWith(actor, 'programme_manager') ? await countMeldcodes(tx, orgId, period) : null
  const told = (count: number) => (leads ? count : atLeastTen(count))
  return {
    year: today.year,
    concerns: (await countConcerns(tx, orgId, period)).map(({ level, count }) => ({
      level,
      count: shown(count),
    })),
    incidents: (await countIncidents(tx, orgId, period)).map(({ weight, kind, count }) => ({
      weight,
      kind,
      count: shown(count),
    })),
    aftercare: (await countAftercare(tx, orgId, period)).map(({ state, count }) => ({
      state,
      count: shown(count),
    })),
    meldcodes: meldcodes && {
      opened: told(meldcodes.opened),
      advice: told(meldcodes.advice),
      reports: told(meldcodes.reports),
    },
  }
}
