/**
 * The access log as a chain (security design 3.4; NEN 7513 asks that it can't be changed unseen): its lines, in the
 * order of their ids, are sealed piece by piece. Each seal holds what its lines say and the seal before it, and is
 * signed with a key that isn't in the database. So whoever changes, adds, removes or reorders a line must make all
 * seals from there on anew, which she can't; and whoever cuts off the end is found out by any copy of a later seal.
 */

/** A line of the log, as it stands in the database: what is sealed is all of it. */
export interface Line {
  readonly id: string
  readonly at: Temporal.Instant
  readonly event: string
  readonly action: string
  readonly outcome: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorRoles: readonly string[]
  readonly onBehalfOf: string | null
  readonly personIds: readonly string[]
  readonly trajectoryIds: readonly string[]
  readonly accessBasis: string
  readonly policyVersion: string
  readonly requestId: string
  readonly detail: Readonly<Record<string, string | number>> | null
}

/** What a seal is about: the lines after `afterId` up to and including `untilId`. */
export interface Sealing {
  readonly orgId: string
  /** From 1, without a gap. */
  readonly number: number
  /** The hash of the seal before; empty for the first. */
  readonly previous: string
  readonly afterId: string | null
  readonly untilId: string
  readonly lines: number
}
export interface Seal extends Sealing {
  /** Hexadecimal SHA-256. */
  readonly hash: string
  readonly signature: Buffer
}

/** SHA-256 and a signature, handed in: nothing here makes or keeps a key. */
export interface Signet {
  readonly digest: (text: string) => Buffer
  readonly sign: (text: string) => Buffer
  readonly holds: (text: string, signature: Buffer) => boolean
}

/** A number that never begins anything else than a line of this chain, should its form ever change. */
const form = 'naast-audit-1'

/** One line in one spelling only: fields in a fixed order, those of `detail` by name. */
export const lineText = (line: Line): string =>
  JSON.stringify([
    form,
    line.id,
    line.at.toString(),
    line.event,
    line.action,
    line.outcome,
    line.actorKind,
    line.actorId,
    line.actorRoles,
    line.onBehalfOf,
    line.personIds,
    line.trajectoryIds,
    line.accessBasis,
    line.policyVersion,
    line.requestId,
    line.detail && Object.entries(line.detail).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

/** The hash of a seal over these lines. */
export function hashOf(sealing: Sealing, lines: readonly Line[], { digest }: Pick<Signet, 'digest'>): string {
  const { orgId, number, previous, afterId, untilId } = sealing
  const each = lines.map((line) => digest(lineText(line)).toString('hex'))
  return digest(
    JSON.stringify([form, orgId, number, previous, afterId, untilId, sealing.lines, each]),
  ).toString('hex')
}

/** What is signed, and what somebody keeps elsewhere: enough to know this seal again. */
export const anchorText = ({ orgId, number, hash }: Pick<Seal, 'orgId' | 'number' | 'hash'>): string =>
  `${form} ${orgId} ${number} ${hash}`

/** Seals these lines, which are all that stand between the last seal and `untilId`. */
export function sealLines(
  orgId: string,
  last: Pick<Seal, 'number' | 'hash' | 'untilId'> | null,
  lines: readonly Line[],
  signet: Signet,
): Seal | null {
  const untilId = lines.at(-1)?.id
  if (untilId === undefined) return null
  const sealing = {
    orgId,
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? '',
    afterId: last?.untilId ?? null,
    untilId,
    lines: lines.length,
  }
  const hash = hashOf(sealing, lines, signet)
  return { ...sealing, hash, signature: signet.sign(anchorText({ orgId, number: sealing.number, hash })) }
}

/** What is wrong with a piece of the log. */
export const sealFlaws = [
  'seal-missing',
  'chain-broken',
  'not-signed',
  'lines-missing',
  'lines-added',
  'lines-changed',
] as const
export type SealFlaw = (typeof sealFlaws)[number]

/** Holds one seal against the one before it and against its lines as they are now. */
export function flawsOf(
  seal: Seal,
  before: Pick<Seal, 'number' | 'hash' | 'untilId'> | null,
  lines: readonly Line[],
  signet: Signet,
  /** The term of its lines is over: none of them is as right as all of them. */
  { termOver = false }: { readonly termOver?: boolean } = {},
): SealFlaw[] {
  const flaws: SealFlaw[] = []
  if (seal.number !== (before?.number ?? 0) + 1) flaws.push('seal-missing')
  if (seal.previous !== (before?.hash ?? '') || seal.afterId !== (before?.untilId ?? null))
    flaws.push('chain-broken')
  if (!signet.holds(anchorText(seal), seal.signature)) flaws.push('not-signed')
  if (termOver && lines.length === 0) return flaws
  if (lines.length !== seal.lines) flaws.push(lines.length < seal.lines ? 'lines-missing' : 'lines-added')
  else if (hashOf(seal, lines, signet) !== seal.hash) flaws.push('lines-changed')
  return flaws
}

/** An anchor that somebody kept, as `anchorText` wrote it; `null` if it is none. */
export function readAnchor(text: string): { orgId: string; number: number; hash: string } | null {
  const [, orgId, number, hash] =
    text.trim().match(/^naast-audit-1 ([0-9a-f-]{36}) ([1-9]\d{0,8}) ([0-9a-f]{64})$/) ?? []
  return orgId && number && hash ? { orgId, number: Number(number), hash } : null
}

/** Lines younger than this are left for the next time: what is written down now may still be on its way. */
export const restMinutes = 10

/** The least id that a line written down at this moment can have: ids begin with their milliseconds. */
export function leastIdAt(at: Temporal.Instant): string {
  const hex = at.epochMilliseconds.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Lines are kept so long from when they were written down (Stcrt. 2019, 38007: at least five years). */
export const yearsKept = 5

/** The least id of a line that is kept at this moment. */
export const leastKeptId = (now: Temporal.Instant): string =>
  leastIdAt(now.toZonedDateTimeISO('UTC').subtract({ years: yearsKept }).toInstant())
