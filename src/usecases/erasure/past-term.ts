import { type EndedFile, findEndedFiles, findLeftAccounts, findLeftWorkers } from '#db/retention.ts'
import { findRetention } from '#db/retention-setting.ts'
import { type Day, isBefore, readDay } from '#domain/day.ts'
import type { KeptSubject } from '#domain/erasure/putting-away.ts'
import { type Kept, longestTerm, rulesFor, termOf } from '#domain/erasure/retention.ts'
import type { LegalRegime, RetentionGround } from '#domain/erasure/retention-terms.ts'
import type { Work } from '#usecases/context.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'

/** A file that is kept longer than its terms say. Whose it is stays a number. */
export interface PastTerm {
  readonly subject: KeptSubject
  /** Of the person; of the member where it is a way in. */
  readonly id: string
  readonly since: Day
  readonly ground: RetentionGround
  /** Whose definition decided it, or in which she was; nothing where there is none. */
  readonly programmeId: string | null
  /** One of what it is about, to ask by that it is erased. */
  readonly trajectoryId: string | null
  readonly referralId: string | null
}

interface Ended {
  readonly id: string
  readonly all: readonly (Kept & { readonly programmeId?: string })[]
  readonly trajectoryId?: string | null
  readonly referralId?: string | null
}

const [atOnce, mostLooked] = [500, 20_000] as const

/** What is past its term and kept by nothing, by the programmes' own terms and the laws that bind here. */
export async function findPastTerm(work: Work, most: number): Promise<PastTerm[]> {
  const found: PastTerm[] = []
  for (const subject of ['file', 'worker', 'account'] as const) {
    let after: string | null = null
    for (let looked = 0; looked < mostLooked && found.length < most; looked += atOnce) {
      const ended: readonly Ended[] = await findEnded(work, subject, { after, limit: atOnce })
      found.push(...ended.flatMap((one) => pastTerm(subject, one, work.today) ?? []))
      if (ended.length < atOnce) break
      after = ended.at(-1)?.id ?? null
    }
  }
  return found.slice(0, most)
}

/** The same of one of them, whatever holds it: `null` if it is not past its term, or is gone. */
export async function weighOne(work: Work, subject: KeptSubject, id: string): Promise<PastTerm | null> {
  const [one] = await findEnded(work, subject, { after: null, limit: 1, only: id })
  return one ? pastTerm(subject, one, work.today) : null
}

function pastTerm(subject: KeptSubject, one: Ended, today: Day): PastTerm | null {
  const term = longestTerm(one.all)
  if (!term || !isBefore(term.until, today)) return null
  const decided = one.all.find((kept) => termOf(kept)?.until.equals(term.until))
  return {
    subject,
    id: one.id,
    since: term.until.add({ days: 1 }),
    ground: term.ground,
    programmeId: decided?.programmeId ?? null,
    trajectoryId: one.trajectoryId ?? null,
    referralId: one.referralId ?? null,
  }
}

const dayOf = (text: string | null): Day | null => (text === null ? null : readDay(text))

async function findEnded(
  work: Work,
  subject: KeptSubject,
  which: { after: string | null; limit: number; only?: string },
): Promise<readonly Ended[]> {
  const { tx, orgId, today, zone } = work
  const where = { ...which, today, zone }
  switch (subject) {
    case 'file': {
      const { regimes } = await findRetention(tx, orgId)
      return (await findEndedFiles(tx, orgId, where)).map((file) => ({
        id: file.person_id,
        all: keptOf(work, file, regimes),
        trajectoryId: file.trajectories[0]?.id,
        referralId: file.referrals[0]?.id,
      }))
    }
    case 'worker':
      return (await findLeftWorkers(tx, orgId, where)).map((row) => ({
        id: row.person_id,
        all: [{ kind: row.began ? 'worker' : 'application', endedOn: dayOf(row.ended_on) }],
      }))
    case 'account':
      return (await findLeftAccounts(tx, orgId, where)).map((row) => ({
        id: row.member_id,
        all: [{ kind: 'account', endedOn: dayOf(row.ended_on) }],
      }))
  }
}

const keptOf = (
  work: Work,
  { trajectories, referrals }: EndedFile,
  regimes: readonly LegalRegime[],
): Ended['all'] => [
  ...trajectories.flatMap((row) => {
    const { retention } = definitionOf(work, row)
    const own = retention ? { years: retention.years.value, from: retention.from.value } : null
    return rulesFor(own, regimes).map((rule) => ({
      kind: 'trajectory' as const,
      closedOn: dayOf(row.closed_on),
      lastItemOn: dayOf(row.last_item_on),
      programmeId: row.programme_id,
      ...rule,
    }))
  }),
  ...referrals.map((row): Kept => ({ kind: 'referral', decidedOn: dayOf(row.decided_on) })),
]
