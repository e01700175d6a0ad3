import { z } from 'zod'
import { listMaterialSteps } from '#db/material-step.ts'
import { findExtension, findPhases } from '#db/phase.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { daysBetween, monthsBetween } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { gestation } from '#domain/pregnancy/gestation.ts'
import { mayTakeStep, type Pregnancy } from '#domain/pregnancy/pregnancy.ts'
import { lastNoted, materialsNow } from '#domain/programme/materials-now.ts'
import { cadenceIn, movablePhases } from '#domain/programme/phases-now.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { courseEnd, endsByChild } from '#domain/trajectory/course-end.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { childDates, readPregnancy } from '#usecases/pregnancy/pregnancy-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { stateOf } from '#usecases/trajectory/state-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * What moves in a trajectory: the pregnancy or the children, its phases with who said so and why, how long it lasts.
 * While it is quiet there is nothing in it about a child or a phase.
 */
export const readCourse = question({
  name: 'read-course',
  may: trajectoryPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, today } = work
    const row = await findTrajectory(tx, actor, trajectoryId)
    if (!row) throw new NotFound()
    aboutTrajectory(work, row)
    const definition = definitionOf(work, row)
    const state = stateOf(row.state)
    const open = state !== 'closed'
    const running = state === 'active' || state === 'paused'
    const quiet = row.quiet_since !== null
    const person = (await readPeople(work, [row.person_id])).get(row.person_id)
    const pregnancy = await readPregnancy(work, row)
    const stands = quiet ? 'quiet' : pregnancy.state
    const child = await childDates(work, row)
    const noted = lastNoted(await listMaterialSteps(tx, actor, trajectoryId))
    const phases = quiet ? [] : await findPhases(tx, orgId, trajectoryId)
    const live = phases.filter(({ until_day }) => until_day === null).map(({ phase }) => phase)
    const extension = (await findExtension(tx, orgId, trajectoryId)) ?? null
    const weeks = child.dueOn && gestation(child.dueOn, today)
    const changes = open && trajectoryPolicy.changeCourse(actor)
    const decides = open && trajectoryPolicy.decideCourse(actor)
    const seesAll = trajectoryPolicy.listCaseload(actor)
    return {
      trajectoryId,
      version: row.version,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      running,
      quiet,
      dueOn: child.dueOn,
      weeks,
      children: quiet ? [] : await childrenOf(work, pregnancy),
      materials:
        running && !quiet
          ? materialsNow(definition, {
              quiet,
              gestationalWeeks: weeks?.weeks ?? null,
              childMonths: child.bornOn && monthsBetween(child.bornOn, today),
              phases: live,
            }).map(({ id, label, licence }) => ({ id, label, licence, ...noted(id) }))
          : [],
      phases: phases.map((one) => ({
        id: one.id,
        label: definition.phases.find(({ id }) => id === one.phase)?.label ?? null,
        from: one.from_day,
        until: one.until_day,
        byRule: one.began_by === null,
        code: one.began_by === null ? null : one.began_code,
      })),
      live,
      movable: quiet
        ? []
        : movablePhases(definition).map(({ id, label, goal }) => ({
            id,
            label,
            goal,
            cadenceDays: cadenceIn(definition, id),
          })),
      startedOn: row.started_on,
      endsOn: row.ends_on,
      endsByRule: running ? courseEnd(definition, child, row.started_on, null) : null,
      extension: extension && {
        until: extension.until_day,
        reviewOn: extension.review_on,
        label: definition.extension?.reasons.find(({ id }) => id === extension.reason_code)?.label ?? null,
      },
      extensionReasons: (definition.extension?.reasons ?? []).map(({ id, label }) => ({ id, label })),
      /** Visits that nobody agreed a day for go by the child's age here, and would stop with it. */
      visitsByChild: definition.contacts !== undefined && endsByChild(definition, row.started_on),
      wayOn: quiet && decides ? pregnancy.wayOn : null,
      works: worksWith(definition, row.state),
      abilities: {
        recordDue: changes && mayTakeStep(stands, 'record-due'),
        recordBirth: changes && mayTakeStep(stands, 'record-birth'),
        correctBirth: changes && mayTakeStep(stands, 'correct-birth'),
        takeBackBirth: decides && mayTakeStep(stands, 'take-back-birth'),
        tellChange: changes && mayTakeStep(stands, 'report-loss'),
        unquiet: decides && quiet,
        chooseWayOn: decides && quiet,
        noteMaterial: changes && running && !quiet,
        movePhases: changes && running && !quiet && movablePhases(definition).length > 0,
        extend: decides && running && !quiet && definition.extension !== undefined,
      },
    }
  },
})
export type Course = Awaited<ReturnType<typeof readCourse>>

/** Nobody said how the child is called. */
const unnamed = '—'

async function childrenOf(work: Work, { children }: Pregnancy) {
  const files = await readPeople(
    work,
    children.map(({ childId }) => childId),
  )
  return children.flatMap(({ childId }) => {
    const file = files.get(childId)
    if (!file?.birthDay) return []
    const months = monthsBetween(file.birthDay, work.today)
    const weeks = Math.floor(daysBetween(file.birthDay, work.today) / 7)
    return [
      {
        childId,
        given: file.name.given === unnamed ? null : file.name.given,
        bornOn: file.birthDay,
        months,
        weeks,
      },
    ]
  })
}
