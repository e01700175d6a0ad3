import type { Day } from '#domain/day.ts'

/**
 * Which part of her file something was about, in the few words that she knows it by. What lies in what is heaviest (a
 * concern, a plan for her safety) is called her file and no more: this may be read over her shoulder, or found.
 */
export const overviewParts = [
  'reaching',
  'visits',
  'consents',
  'referral',
  'beside',
  'group',
  'plan',
  'questions',
  'messages',
  'names',
  'who-looked',
  'file',
] as const
export type OverviewPart = (typeof overviewParts)[number]

const known: readonly (readonly [RegExp, OverviewPart])[] = [
  [/safe-contact/, 'reaching'],
  [/consent|sharing|share-with/, 'consents'],
  [/group|session|candidate|(^|-)place$|small-start|attended/, 'group'],
  [/check-in|measure/, 'questions'],
  [/contact/, 'visits'],
  [
    /plan-(goal|action)|(step|review|read)-plan$|handover|arrangement|consultation|commitment|supporter|circle|reliance/,
    'plan',
  ],
  [/referral|follow-up|help-for|turn-away/, 'referral'],
  [/match|wishes|shortlist|weigh-workers|rank-for|proposal|waiting/, 'beside'],
  [/message|(print|prepare|printed|settle)-letter|reminders|call-back/, 'messages'],
  [/search|names/, 'names'],
  [/access/, 'who-looked'],
]
export const partOf = (event: string): OverviewPart =>
  known.find(([pattern]) => pattern.test(event))?.[1] ?? 'file'

export const overviewDeeds = ['looked', 'changed', 'tried'] as const
export type OverviewDeed = (typeof overviewDeeds)[number]

interface Line {
  readonly at: Temporal.ZonedDateTime
  readonly event: string
  readonly action: string
  readonly outcome: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly actorRoles: readonly string[]
  readonly basis: string
}

/** What one did on one day with one part of her file, however often. */
export interface OverviewEntry {
  readonly on: Day
  readonly from: Temporal.PlainTime
  readonly until: Temporal.PlainTime
  readonly kind: string
  readonly name: string | null
  readonly roles: readonly string[]
  readonly part: OverviewPart
  readonly deed: OverviewDeed
  readonly basis: string
  readonly emergency: boolean
  readonly times: number
}

const deedOf = ({ action, outcome }: Line): OverviewDeed =>
  outcome !== 'success' ? 'tried' : action === 'read' ? 'looked' : 'changed'

/**
 * Lines of the access log, oldest first, as she can read them: what the same person did that day with the same part
 * stands once. An emergency never disappears among other lines.
 */
export function overviewOf(lines: readonly Line[]): OverviewEntry[] {
  const entries = new Map<string, OverviewEntry>()
  for (const line of lines) {
    const emergency = line.basis === 'emergency'
    const on = line.at.toPlainDate()
    const [part, deed] = [partOf(line.event), emergency ? 'looked' : deedOf(line)]
    const who = `${line.actorKind}|${line.actorId}|${line.actorRoles.join()}`
    const key = `${on}|${who}|${part}|${deed}|${line.basis}`
    const time = line.at.toPlainTime()
    const before = entries.get(key)
    entries.set(
      key,
      before
        ? { ...before, until: time, times: before.times + 1 }
        : {
            on,
            from: time,
            until: time,
            kind: line.actorKind,
            name: line.actorName,
            roles: line.actorRoles,
            part,
            deed,
            basis: line.basis,
            emergency,
            times: 1,
          },
    )
  }
  return [...entries.values()]
}
