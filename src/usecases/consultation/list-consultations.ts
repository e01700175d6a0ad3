import { z } from 'zod'
import { listConsultationRows } from '#db/consultation.ts'
import { findNetworkOrganisations } from '#db/network-organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import {
  answerBy,
  consultationState,
  consultationSteps,
  daysToAnswer,
  isUnanswered,
  mayStepConsultation,
} from '#domain/consultation/consultation.ts'
import { consultationPolicy } from '#domain/consultation/consultation-policy.ts'
import { fullName } from '#domain/person/person.ts'
import { worksWith } from '#domain/programme/works-with.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { consultationFields } from '#usecases/consultation/consultation-fields.ts'
import { NotFound } from '#usecases/failure.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** What was asked of experts about her, and what they advised. */
export const listConsultations = question({
  name: 'list-consultations',
  may: consultationPolicy.read,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, orgId, actor, vault, today } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    const definition = trajectory && definitionOf(work, trajectory)
    if (!trajectory || !definition || definition.consultations.length === 0) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const { person_id: personId } = trajectory
    const person = (await readPeople(work, [personId])).get(personId)
    const parties = (await findNetworkOrganisations(tx, orgId)).map(({ id, name }) => ({ id, name }))
    const seesAll = trajectoryPolicy.listCaseload(actor)
    const mayWrite = consultationPolicy.write(actor)
    const { open } = consultationFields
    return {
      trajectoryId,
      name: person ? (seesAll ? fullName(person.name) : person.name.given) : '—',
      works: worksWith(definition, trajectory.state),
      mayWrite,
      mayName: mayWrite && consultationPolicy.name(actor),
      kinds: definition.consultations.map(({ id, label }) => ({ id, label })),
      parties: mayWrite ? parties : [],
      consultations: (await listConsultationRows(tx, orgId, trajectoryId)).flatMap((row) => {
        const term = definition.consultations.find(({ id }) => id === row.kind)
        const state = consultationState(row)
        return term
          ? [
              {
                id: row.id,
                version: row.version,
                label: term.label,
                state,
                person: open(vault, personId, row.id, 'party_sealed', row.party_sealed),
                party: parties.find(({ id }) => id === row.network_organisation_id)?.name ?? null,
                question: open(vault, personId, row.id, 'question_sealed', row.question_sealed),
                advice: open(vault, personId, row.id, 'advice_sealed', row.advice_sealed),
                telling: row.telling,
                askedOn: row.asked_on,
                answeredOn: row.answered_on,
                droppedCode: row.dropped_code,
                checkOn: row.check_on,
                by: answerBy(row, term.answerDays.value),
                overdue: isUnanswered(row, term.answerDays.value, today),
                days: daysToAnswer(row),
                steps: mayWrite ? consultationSteps.filter((step) => mayStepConsultation(state, step)) : [],
              },
            ]
          : []
      }),
    }
  },
})
export type Consultations = Awaited<ReturnType<typeof listConsultations>>
export type ShownConsultation = Consultations['consultations'][number]
