import { z } from 'zod'

/** Euros in whole cents: sums of money are never fractions, so that nothing is lost or made by adding up. */
export type Cents = number

/** No one claim is more; a larger one is a typing error. */
export const mostCents = 100_000

export const centsInput = z.int('not-money').min(1, 'not-money').max(mostCents, 'too-much-money')

/** Reads an amount as people type it: `4,80`, `€ 4.80`, `12`, `12,-`. `null` for anything else, also for nought. */
export function readTypedMoney(text: string): Cents | null {
  if (text.length > 20) return null
  const typed = text
    .normalize('NFKC')
    .replace(/€|eur(o)?/i, '')
    .trim()
  const found = /^(\d{1,6})(?:[.,](\d{1,2}|-{1,2}))?$/.exec(typed)
  if (!found) return null
  const part = (found[2] ?? '').replaceAll('-', '')
  const cents = Number(found[1]) * 100 + Number(part.padEnd(2, '0'))
  return cents > 0 ? cents : null
}

/** As a bank and a spreadsheet read it: `12.30`. */
export const plainEuros = (cents: Cents): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
