/**
 * Countries in which a euro payment by IBAN arrives as easily as at home, and how long an account number is there
 * (SWIFT's IBAN registry; the scheme's own list of countries, EPC409-09).
 */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
}

/** An account number as people type it, without its spaces; `null` if it can't be one: its own digits check it. */
export function readIban(text: string): string | null {
  if (text.length > 60) return null
  const typed = text
    .normalize('NFKC')
    .replace(/[\s.-]/g, '')
    .toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(typed) || lengths[typed.slice(0, 2)] !== typed.length) return null
  // A Dutch number is a bank's four letters and ten digits.
  if (typed.startsWith('NL') && !/^NL\d{2}[A-Z]{4}\d{10}$/.test(typed)) return null
  return remainder(typed) === 1 ? typed : null
}

/** ISO 7064, MOD 97-10: country and check digits at the end, letters as 10 to 35. */
function remainder(iban: string): number {
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

/** Enough to know one's own by, too little to use: `NL91 •••• 4300`. */
export const maskedIban = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`
