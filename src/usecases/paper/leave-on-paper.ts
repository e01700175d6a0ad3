import { standingOf } from '#domain/contact-policy/safe-contact-policy.ts'
import { mayLeaveOnPaper, type Paper, type PaperRefusal, papers } from '#domain/paper/paper.ts'
import { isRefusal } from '#domain/refusal.ts'
import type { Work } from '#usecases/context.ts'
import { Refused } from '#usecases/failure.ts'
import { readSafeContact } from '#usecases/safe-contact/read-safe-contact.ts'

/** What stands in the way of printing this for her now; `null` if nothing does. */
export async function whyNotOnPaper(
  work: Work,
  paper: Paper,
  personId: string,
): Promise<PaperRefusal | null> {
  if (papers[paper].goesTo !== 'her') return null
  const policy = await readSafeContact(work, personId)
  const standing = standingOf(policy, work.now.toZonedDateTimeISO(work.zone))
  const answer = mayLeaveOnPaper(paper, policy, standing)
  return isRefusal(answer) ? answer.refused : null
}

/**
 * The one moment at which something of hers becomes paper: asks whether it may, and writes in the access log which paper
 * was opened to be printed. Every page in the frame of paper that tells of anybody comes by here.
 */
export async function leaveOnPaper(work: Work, paper: Paper, personId: string): Promise<void> {
  work.about({ detail: { paper } })
  const why = await whyNotOnPaper(work, paper, personId)
  if (why) throw new Refused(why)
}
