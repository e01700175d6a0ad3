import type { ReferralRow } from '#db/referral.ts'
import { readDay } from '#domain/day.ts'
import type { ReferralSubmission } from '#domain/referral/referral-submission.ts'
import type { Work } from '#usecases/context.ts'
import { sealedFields } from '#usecases/sealed-fields.ts'

/** What a referral says is sealed under the key of the woman it is about. */
export const referralFields = sealedFields('referral', [
  'referrer_sealed',
  'words_sealed',
  'answers_sealed',
  'decision_note_sealed',
])

/** What was heard after she was sent elsewhere. */
export const followUpFields = sealedFields('referral_follow_up', ['with_whom_sealed'])

/** The answers that came with a referral: about the child, what programmes ask, how she can be reached. */
export type ReferralAnswers = Pick<ReferralSubmission, 'child' | 'facts' | 'reach'>

/** A referral's own text, opened. Its woman's key must be loaded. `null` where her file was erased. */
export interface ReferralText {
  readonly referrer: ReferralSubmission['referrer'] | null
  readonly words: string | null
  readonly answers: ReferralAnswers | null
  readonly decisionNote: string | null
}

export const openReferral = (work: Work, row: ReferralRow): ReferralText => ({
  ...openReferralWords(work, row),
  answers: openReferralAnswers(work, row),
  decisionNote: referralFields.open(
    work.vault,
    row.person_id,
    row.id,
    'decision_note_sealed',
    row.decision_note_sealed,
  ),
})

/** Who sent it, and in which words; for who needs no answers. */
export function openReferralWords(
  { vault }: Work,
  row: ReferralRow,
): Pick<ReferralText, 'referrer' | 'words'> {
  const open = (column: 'referrer_sealed' | 'words_sealed') =>
    referralFields.open(vault, row.person_id, row.id, column, row[column])
  const referrer = open('referrer_sealed')
  return {
    referrer: referrer === null ? null : (JSON.parse(referrer) as ReferralSubmission['referrer']),
    words: open('words_sealed'),
  }
}

/** Only the answers, for who needs no more of it. */
export function openReferralAnswers(
  { vault }: Work,
  row: Pick<ReferralRow, 'id' | 'person_id' | 'answers_sealed'>,
): ReferralAnswers | null {
  const text = referralFields.open(vault, row.person_id, row.id, 'answers_sealed', row.answers_sealed)
  return text === null ? null : readAnswers(text)
}

/** Our own writing, validated on the way in; only the days need their type back. */
function readAnswers(text: string): ReferralAnswers {
  const kept = JSON.parse(text) as ReferralAnswers & {
    child: { bornOn: string | null; dueOn: string | null }
  }
  const day = (value: string | null) => (value === null ? null : readDay(value))
  return { ...kept, child: { ...kept.child, bornOn: day(kept.child.bornOn), dueOn: day(kept.child.dueOn) } }
}
