import { type EndedFile, findEndedFiles } from '#db/retention.ts'
import { type Day, readDay } from '#domain/day.ts'
import { isPastTerm, type Kept, keptUntil, ownTerm } from '#domain/erasure/retention.ts'
import type { Work } from '#usecases/context.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** A file that is kept longer than its terms say. Whose it is stays a number. */
export interface PastTerm {
  readonly personId: string
  readonly since: Day
  /** One of what it is about, to ask by that it is erased. */
  readonly trajectoryId: string | null
  readonly referralId: string | null
}

const [atOnce, mostLooked, mostShown] = [500, 20_000, 200] as const

/** What is past its term, the oldest files first: by the term of each programme's own definition. */
export async function findPastTerm(work: Work): Promise<PastTerm[]> {
  const { tx, orgId, today, zone } = work
  const found: PastTerm[] = []
  let after: string | null = null
  for (let looked = 0; looked < mostLooked && found.length < mostShown; looked += atOnce) {
    const files: EndedFile[] = await findEndedFiles(tx, orgId, { after, limit: atOnce, today, zone })
    for (const file of files) {
      const all = keptOf(work, file)
      const until = keptUntil(all)
      if (until && isPastTerm(all, today))
        found.push({
          personId: file.person_id,
          since: until.add({ days: 1 }),
          trajectoryId: file.trajectories[0]?.id ?? null,
          referralId: file.referrals[0]?.id ?? null,
        })
    }
    if (files.length < atOnce) break
    after = files.at(-1)?.person_id ?? null
  }
  return found.slice(0, mostShown)
}

const dayOf = (text: string | null): Day | null => (text === null ? null : readDay(text))

const keptOf = (work: Work, { trajectories, referrals }: EndedFile): Kept[] => [
  ...trajectories.map((row): Kept => {
    const { retention } = definitionOf(work, row)
    return {
      kind: 'trajectory',
      closedOn: dayOf(row.closed_on),
      lastItemOn: dayOf(row.last_item_on),
      rule: retention ? { years: retention.years.value, from: retention.from.value } : ownTerm,
    }
  }),
  ...referrals.map((row): Kept => ({ kind: 'referral', decidedOn: dayOf(row.decided_on) })),
]
