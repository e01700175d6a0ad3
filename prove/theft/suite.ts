import type { Found, Suite } from '../suite.ts'
import { parts, proveTheft } from './prove.ts'

const number = (of: number) => of.toLocaleString('en-GB')

export const theft: Suite = {
  name: 'theft',
  title: 'Who steals everything that is kept reads nothing of anybody and gets in nowhere (T11)',
  count: 10_000,
  async run(count): Promise<Found> {
    const { words, inClear, sealedColumns, sealedIn, megabytes, leaks, thief, noticed } =
      await proveTheft(count)
    const looked = parts
      .map((part) => `${part} ${megabytes[part].toFixed(megabytes[part] < 1 ? 2 : 0)} MB`)
      .join(', ')
    return {
      cases: words,
      failures:
        leaks.length + thief.cameIn.length + (thief.ownersCameIn ? 0 : 1) + parts.length - noticed.length,
      summary: `${number(words)} words of their own told through the use cases, in ${sealedIn} of ${sealedColumns} sealed columns and in documents (${inClear} more where no secret is asked); looked through ${looked}: ${leaks.length} places with any of them; ${number(thief.tried)} trials to come in with what was stolen: ${thief.cameIn.length} did; a word in clear is found in ${noticed.length} of ${parts.length} of these places`,
      examples: [
        ...leaks,
        ...thief.cameIn,
        ...(thief.ownersCameIn ? [] : ['the owners themselves did not come in']),
        ...parts.filter((part) => !noticed.includes(part)).map((part) => `not noticed: ${part}`),
      ].slice(0, 40),
    }
  },
}
