import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min'

/** A kept number as people here read and dial it: `06 12345678`; one from abroad with its country, `+32 470 12 34 56`. */
export function phoneShown(number: string, country: CountryCode = 'NL'): string {
  const known = parsePhoneNumber(number, country)
  if (!known) return number
  return known.country === country ? known.formatNational() : known.formatInternational()
}
