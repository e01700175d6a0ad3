import { type Refusal, refuse } from '#domain/refusal.ts'

/** Shortest and longest password, in characters. Longer ones would only cost the server work (ASVS 6.2.1, 6.2.9). */
export const passwordLength = { shortest: 12, longest: 128 } as const

/**
 * Words that people put in a password when they have to make one long enough; what is left without them must still
 * be worth guessing. From the public lists of most used passwords, and what Dutch people add to them.
 */
const wornOut = [
  'password',
  'wachtwoord',
  'welkom',
  'welcome',
  'qwertyuiop',
  'qwerty',
  'azerty',
  'asdfghjkl',
  'zxcvbnm',
  'letmein',
  'iloveyou',
  'ikhouvanjou',
  'geheim',
  'admin',
  'beheerder',
  'naast',
  'moeder',
  'moeders',
  'mama',
  'football',
  'voetbal',
  'princess',
  'sunshine',
  'monkey',
  'dragon',
  'master',
  'superman',
  'batman',
  'abc',
  'test',
  'login',
  'zomer',
  'winter',
  'lente',
  'herfst',
  'summer',
  'nederland',
  'amsterdam',
  'rotterdam',
]
const smallestRest = 6

/**
 * Is this password good enough? Length counts, not mixtures of signs (ASVS 6.2.5). `known` is what anybody who
 * knows her would try first: her own name and address.
 */
export function weighPassword(
  password: string,
  known: readonly string[] = [],
): true | Refusal<'password-too-short' | 'password-too-long' | 'password-too-easy'> {
  const letters = [...password]
  if (letters.length < passwordLength.shortest) return refuse('password-too-short')
  if (letters.length > passwordLength.longest) return refuse('password-too-long')
  const own = known
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 4)
  let rest = password.toLowerCase()
  for (const word of [...own, ...wornOut].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, '')
  rest = withoutRuns(rest)
  return [...rest].length >= smallestRest && new Set(rest).size >= 4 ? true : refuse('password-too-easy')
}

/** `aaaa`, `1234` and `9876` say as little as their first sign. */
function withoutRuns(text: string): string {
  let rest = ''
  let before = Number.NaN
  let step = Number.NaN
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const next = code - before
    if (!(next === step && Math.abs(next) <= 1)) rest += letter
    step = Math.abs(next) <= 1 ? next : Number.NaN
    before = code
  }
  return rest
}
