import { z } from 'zod'
import { findMeasures } from '#db/measure.ts'
import { lockTrajectory } from '#db/trajectory.ts'
import { alarmsOfRefused } from '#domain/instrument/alarms.ts'
import { shelfName } from '#domain/instrument/on-shelf.ts'
import { isDanger } from '#domain/measure/alarms-raised.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import type { Actor } from '#domain/member/actor.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import type { Context } from '#usecases/context.ts'
import { NotFound, type ToldAllTheSame } from '#usecases/failure.ts'
import { raiseAlarms } from '#usecases/measure/raise-alarms.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

const longestName = 130
/** Of a choice; a longer answer is none, and says nothing of danger. */
const longestChoice = 20

/**
 * Tells somebody of the danger that stands in a form which can't be kept as it is: a wrong day, an answer that is none,
 * a questionnaire that may not be asked now. Keeps none of its answers, and tells it once for each moment. Also when the
 * moment was done meanwhile, or her trajectory ended: what she said was said.
 */
export const raiseMeasureAlarm = command({
  name: 'raise-measure-alarm',
  action: 'create',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    /** By `instrument.item`; no more of each than a choice is long. */
    answers: z.record(z.string().max(longestName), z.string().max(longestChoice)),
    /** By questionnaire of the shelf the version that lay before her. */
    versions: z.record(z.string().max(60), z.string().max(20)).default({}),
  }),
  async run(work, { trajectoryId, moment, answers, versions }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const rows = (await findMeasures(work.tx, work.orgId, trajectoryId)).filter(
      (row) => row.moment === moment,
    )
    if (rows.length === 0) throw new NotFound()
    // What is asked at this moment, and what somebody says that she answered besides.
    const asked = new Map([
      ...Object.entries(versions),
      ...rows.map((row) => [row.instrument_id, row.instrument_version] as const),
    ])
    const found = [...asked].flatMap(([id, version]) => {
      // Of a version that isn't here nothing is known; the one that was planned asks much the same.
      const said = findOnShelf(shelfName({ id, version: versions[id] ?? version }))
      const instrument = said ?? findOnShelf(shelfName({ id, version }))
      if (!instrument) return []
      const given = instrument.items.map(
        (item) => [item.id, answers[fieldOf(instrument, item)]?.trim() || null] as const,
      )
      return alarmsOfRefused(instrument, Object.fromEntries(given))
    })
    return raiseAlarms(work, trajectory, moment, found.filter(isDanger))
  },
})

interface Answered {
  readonly trajectoryId: string
  readonly moment: string
  readonly answers: Readonly<Record<string, string>>
  readonly versions?: Readonly<Record<string, string>> | undefined
}

/** For a command that takes answers: the danger in them is told even if they are refused. */
export async function dangerToldIfRefused(
  context: Context,
  actor: Actor,
  { trajectoryId, moment, answers, versions }: Answered,
): Promise<ToldAllTheSame | null> {
  const choices = Object.entries(answers).filter(
    ([name, answer]) => name.length <= longestName && answer.length <= longestChoice,
  )
  const { concernId } = await raiseMeasureAlarm(context, actor, {
    trajectoryId,
    moment,
    answers: Object.fromEntries(choices),
    versions: versions ?? {},
  })
  return concernId === null ? null : { concernId }
}
