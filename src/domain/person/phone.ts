import parsePhoneNumber, { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/min'

/** Longer text in a phone field is not a phone number; nobody should wait for us to search it. */
const longest = 200

/**
 * Reads a phone number as people write it and gives it as E.164 (`+31612345678`); `null` if there is none.
 * Numbers without a country are of `country`. Of several numbers in one text the first counts; `readPhones` gives
 * them all. Knows the marks of spreadsheets too: a lost leading zero, a lost plus, `tel:` in front, a name behind.
 */
export const readPhone = (text: string, country: CountryCode = 'NL'): string | null =>
  readPhones(text, country)[0] ?? null

/** All different phone numbers in a text, in the order written, as E.164. */
export function readPhones(text: string, country: CountryCode = 'NL'): readonly string[] {
  if (text.length > longest) return []
  const tidy = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    // Both prefixes at once, as letterheads write them: +31 (0)6.
    .replace(/\(\s*0\s*\)/g, '')
    .trim()
  const whole = readOne(tidy, country)
  if (whole) return [whole]
  const parts = tidy.split(/[;,|/&]|\s(?:of|en|or|and)\s|\s{2,}/i).map((part) => readOne(part, country))
  const found = parts.every((part) => part === null)
    ? findPhoneNumbersInText(tidy, country).map(({ number }) => valid(number.number, country))
    : parts
  return [...new Set(found.filter((number) => number !== null))]
}

/** A text that is one number and nothing else that matters. */
function readOne(text: string, country: CountryCode): string | null {
  const typed = text.replace(/^[\s:.a-z]*(?=[+(\d])/i, '').trim()
  // A letter means words, and words may hold a second number or none.
  if (!/^[+(]?[\d\s().\-/‐-―]+$/u.test(typed)) return null
  return valid(typed, country) ?? withLostPlus(typed, country)
}

/** Spreadsheets keep +31612345678 as the number 31612345678: too long for a local one, so it had a plus. */
function withLostPlus(typed: string, country: CountryCode): string | null {
  const digits = typed.replace(/\D/g, '')
  return /^[1-9]\d{10,14}$/.test(digits) ? valid(`+${digits}`, country) : null
}

function valid(text: string, country: CountryCode): string | null {
  const number = parsePhoneNumber(text, country)
  // Short codes are valid numbers too, but nobody is reached at one.
  return number?.isValid() && number.nationalNumber.length >= 7 ? number.number : null
}
