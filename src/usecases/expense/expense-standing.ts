import { type ExpenseTermsRow, findTerms, listRates } from '#db/expense-terms.ts'
import type { Counted } from '#domain/expense/allowance.ts'
import { type AllowanceLimits, limitsOn } from '#domain/expense/allowance-limits.ts'
import type { Rate } from '#domain/expense/rate.ts'
import type { Month } from '#domain/month.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'

export interface Standing {
  /** This organisation gives something; where it doesn't, nobody is asked and nothing shows. */
  readonly on: boolean
  readonly rates: readonly Rate[]
  readonly terms: ExpenseTermsRow | undefined
  readonly counted: Counted
}

/** What this organisation gives, and what it says fills the limits: all of it, until it says otherwise. */
export async function readStanding({ tx, orgId }: Work): Promise<Standing> {
  const rates = await listRates(tx, orgId)
  const terms = await findTerms(tx, orgId)
  return {
    on: rates.length > 0 || terms !== undefined,
    rates,
    terms,
    counted: terms?.counted ?? 'everything',
  }
}

/** Before the first year that a source speaks of nobody knows what is free of tax, and nothing is approved. */
export function knownLimits(month: Month): AllowanceLimits {
  const limits = limitsOn(month)
  if (!limits) throw new Refused('allowance-unknown')
  return limits
}
