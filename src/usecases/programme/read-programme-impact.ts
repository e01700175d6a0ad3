import { z } from 'zod'
import { findOwnVersion, findSaidSince } from '#db/programme-version.ts'
import { factsOf } from '#domain/intake/intake.ts'
import { type ProgrammeDefinition, programmeDefinition } from '#domain/programme/definition.ts'
import type { Facts } from '#domain/programme/expression.ts'
import { impactOf } from '#domain/programme/impact.ts'
import { programmePolicy } from '#domain/programme/programme-policy.ts'
import { referralFacts } from '#domain/referral/referral-facts.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound, Refused } from '#usecases/failure.ts'
import { openAnswers } from '#usecases/intake/intake-fields.ts'
import { draftDefinition } from '#usecases/programme/held-draft.ts'
import { openReferralAnswers } from '#usecases/referral/referral-fields.ts'
import { question } from '#usecases/use-case.ts'

/** As many of the last year's as are weighed at most; the newest. */
const most = 2_000

/**
 * What a draft would have meant for the last year's women: how many it would not have been for, and why. Only numbers
 * leave; whose they are doesn't. Each is weighed as she was on the day of her intake, or of her referral.
 */
export const readProgrammeImpact = question({
  name: 'read-programme-impact',
  may: programmePolicy.manage,
  input: z.strictObject({ id: z.uuid() }),
  async run(work, { id }) {
    const { tx, orgId, now } = work
    const row = await findOwnVersion(tx, orgId, id)
    if (!row) throw new NotFound()
    const draft = draftDefinition(row)
    if (!draft) throw new Refused('programme-outgrown')
    const base = row.base === null ? null : (programmeDefinition.safeParse(row.base).data ?? null)
    const family = [
      ...new Set([draft.id, draft.variantOf, base?.id].filter((one) => typeof one === 'string')),
    ]
    const said = (programmes: readonly string[] | null) =>
      findSaidSince(tx, orgId, { since: now.subtract({ hours: 24 * 365 }), programmes, limit: most })
    const own = await said(family)
    // A programme that nobody was in yet is weighed on everybody who came.
    const rows = own.length > 0 ? own : await said(null)
    const people = await factsPerPerson(work, rows)
    return {
      ...impactOf(draft, comparedWith(base, draft), people),
      of: own.length > 0 ? ('this_programme' as const) : ('everybody' as const),
      capped: rows.length === most,
    }
  },
})
export type ProgrammeImpact = Awaited<ReturnType<typeof readProgrammeImpact>>

const comparedWith = (base: ProgrammeDefinition | null, draft: ProgrammeDefinition) =>
  base && (base.id === draft.id || base.id === draft.variantOf) ? base : null

async function factsPerPerson(
  work: Work,
  rows: Awaited<ReturnType<typeof findSaidSince>>,
): Promise<readonly Facts[]> {
  const people = [...new Set(rows.map(({ person_id }) => person_id))]
  if (people.length > 0) await work.vault.load(people)
  work.about({ person: people })
  return rows.flatMap((row) => {
    const { intake_id: id, facts_sealed, received_on: receivedOn } = row
    const told = id && facts_sealed ? openAnswers(work, row.person_id, { id, facts_sealed }) : null
    const decidedOn = row.done_at?.toZonedDateTimeISO(work.zone).toPlainDate() ?? work.today
    if (told) return [factsOf(told, decidedOn, receivedOn)]
    const answers = openReferralAnswers(work, row)
    return answers ? [referralFacts(answers, { today: receivedOn, receivedOn })] : []
  })
}
