import { z } from 'zod'
import { countChoiceCriteria, countChoices, countProposals } from '#db/match-choice.ts'
import { dayInput } from '#domain/day.ts'
import { matchingMeetingPolicy } from '#domain/matching-meeting/matching-meeting-policy.ts'
import { choiceReasons } from '#domain/matching-meeting/meeting-change.ts'
import { softCriteria } from '#domain/programme/definition.ts'
import { fullLabel } from '#domain/programme/full-label.ts'
import type { ChoicesOtherwise } from '#usecases/matching-meeting/meeting-view.ts'
import { question } from '#usecases/use-case.ts'

/** A year, unless asked otherwise. */
const usually = { months: 12 }

/**
 * How often somebody else was proposed than stood first, by programme, reason and criterion, so that people can change
 * weights for a reason that everybody may see. Small numbers stand in it: they are about weights and about nobody.
 */
export const countChoicesOtherwise = question({
  name: 'count-choices-otherwise',
  may: matchingMeetingPolicy.countChoices,
  input: z.strictObject({ from: dayInput.nullish(), until: dayInput.nullish() }),
  async run(work, said): Promise<ChoicesOtherwise> {
    const { tx, actor, today, programmes } = work
    const until = said.until ?? today
    const from = said.from ?? until.subtract(usually)
    const period = { from, until }
    const proposed = await countProposals(tx, actor, period)
    const choices = await countChoices(tx, actor, period)
    const better = await countChoiceCriteria(tx, actor, period, 'better')
    const worse = await countChoiceCriteria(tx, actor, period, 'worse')
    const ids = [...new Set([...proposed, ...choices].map((row) => row.programme_id))].sort()
    return {
      from,
      until,
      programmes: ids.flatMap((programmeId): ChoicesOtherwise['programmes'][number][] => {
        const definition = programmes.known.findLast(({ id }) => id === programmeId)
        if (!definition) return []
        const own = choices.filter((row) => row.programme_id === programmeId)
        return [
          {
            programmeId,
            label: fullLabel(definition),
            proposed: timesOf(proposed, programmeId),
            otherwise: timesOf(choices, programmeId),
            reasons: own
              .map((row) => ({
                reason: choiceReasons.find((one) => one === row.reason_code) ?? ('not_said' as const),
                times: Number(row.times),
                givenUp: Math.round(Number(row.given_up)),
              }))
              .sort((a, b) => b.times - a.times || (a.reason < b.reason ? -1 : 1)),
            criteria: softCriteria
              .map((criterion) => ({
                criterion,
                better: timesOf(better, programmeId, criterion),
                worse: timesOf(worse, programmeId, criterion),
              }))
              .filter((one) => one.better + one.worse > 0),
          },
        ]
      }),
    }
  },
})

interface Counted {
  readonly programme_id: string
  readonly criterion?: string
  readonly times: string
}
const timesOf = (rows: readonly Counted[], programmeId: string, criterion?: string): number =>
  rows
    .filter((row) => row.programme_id === programmeId && row.criterion === criterion)
    .reduce((sum, row) => sum + Number(row.times), 0)
