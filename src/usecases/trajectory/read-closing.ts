import { z } from 'zod'
import { findClosure } from '#db/closure.ts'
import { listContacts } from '#db/contact.ts'
import { findMeasures } from '#db/measure.ts'
import { findTrajectory } from '#db/trajectory.ts'
import {
  closureReasonsFor,
  closureResult,
  dependsOnAnswers,
  finalMoment,
  type GoalLevel,
  sayable,
} from '#domain/closure/closure.ts'
import { askedAtEnd, type Told } from '#domain/closure/told-at-end.ts'
import { momentsAfterEnd } from '#domain/measure/after-end.ts'
import { fullName } from '#domain/person/person.ts'
import { factWords } from '#domain/programme/fact-words.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { mayStep } from '#domain/trajectory/trajectory.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import { NotFound } from '#usecases/failure.ts'
import { sessionsAttendedBy } from '#usecases/group/attended.ts'
import { childBornOn } from '#usecases/match/child-of.ts'
import { trajectoryStateOf } from '#usecases/match/states.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { closureFields, closureNoteFields } from '#usecases/trajectory/closure-fields.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { knownAtEnd } from '#usecases/trajectory/known-at-end.ts'
import { question } from '#usecases/use-case.ts'

/** What closing would mean now, or, when it was closed, what was decided. */
export const readClosing = question({
  name: 'read-closing',
  may: trajectoryPolicy.close,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor, orgId, today, vault } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId, contacts_done: visitsDone } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const definition = definitionOf(work, trajectory)
    const begun = trajectory.started_on !== null
    const quiet = trajectory.quiet_since !== null
    const bornOn = await childBornOn(work, trajectory)
    const sessionsAttended = await sessionsAttendedBy(work, trajectoryId)
    const contacts = await listContacts(tx, orgId, trajectoryId)
    const measures = await findMeasures(tx, orgId, trajectoryId)
    const final = finalMoment(definition)
    const row = await findClosure(tx, orgId, trajectoryId)
    const ofFinal = measures.filter(({ moment }) => moment === final?.moment)
    const later = momentsAfterEnd(definition)
    const known = await knownAtEnd(work, definition, trajectoryId)
    const course = {
      begun,
      visitsDone,
      childBornOn: bornOn,
      sessionsAttended,
      evaluationHeld: ofFinal.some(({ state }) => state === 'taken'),
      planGoalsMet: known.goalsMet,
      told: known.told,
    }
    return {
      trajectoryId,
      version: trajectory.version,
      name: person ? fullName(person.name) : '—',
      people: peopleOf(definition),
      begun,
      mayClose: mayStep(trajectoryStateOf(trajectory), 'close'),
      reasons: closureReasonsFor(definition, begun, quiet),
      outcomes: sayable(definition.outcomes, quiet),
      /** What only the person who closes can tell, each as a question. */
      asked: askedAtEnd(definition, known.told).map((name) => ({ name, question: factWords[name] })),
      result: dependsOnAnswers(definition, course, today)
        ? ('depends' as const)
        : closureResult(definition, course, today),
      sessionsAttended,
      visitsDone,
      usual: definition.contacts
        ? { min: definition.contacts.min.value, max: definition.contacts.max.value }
        : null,
      plannedLeft: contacts.filter(({ state }) => state === 'planned').length,
      measuresLeft: new Set(
        measures
          .filter(({ state, moment }) => state === 'due' && !later.some((one) => one.moment === moment))
          .map(({ moment }) => moment),
      ).size,
      /** When she would be asked again, in months after the end; `null` where the programme doesn't do that. */
      asksAgainAfter: begun
        ? (later.flatMap(({ when }) => (when.at === 'after_end' ? when.months : []))[0] ?? null)
        : null,
      final: final && {
        moment: final.moment,
        label: final.label,
        taken: ofFinal.some(({ state }) => state === 'taken'),
        due: ofFinal.some(({ state }) => state === 'due'),
      },
      tellsReferrer:
        definition.referral.feedbackMoments.value.includes(begun ? 'ended' : 'started') &&
        (await givenConsents(work, personId, trajectoryId)).has('C-5'),
      closure: row && {
        reason: definition.closureReasons.find(({ id }) => id === row.reason_code)?.label ?? null,
        result: row.result,
        closedOn: trajectory.closed_on,
        visitsDone: row.contacts_done,
        evaluation: row.evaluation,
        evaluationCode: row.evaluation_code,
        // Our own writing, validated on the way in.
        goals: row.goals as Record<string, GoalLevel>,
        told: row.told as Told,
        afterwards: row.afterwards,
        words: closureFields.open(vault, personId, row.id, 'words_sealed', row.words_sealed),
        note: closureNoteFields.open(
          vault,
          personId,
          trajectoryId,
          'closure_note_sealed',
          trajectory.closure_note_sealed,
        ),
      },
    }
  },
})
