import { z } from 'zod'
import { findMeasures, type MeasureRow } from '#db/measure.ts'
import { findOrganisation } from '#db/organisation.ts'
import { findTrajectory } from '#db/trajectory.ts'
import { type Day, isBefore } from '#domain/day.ts'
import { isOfChild, shelfName } from '#domain/instrument/on-shelf.ts'
import type { Scored } from '#domain/instrument/score.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { asQuestions } from '#domain/instrument/shelf-questions.ts'
import type { Hindrance } from '#domain/instrument/ways-to-ask.ts'
import { type NotAfterwards, notAfterwards } from '#domain/measure/after-end.ts'
import { type KeptScores, numbersOf } from '#domain/measure/kept-scores.ts'
import { goesByChild } from '#domain/measure/measure-day.ts'
import { paperCode, paperWay } from '#domain/measure/on-paper.ts'
import { ownDeviceRuleOf } from '#domain/own-device/own-device-rule.ts'
import { fullName } from '#domain/person/person.ts'
import type { ProgrammeDefinition } from '#domain/programme/definition.ts'
import type { Instrument, MeasureMoment } from '#domain/programme/measuring.ts'
import { peopleOf } from '#domain/programme/people.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import { carriedFromGrid } from '#usecases/adversity/known-grids.ts'
import { relianceOf } from '#usecases/circle/known-circle.ts'
import { givenConsents } from '#usecases/consent/read-consent.ts'
import type { Work } from '#usecases/context.ts'
import { NotFound } from '#usecases/failure.ts'
import { endedAs } from '#usecases/measure/ended-as.ts'
import { measureFields } from '#usecases/measure/measure-fields.ts'
import type { Questionnaire } from '#usecases/measure/questionnaire-of.ts'
import { whatHinders } from '#usecases/measure/what-hinders.ts'
import { withLoadedTexts } from '#usecases/measure/with-loaded-texts.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { definitionOf } from '#usecases/trajectory/definition-of.ts'
import { question } from '#usecases/use-case.ts'

/** The language in which texts are wanted that a holder of a licence loaded. */
export const textsIn = z.string().max(8).default('nl')

export interface OneMeasure {
  readonly instrument: Instrument
  readonly state: 'due' | 'taken' | 'declined'
  readonly takenOn: Day | null
  readonly declinedCode: string | null
  /** The numbers that count: by item of a programme's own questions, by score of a questionnaire of the shelf. */
  readonly scores: Readonly<Record<string, number>>
  /** Of the shelf: the questionnaire itself, with its licence, and what each score says. */
  readonly shelf: ShelfInstrument | null
  readonly results: Readonly<Record<string, Scored>>
  /** Why it isn't asked now; that she is alone is asked when it begins. */
  readonly hindrance: Hindrance | null
  readonly mode: string | null
  readonly language: string | null
  /** What she chose or said, by question; `null` if not hers to see or never given. */
  readonly answers: Readonly<Record<string, string | null>> | null
}
export interface MomentMeasures {
  readonly moment: string
  readonly label: MeasureMoment['label']
  readonly dueOn: Day | null
  /** Its day has come and it is still due. */
  readonly open: boolean
  /** Why it isn't asked before, or after, her trajectory ended; `null` if it is. */
  readonly notNow: NotAfterwards | null
  /** What stands on its paper instead of a name; `null` if none of what is due may be on paper. */
  readonly paperCode: string | null
  readonly measures: readonly OneMeasure[]
}

/** What is measured in one trajectory: each moment with its questions, what she answered, what is still to ask. */
export const listMeasures = question({
  name: 'list-measures',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({ trajectoryId: z.uuid(), texts: textsIn }),
  async run(work, { trajectoryId, texts }) {
    const { tx, actor, orgId } = work
    const trajectory = await findTrajectory(tx, actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const personId = trajectory.person_id
    const person = (await readPeople(work, [personId])).get(personId)
    const rows = await findMeasures(tx, orgId, trajectoryId)
    const definition = definitionOf(work, trajectory)
    const ended = await endedAs(work, trajectory)
    const quiet = trajectory.quiet_since !== null
    const named = questionnairesOf(definition, rows).filter(
      ({ instrument, shelf }) =>
        !quiet || !(shelf ? isOfChild(shelfName(shelf)) : instrument.ofChild === true),
    )
    const { questionnaires, languages } = await withLoadedTexts(work, named, texts)
    const hinders = await whatHinders(
      work,
      trajectory,
      named.flatMap(({ shelf }) => shelf ?? []),
      true,
    )
    // After a loss nothing that goes by a child is named any more, not even as something that wasn't asked.
    const moments = definition.measures
      .filter(({ when }) => !trajectory.quiet_since || !goesByChild(when))
      .map(({ moment, label, when }) => {
        const ofMoment = rows.filter((row) => row.moment === moment)
        const notNow = notAfterwards({ when }, ended, ofMoment[0]?.due_on ?? null, work.today)
        const shown = momentOf(work, personId, { moment, label }, ofMoment, questionnaires, hinders)
        return { ...shown, notNow, paperCode: notNow ? null : codeOf(trajectoryId, shown) }
      })
      .filter(({ measures }) => measures.length > 0)
    return {
      trajectoryId,
      name: person ? fullName(person.name) : '—',
      personId,
      closed: ended !== null,
      people: peopleOf(definition),
      agreed: (await givenConsents(work, personId, trajectoryId)).has('C-7'),
      /** Her organisation lets women answer on their own device; whether she can now is asked there. */
      ownDevice: ownDeviceRuleOf((await findOrganisation(work.tx, work.orgId)).own_device) === 'on',
      /** What was said elsewhere of the same questions, lately. */
      carried: await carriedFromGrid(work, trajectory, definition),
      /** On how many she says she can rely; `null` where the programme asks no such thing. */
      reliance: definition.circle ? await relianceOf(work, trajectory, definition) : null,
      moments,
      /** Languages in which a holder loaded texts, of what Naast may not give itself. */
      textLanguages: languages,
    }
  },
})

type Hinders = (instrument: ShelfInstrument) => Hindrance | null

/** The programme's own as the definition has them, then those of the shelf as they were planned. */
function questionnairesOf(
  definition: Pick<ProgrammeDefinition, 'instruments' | 'measures'>,
  rows: readonly MeasureRow[],
): readonly Questionnaire[] {
  const names = new Set([
    ...definition.measures.flatMap(({ shelf }) => shelf?.value ?? []),
    ...rows.map((row) => shelfName({ id: row.instrument_id, version: row.instrument_version })),
  ])
  const own = definition.instruments.map((instrument) => ({ instrument, shelf: null }))
  const ids = new Set(own.map(({ instrument }) => instrument.id))
  const shelved = [...names]
    .flatMap((name) => findOnShelf(name) ?? [])
    .filter(({ id }) => !ids.has(id))
    .map((shelf) => ({ instrument: asQuestions(shelf), shelf }))
  return [...own, ...shelved]
}

function momentOf(
  work: Work,
  personId: string,
  { moment, label }: Pick<MeasureMoment, 'moment' | 'label'>,
  rows: readonly MeasureRow[],
  questionnaires: readonly Questionnaire[],
  hinders: Hinders,
): Omit<MomentMeasures, 'notNow' | 'paperCode'> {
  const dueOn = rows[0]?.due_on ?? null
  // In the order in which they are asked, not in that of the alphabet.
  const measures = questionnaires.flatMap((one) => {
    const row = rows.find(
      ({ instrument_id, instrument_version }) =>
        instrument_id === one.instrument.id && (!one.shelf || one.shelf.version === instrument_version),
    )
    return row ? [measureOf(work, personId, row, one, hinders)] : []
  })
  const open = measures.some(({ state }) => state === 'due') && dueOn !== null && !isBefore(work.today, dueOn)
  return { moment, label, dueOn, open, measures }
}

/** The code of its paper, if something of it can be printed now. */
const codeOf = (
  trajectoryId: string,
  { moment, measures }: Pick<MomentMeasures, 'moment' | 'measures'>,
): string | null =>
  measures.some(
    ({ state, instrument, shelf, hindrance }) =>
      state === 'due' &&
      paperWay(instrument, shelf, hindrance?.includes('licence') ? 'none' : 'free') !== null,
  )
    ? paperCode(trajectoryId, moment)
    : null

function measureOf(
  work: Work,
  personId: string,
  row: MeasureRow,
  { instrument, shelf }: Questionnaire,
  hinders: Hinders,
): OneMeasure {
  const text = measureFields.open(work.vault, personId, row.id, 'answers_sealed', row.answers_sealed)
  // Our own writing, validated on the way in: a number for each question of our own, what was scored for the shelf.
  const kept = (row.scores ?? {}) as KeptScores
  const results = Object.entries(kept).flatMap(([id, one]) =>
    typeof one === 'number' ? [] : [[id, one] as const],
  )
  return {
    instrument,
    shelf,
    state: row.state,
    takenOn: row.taken_on,
    declinedCode: row.declined_code,
    mode: row.mode,
    language: row.language,
    scores: numbersOf(kept),
    results: Object.fromEntries(results),
    answers: text === null ? null : (JSON.parse(text) as Record<string, string | null>),
    hindrance: shelf && row.state === 'due' ? hinders(shelf) : null,
  }
}
