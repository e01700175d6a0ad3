import { z } from 'zod'
import { isMemberWith } from '#domain/member/actor.ts'
import { taskPolicy } from '#domain/task/task-policy.ts'
import { inOrder, type WorkLine, type WorkSource } from '#domain/worklist/work-line.ts'
import { readNames } from '#usecases/person/read-names.ts'
import { question } from '#usecases/use-case.ts'
import { intakeLines, referralLines, taskLines, unvisitedLines } from '#usecases/worklist/clock-lines.ts'
import { waitingLines, workerLines } from '#usecases/worklist/match-lines.ts'

/**
 * Everything that waits for somebody who watches over trajectories, in the order in which it must not wait. Of each
 * source the most pressing; `more` names the sources that have others, so that nothing is hidden silently. A
 * safeguarding lead who coordinates nobody sees the tasks and nothing of the desk.
 */
export const readWorklist = question({
  name: 'read-worklist',
  may: taskPolicy.read,
  input: z.strictObject({}),
  async run(work): Promise<{ lines: readonly WorkLine[]; more: readonly WorkSource['from'][] }> {
    const sources = isMemberWith(work.actor, 'coordinator')
      ? [taskLines, referralLines, intakeLines, unvisitedLines, waitingLines, workerLines]
      : [taskLines]
    const lines = []
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
    return {
      lines: inOrder(
        lines.map(({ personId, ...line }) => ({ ...line, name: names.get(personId ?? '') ?? null })),
      ),
      more,
    }
  },
})
