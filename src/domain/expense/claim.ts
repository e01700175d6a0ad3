import { z } from 'zod'
import { type ClaimKind, otherKinds } from '#domain/expense/expense.ts'
import { type Cents, centsInput } from '#domain/money.ts'

/** More in one visit is a typing error. */
export const mostKilometres = 500

/** What was typed as a distance, in whole kilometres; `null` if it is none. Whole ones tell less of where it was. */
export function readTypedKilometres(text: string): number | null {
  if (!/^\d{1,4}([.,]\d{1,2})?(\s*km)?$/i.test(text.trim())) return null
  const kilometres = Math.round(Number.parseFloat(text.replace(',', '.')))
  return kilometres > 0 ? kilometres : null
}

/** What she claims with one visit. No place, no from and to, no words. */
export const claimInput = z.strictObject({
  kilometres: z.int('not-kilometres').min(1, 'not-kilometres').max(mostKilometres, 'too-far').nullable(),
  publicTransport: centsInput.nullable(),
  otherKind: z.enum(otherKinds).nullable(),
  other: centsInput.nullable(),
})
export type Claim = z.output<typeof claimInput>

export interface ClaimLine {
  readonly kind: ClaimKind
  readonly kilometres: number | null
  /** Cents for a kilometre, as it was on that day. */
  readonly rate: Cents | null
  readonly cents: Cents
}

/** The lines of a claim; or the field that is still missing. */
export function linesOf(
  claim: Claim,
  centsPerKilometre: Cents | null,
): readonly ClaimLine[] | { readonly missing: 'otherKind' | 'other' | 'kilometres' } {
  const { kilometres, publicTransport, otherKind, other } = claim
  if (other !== null && otherKind === null) return { missing: 'otherKind' }
  if (other === null && otherKind !== null) return { missing: 'other' }
  // Where no price was set nobody knows what a kilometre is worth.
  if (kilometres !== null && centsPerKilometre === null) return { missing: 'kilometres' }
  const flat = { kilometres: null, rate: null }
  return [
    ...(kilometres !== null && centsPerKilometre !== null
      ? [
          {
            kind: 'kilometres' as const,
            kilometres,
            rate: centsPerKilometre,
            cents: kilometres * centsPerKilometre,
          },
        ]
      : []),
    ...(publicTransport === null
      ? []
      : [{ ...flat, kind: 'public_transport' as const, cents: publicTransport }]),
    ...(otherKind && other !== null ? [{ ...flat, kind: otherKind, cents: other }] : []),
  ]
}

const same = (line: ClaimLine) => `${line.kind} ${line.kilometres} ${line.cents}`
/** Two claims that come to the same: sending a visit's form again changes nothing. */
export const sameLines = (a: readonly ClaimLine[], b: readonly ClaimLine[]): boolean =>
  a.map(same).sort().join() === b.map(same).sort().join()
