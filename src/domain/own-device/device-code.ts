/**
 * The code that somebody says to her and that she types: eight letters and digits that aren't taken for one another
 * (Crockford's base 32). The first two say in which organisation to look, so that no address names one; the other six
 * are the secret, 30 bits that are good for an hour and once, behind the limit on guessing.
 */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const [markLength, secretLength] = [2, 6]

/** What the codes of an organisation begin with: the end of its id. Others may have the same, so it proves nothing. */
export function markOf(orgId: string): string {
  const tail = Number.parseInt(orgId.slice(-3), 16)
  return letter(tail >> 5) + letter(tail)
}
const letter = (number: number): string => letters.charAt(number & 31)

/** From a secret of at least six random bytes. */
export const writeDeviceCode = (orgId: string, secret: Uint8Array): string =>
  markOf(orgId) + [...secret.slice(0, secretLength)].map(letter).join('')

/** As it is shown and said: in two groups. */
export const sayDeviceCode = (code: string): string => code.replace(/^(.{4})/, '$1 ')

/** What was typed, with or without spaces, O for 0 and l for 1; `null` if it can't be one. */
export function readDeviceCode(typed: string): string | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s.-]+/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return text.length === markLength + secretLength && [...text].every((one) => letters.includes(one))
    ? text
    : null
}
