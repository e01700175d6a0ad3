/** What stands in the lists of passwords that were stolen elsewhere; read when the first password is chosen. */
let known: Promise<ReadonlySet<string>> | null = null
const listed = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'])
}

/**
 * Would somebody who has those lists find this password with them (ASVS 6.2.4, 6.2.12)? Itself, two of them in a row, or one
 * with signs and figures behind it. Looked up here: nothing of a password ever leaves.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  known ??= listed()
  const list = await known
  const text = password.normalize('NFKC').toLowerCase()
  if (list.has(text)) return true
  for (let at = shortestPart; at < text.length; at += 1) {
    const rest = text.slice(at)
    if (list.has(text.slice(0, at)) && (/^[^\p{L}]+$/u.test(rest) || list.has(rest))) return true
  }
  return false
}
const shortestPart = 4
