import { z } from 'zod'
import { findMeasures, type MeasureRow } from '#db/measure.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { goesByChild } from '#domain/measure/measure-day.ts'
import { fullName } from '#domain/person/person.ts'
import type { Instrument, MeasureMoment } from '#domain/programme/measuring.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { carriedFromGrid } from '#usecases/adversity/known-grids.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

export interface OneMeasure {
  readonly instrument: Instrument
  readonly state: 'due' | 'taken' | 'declined'
  readonly takenOn: Day | null
  readonly declinedCode: string | null
  readonly scores: Readonly<Record<string, number>>
  /** What she chose or said, by question; `null` if not hers to see or never given. */
  readonly answers: Readonly<Record<string, string | null>> | null
}
export interface MomentMeasures {
  readonly moment: string
  readonly label: MeasureMoment['label']
  readonly dueOn: Day | null
  /** Its day has come and it is still due. */
  readonly open: boolean
  readonly measures: readonly OneMeasure[]
}

/** What is measured in one trajectory: each moment with its questions, what she answered, what is still to ask. */
export const listMeasures = question({
  name: 'list-measures',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({ trajectoryId: z.uuid() }),
  async run(work, { trajectoryId }) {
    const { tx, actor, orgId } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const personId = trajectory.person_id
    const person = (await readPeople(work, [personId])).get(personId)
    const rows = await findMeasures(tx, orgId, trajectoryId)
    const definition = definitionOf(work, trajectory)
    const named = definition.instruments.filter(({ ofChild }) => !trajectory.quiet_since || ofChild !== true)
    // After a loss nothing that goes by a child is named any more, not even as something that wasn't asked.
    const moments = definition.measures
      .filter(({ when }) => !trajectory.quiet_since || !goesByChild(when))
      .map(({ moment, label }) => {
        const ofMoment = rows.filter((row) => row.moment === moment)
        return momentOf(work, personId, { moment, label }, ofMoment, named)
      })
      .filter(({ measures }) => measures.length > 0)
    return {
      trajectoryId,
      name: person ? fullName(person.name) : '—',
      closed: trajectory.state === 'closed',
      people: peopleOf(definition),
      agreed: (await givenConsents(work, personId, trajectoryId)).has('C-7'),
      /** What was said elsewhere of the same questions, lately. */
      carried: await carriedFromGrid(work, trajectory, definition),
      moments,
    }
  },
})

function momentOf(
  work: Work,
  personId: string,
  { moment, label }: Pick<MeasureMoment, 'moment' | 'label'>,
  rows: readonly MeasureRow[],
  instruments: readonly Instrument[],
): MomentMeasures {
  const dueOn = rows[0]?.due_on ?? null
  // In the order in which they are asked, not in that of the alphabet.
  const measures = instruments.flatMap((instrument) => {
    const row = rows.find(({ instrument_id }) => instrument_id === instrument.id)
    return row ? [measureOf(work, personId, row, instrument)] : []
  })
  const open = measures.some(({ state }) => state === 'due') && dueOn !== null && !isBefore(work.today, dueOn)
  return { moment, label, dueOn, open, measures }
}

function measureOf(work: Work, personId: string, row: MeasureRow, instrument: Instrument): OneMeasure {
  const text = measureFields.open(work.vault, personId, row.id, 'answers_sealed', row.answers_sealed)
  return {
    instrument,
    state: row.state,
    takenOn: row.taken_on,
    declinedCode: row.declined_code,
    // Both are our own writing, validated on the way in.
    scores: (row.scores ?? {}) as Record<string, number>,
    answers: text === null ? null : (JSON.parse(text) as Record<string, string | null>),
  }
}
