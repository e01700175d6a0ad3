import { z } from 'zod'
import { findTrajectory } from '#db/trajectory.ts'
import { circleOn, daysOf, movesBetween, type SupporterVersion } from '#domain/circle/circle-on.ts'
import { circlePolicy } from '#domain/circle/circle-policy.ts'
import { mayTalkNow } from '#domain/circle/may-talk.ts'
import { roleOf, rolesNow, supporterKinds } from '#domain/circle/supporter.ts'
import { type Day, dayInput } from '#domain/day.ts'
import { fullName } from '#domain/person/person.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { registerOf } from '#usecases/circle/held-for-circle.ts'
import { knownVersions, relianceOf } from '#usecases/circle/known-circle.ts'
import { isPartnerSafe } from '#usecases/circle/partner-safe.ts'
import { whyNotCirclePaper } from '#usecases/circle/why-not-paper.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/**
 * Whom she can lean on, now and on a day before, with everything that was said of them since; and on how many she says
 * she can rely. With whom we may talk is as it counts today: what stands in the way of it is not said.
 */
export const readCircle = question({
  name: 'read-circle',
  may: circlePolicy.read,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    /** The day that now is held against; the first on which there was a circle unless said. */
    against: dayInput.nullable().default(null),
  }),
  async run(work, { trajectoryId, against }) {
    const { tx, actor, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition?.circle) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const quiet = trajectory.quiet_since !== null
    const versions = sayable(await knownVersions(work, trajectory), quiet)
    const partnerSafe = await isPartnerSafe(work, trajectory, definition)
    const register = await registerOf(work, trajectory)
    const now = circleOn(versions, today)
    const days = daysOf(versions).filter((day) => !day.equals(today))
    const thenOn = chosen(days, against)
    const { said, asksNow } = await relianceOf(work, trajectory, definition)
    return {
      trajectoryId,
      name: person ? (trajectoryPolicy.listCaseload(actor) ? fullName(person.name) : person.name.given) : '—',
      people: peopleOf(definition),
      works: worksWith(definition, trajectory.state),
      now: now.map((one) => ({ ...one, mayTalkSince: mayTalkNow(one.told, register, partnerSafe) })),
      thenOn,
      moves: movesBetween(thenOn ? circleOn(versions, thenOn) : [], now),
      /** Days on which the picture became another one, before today. */
      days,
      versions,
      reliance: said,
      asksNow,
      roles: rolesNow(quiet),
      kinds: supporterKinds,
      /** We may be let talk with her partner. */
      partnerSafe,
      notOnPaper: await whyNotCirclePaper(work, trajectory, definition),
      mayWrite: trajectory.state !== 'closed' && circlePolicy.write(actor),
    }
  },
})
export type Circle = Awaited<ReturnType<typeof readCircle>>

const chosen = (days: readonly Day[], against: Day | null): Day | null =>
  (against && days.find((day) => day.equals(against))) ?? days[0] ?? null

/** After a loss nobody is called by what they do for a child: what is left is that they stand by her. */
const sayable = (versions: readonly SupporterVersion[], quiet: boolean): readonly SupporterVersion[] =>
  versions.map((version) =>
    quiet && version.told?.role && roleOf(version.told.role).ofChild
      ? { ...version, told: { ...version.told, role: 'other', helpsWith: null } }
      : version,
  )
