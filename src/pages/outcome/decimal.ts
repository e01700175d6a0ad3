import type { T } from '#pages/words/words.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** `4,3` or `4.3`: as many digits behind the point as are asked, in the reader's language; never `-0`. */
export function decimal({ language }: Pick<T, 'language'>, value: number, digits = 1): string {
  const key = `${language} ${digits}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    })
  formats.set(key, format)
  return format.format(value).replace('-', '−')
}

/** With its sign, as a change is: `+1,9`, `−4,3`, `0,0`. */
export function signed(t: Pick<T, 'language'>, value: number, digits = 1): string {
  const written = decimal(t, value, digits)
  return value > 0 && /[1-9]/.test(written) ? `+${written}` : written
}

/** A chance; so small that zeros would be all there is to see, it is said to be smaller. */
export const chance = (t: Pick<T, 'language'>, p: number): string =>
  p < 0.001 ? `< ${decimal(t, 0.001, 3)}` : decimal(t, p, 3)
