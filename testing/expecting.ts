import { lockTrajectory } from '#db/trajectory.ts'
import type { MemberActor } from '#domain/member/actor.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import { mvr } from '#programmes/mvr.ts'
import { replanCourse } from '#usecases/course/replan-course.ts'
import { sayOfPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { castWoman, castWorker, within } from './cast.ts'
import type { World } from './world.ts'

export interface Expecting {
  readonly personId: string
  readonly trajectoryId: string
  readonly worker: MemberActor
}

/** A woman who is pregnant, or of whom nothing is known yet, with a worker beside her from today on. */
export async function expecting(
  world: World,
  {
    dueOn = '2027-01-15',
    programme = mvr,
    workerId,
    email = null,
  }: {
    dueOn?: string | null
    programme?: ProgrammeDefinition
    workerId?: string
    email?: string | null
  } = {},
): Promise<Expecting> {
  const { personId, trajectoryId } = await castWoman(
    world,
    { given: 'Semira', languages: ['nl'], email },
    { programmeId: programme.id, programmeVersion: programme.version },
  )
  const beside = workerId ?? (await castWorker(world, { given: 'Ans' }, { ready: false }))
  await within(world, async (work) => {
    const row = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!row) throw new Error('no trajectory')
    if (dueOn) await sayOfPregnancy(work, row, { kind: 'due', on: Temporal.PlainDate.from(dueOn) })
    await work.tx
      .updateTable('trajectory')
      .set({ started_on: work.today, waiting_since: null })
      .where('org_id', '=', work.orgId)
      .where('id', '=', trajectoryId)
      .execute()
    const begun = { ...row, started_on: work.today, waiting_since: null }
    await replanCourse(work, begun, programme, { state: 'active', worker_id: beside })
    return {}
  })
  return { personId, trajectoryId, worker: await world.memberForWorker(beside) }
}

/** The version of a trajectory, as a page would have it. */
export async function versionNow(world: World, trajectoryId: string): Promise<number> {
  const { rows } = await world.owner.query('select version from trajectory where id = $1', [trajectoryId])
  return rows[0].version
}
