import { z } from 'zod'
import { breakGlassPolicy } from '#domain/break-glass/break-glass-policy.ts'
import { childRequestPolicy } from '#domain/child-request/child-request-policy.ts'
import { documentPolicy } from '#domain/document/document-policy.ts'
import { exchangePolicy } from '#domain/exchange/exchange-policy.ts'
import { type Actor, isMemberWith } from '#domain/member/actor.ts'
import { roleApprovalPolicy } from '#domain/member/role-approval.ts'
import { personRequestPolicy } from '#domain/person-request/person-request-policy.ts'
import { taskPolicy } from '#domain/task/task-policy.ts'
import { inOrder, type WorkLine, type WorkSource } from '#domain/worklist/work-line.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'
import { aftercareLines } from '#usecases/worklist/aftercare-lines.ts'
import { afterwardsLines } from '#usecases/worklist/afterwards-lines.ts'
import { avoidanceLines } from '#usecases/worklist/avoidance-lines.ts'
import { checkInLines } from '#usecases/worklist/check-in-lines.ts'
import { childRequestLines } from '#usecases/worklist/child-request-lines.ts'
import { intakeLines, referralLines, unvisitedLines } from '#usecases/worklist/clock-lines.ts'
import { collisionLines } from '#usecases/worklist/collision-lines.ts'
import { concernLines } from '#usecases/worklist/concern-lines.ts'
import { contactRuleLines } from '#usecases/worklist/contact-rule-lines.ts'
import { exceptionLines } from '#usecases/worklist/exception-lines.ts'
import { exchangeLines } from '#usecases/worklist/exchange-lines.ts'
import type { Unnamed } from '#usecases/worklist/found-lines.ts'
import { glassLines } from '#usecases/worklist/glass-lines.ts'
import { incidentLines } from '#usecases/worklist/incident-lines.ts'
import { leaderAwayLines } from '#usecases/worklist/leader-away-lines.ts'
import { loneAlertLines, loneOpeningLines, unannouncedLines } from '#usecases/worklist/lone-lines.ts'
import { waitingLines, workerLines } from '#usecases/worklist/match-lines.ts'
import { meldcodeLines, noLeadLines } from '#usecases/worklist/meldcode-lines.ts'
import { milestoneLines } from '#usecases/worklist/milestone-lines.ts'
import { orphanLines } from '#usecases/worklist/orphan-lines.ts'
import { personRequestLines } from '#usecases/worklist/person-request-lines.ts'
import { removalLines } from '#usecases/worklist/removal-lines.ts'
import { roleApprovalLines } from '#usecases/worklist/role-approval-lines.ts'
import { secondKeyingLines } from '#usecases/worklist/second-keying-lines.ts'
import { signalLines } from '#usecases/worklist/signal-lines.ts'
import { smallStartLines } from '#usecases/worklist/small-start-lines.ts'
import { peerLines, supervisionLines } from '#usecases/worklist/supervision-lines.ts'
import { talkLines } from '#usecases/worklist/talk-lines.ts'
import { taskLines } from '#usecases/worklist/task-lines.ts'
import { uncoveredLines } from '#usecases/worklist/uncovered-lines.ts'
import { applicantLines, closingLines, leaveLines, loadLines } from '#usecases/worklist/worker-lines.ts'

const watches = (actor: Actor): boolean => taskPolicy.read(actor) || isMemberWith(actor, 'programme_manager')

/**
 * Everything that waits for somebody who watches over trajectories, in the order in which it must not wait. Of each
 * source the most pressing; `more` names the sources that have others, so that nothing is hidden silently. A
 * safeguarding lead who coordinates nobody sees concerns, tasks, her signals and exceptions and nothing of the desk, a programme
 * manager hers, without a name; a privacy officer what was opened in an emergency, and documents to take out.
 */
export const readWorklist = question({
  name: 'read-worklist',
  may: (actor) => watches(actor) || breakGlassPolicy.review(actor),
  input: z.strictObject({}),
  async run(work): Promise<{ lines: readonly WorkLine[]; more: readonly WorkSource['from'][] }> {
    const sources = [
      ...(taskPolicy.read(work.actor)
        ? [loneAlertLines, concernLines, meldcodeLines, aftercareLines, incidentLines, taskLines]
        : []),
      ...(breakGlassPolicy.review(work.actor) ? [glassLines, loneOpeningLines] : []),
      ...(documentPolicy.decideRemoval(work.actor) ? [removalLines] : []),
      ...(roleApprovalPolicy.answer(work.actor) ? [roleApprovalLines] : []),
      ...(childRequestPolicy.read(work.actor) ? [childRequestLines] : []),
      ...(personRequestPolicy.read(work.actor) ? [personRequestLines] : []),
      ...(exchangePolicy.confirm(work.actor) ? [exchangeLines] : []),
      ...(watches(work.actor)
        ? [uncoveredLines, noLeadLines, collisionLines, signalLines, exceptionLines, smallStartLines]
        : []),
      ...(isMemberWith(work.actor, 'safeguarding_lead') ? [avoidanceLines] : []),
      ...(isMemberWith(work.actor, 'programme_manager') ? [orphanLines] : []),
      ...(isMemberWith(work.actor, 'coordinator')
        ? [
            referralLines,
            intakeLines,
            contactRuleLines,
            unvisitedLines,
            waitingLines,
            workerLines,
            afterwardsLines,
            checkInLines,
            talkLines,
            unannouncedLines,
            supervisionLines,
            peerLines,
            leaderAwayLines,
            applicantLines,
            leaveLines,
            loadLines,
            closingLines,
            secondKeyingLines,
            milestoneLines,
          ]
        : []),
    ]
    const lines: Unnamed[] = []
    const more: WorkSource['from'][] = []
    for (const read of sources) {
      const found = await read(work)
      lines.push(...found.lines)
      if (found.more) more.push(found.more)
    }
    const names = await readNames(
      work,
      lines.flatMap(({ personId }) => personId ?? []),
    )
    // Said once: with her worker and the number of days, or as somebody's concern, it says more than the rule does.
    const said = new Set(
      lines.flatMap(({ source }) =>
        source.from === 'unvisited'
          ? (source.signalId ?? [])
          : source.from === 'concern'
            ? source.signalIds
            : [],
      ),
    )
    return {
      lines: inOrder(
        lines
          .filter(({ id }) => !said.has(id))
          .map(({ personId, ...line }) => ({ ...line, name: names.get(personId ?? '') ?? null })),
      ),
      more,
    }
  },
})
