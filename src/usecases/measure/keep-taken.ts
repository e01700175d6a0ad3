import { json } from '#db/connection.ts'
import { settleMeasure } from '#db/measure.ts'
import { countPapers } from '#db/second-keying.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { alarmsOf } from '#domain/instrument/alarms.ts'
import type { measureModes } from '#domain/measure/answers.ts'
import { paperCode } from '#domain/measure/on-paper.ts'
import { secondKeying } from '#domain/measure/second-keying.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { recordConsent } from '#usecases/consent/record-consent.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { fitsMoment } from '#usecases/measure/fits-moment.ts'
import type { HeldMoment } from '#usecases/measure/held-moment.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { raiseAlarms } from '#usecases/measure/raise-alarms.ts'
import { readTaking } from '#usecases/measure/read-taking.ts'
import { whatHinders } from '#usecases/measure/what-hinders.ts'

export interface TakenAnswers {
  readonly trajectoryId: string
  readonly moment: string
  readonly takenOn: Day
  readonly mode: (typeof measureModes)[number]
  readonly language: string
  /** By `instrument.item`. */
  readonly answers: Readonly<Record<string, string>>
  readonly alone: boolean
  readonly versions: Readonly<Record<string, string>>
  readonly agreed: boolean
  /** From a paper that lies here, and may be keyed in a second time. */
  readonly keyedIn: boolean
}

/**
 * Keeps what was answered at this moment, however it came in: danger first, then her agreement, then answers and scores.
 * Gives the concern in which danger stands, and whether anything was kept.
 */
export async function keepTaken(
  work: Work,
  held: HeldMoment,
  { trajectoryId, moment, takenOn, mode, language, answers, alone, versions, agreed, keyedIn }: TakenAnswers,
) {
  const { person_id: personId } = held.trajectory
  if (isBefore(work.today, takenOn)) throw new Invalid({ takenOn: 'day-to-come' })
  const { closed_on: closedOn } = held.trajectory
  // Answers of before the end, found again: they belong to another moment, or to none.
  if (closedOn && isBefore(takenOn, closedOn)) throw new Invalid({ takenOn: 'day-before-closing' })
  fitsMoment(held, answers, versions)
  const asked = held.due.flatMap(({ shelf }) => shelf ?? [])
  const read = readTaking(held, answers, mode, await whatHinders(work, held.trajectory, asked, alone))
  // Before anything else is kept or asked of these answers: what they tell may not wait.
  const { concernId } = await raiseAlarms(
    work,
    held.trajectory,
    moment,
    read.flatMap(({ shelf }) => (shelf ? alarmsOf(shelf.instrument, shelf.values) : [])),
  )
  if (!(await givenConsents(work, personId, trajectoryId)).has('C-7')) {
    // Somebody must hear of danger whether or not her answers may be kept.
    if (!agreed && concernId) return { trajectoryId, moment, concernId, kept: false }
    if (!agreed) throw new Refused('measure-without-consent')
    await recordConsent(work, { personId, trajectoryId, code: 'C-7', state: 'given', how: 'spoken' })
  }
  await work.vault.load([personId])
  const checkCode = keyedIn
    ? secondKeying(paperCode(trajectoryId, moment), await countPapers(work.tx, work.orgId))
    : null
  await settleTaken(work, personId, read, { takenOn, mode, language, checkCode })
  return { trajectoryId, moment, concernId, kept: true }
}

/** Writes what was read: her answers sealed under her key, which is loaded, and the scores. */
export async function settleTaken(
  { tx, vault, actor }: Work,
  personId: string,
  read: ReturnType<typeof readTaking>,
  taken: Pick<TakenAnswers, 'takenOn' | 'mode' | 'language'> & {
    readonly checkCode: ReturnType<typeof secondKeying>
  },
): Promise<void> {
  for (const { row, kept, scores } of read)
    await settleMeasure(tx, row, {
      state: 'taken',
      taken_on: taken.takenOn,
      taken_by: actor.kind === 'member' ? actor.memberId : null,
      mode: taken.mode,
      check_code: taken.checkCode,
      language: taken.language,
      answers_sealed: measureFields.seal(vault, personId, row.id, 'answers_sealed', JSON.stringify(kept)),
      scores: json(scores),
    })
}
