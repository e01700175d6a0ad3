/**
 * The list of whose keys were destroyed, kept outside the database (security design 3.3): a backup that is put back
 * brings back keys that were destroyed after it was made, and this says which. Each line holds the one before it and
 * is signed, so that none can be changed, left out in the middle, or added by somebody else.
 */
const form = 'naast-erasure-1'

export interface Erased {
  readonly orgId: string
  /** Whose key it was. */
  readonly ownerId: string
  readonly at: Temporal.Instant
}
/** What the next line needs to know of the one before. */
export interface LedgerEnd {
  readonly number: number
  readonly hash: string
}
export const ledgerStart: LedgerEnd = { number: 0, hash: '' }

/** SHA-256 and a signature, handed in. */
export interface LedgerSignet {
  readonly digest: (text: string) => Buffer
  readonly sign: (text: string) => Buffer
  readonly holds: (text: string, signature: Buffer) => boolean
}

const hashOf = (line: string, { digest }: Pick<LedgerSignet, 'digest'>): string =>
  digest(line).toString('hex')

/** One line more, and what the line after it needs. */
export function writeLedgerLine(
  { orgId, ownerId, at }: Erased,
  before: LedgerEnd,
  signet: LedgerSignet,
): { readonly line: string; readonly end: LedgerEnd } {
  const number = before.number + 1
  const text = `${form} ${number} ${orgId} ${ownerId} ${at.toString()} ${before.hash || '-'}`
  const line = `${text} ${signet.sign(text).toString('base64url')}`
  return { line, end: { number, hash: hashOf(line, signet) } }
}

export type LedgerFlaw = 'not-a-line' | 'line-missing' | 'chain-broken' | 'not-signed'
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const shape = new RegExp(
  `^(${form} ([1-9]\\d{0,9}) (${uuid}) (${uuid}) (\\d{4}-[0-9T:.-]{5,30}Z) (-|[0-9a-f]{64})) ([A-Za-z0-9_-]{20,200})$`,
)

/** Reads the whole list; stops at the first line that can't be right, and says which it is. */
export function readLedger(
  text: string,
  signet: LedgerSignet,
): { readonly erased: readonly Erased[]; readonly end: LedgerEnd; readonly flaw: LedgerFlaw | null } {
  const erased: Erased[] = []
  let end = ledgerStart
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, said, number, orgId, ownerId, at, before, signature] = shape.exec(line) ?? []
    if (!said || !orgId || !ownerId || !at || !signature) return { erased, end, flaw: 'not-a-line' }
    if (Number(number) !== end.number + 1) return { erased, end, flaw: 'line-missing' }
    if (before !== (end.hash || '-')) return { erased, end, flaw: 'chain-broken' }
    if (!signet.holds(said, Buffer.from(signature, 'base64url'))) return { erased, end, flaw: 'not-signed' }
    erased.push({ orgId, ownerId, at: Temporal.Instant.from(at) })
    end = { number: end.number + 1, hash: hashOf(line, signet) }
  }
  return { erased, end, flaw: null }
}
