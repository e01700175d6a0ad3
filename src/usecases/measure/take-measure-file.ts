import { z } from 'zod'
import { findMeasures } from '#db/measure.ts'
import { lockTrajectory, type TrajectoryRow } from '#db/trajectory.ts'
import type { FhirNode } from '#domain/fhir/node.ts'
import { fieldsOfProblems } from '#domain/fhir/questionnaire-problem.ts'
import { readJson } from '#domain/fhir/read-json.ts'
import { answeredIn, readResponse } from '#domain/fhir/read-questionnaire-response.ts'
import { isOfAnother } from '#domain/fhir/response-subject.ts'
import { largestTextsFile } from '#domain/instrument/instrument-texts.ts'
import { mayLeave } from '#domain/instrument/ways-to-ask.ts'
import { notInTime } from '#domain/measure/answered-in-time.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import { paperCode } from '#domain/measure/on-paper.ts'
import { fullName } from '#domain/person/person.ts'
import { trajectoryPolicy } from '#domain/trajectory/trajectory-policy.ts'
import { findOnShelf } from '#programmes/shelf/shelf.ts'
import type { Work } from '#usecases/context.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'
import { type HeldMoment, holdMoment } from '#usecases/measure/held-moment.ts'
import { keepTaken } from '#usecases/measure/keep-taken.ts'
import { dangerToldIfRefused } from '#usecases/measure/raise-measure-alarm.ts'
import { readPeople } from '#usecases/person/person-file.ts'
import { aboutTrajectory } from '#usecases/trajectory/about-trajectory.ts'
import { command } from '#usecases/use-case.ts'

const ofAnother = 'measure-file-of-another'

/**
 * Keeps her answers to one questionnaire of this moment from a FHIR QuestionnaireResponse, as if they had been typed:
 * danger first, the same licence, the same scores. The rest of the moment stays due. Never what may not leave the hands
 * of staff, nothing that somebody else answered as far as that can be told, and nothing of another time.
 */
export const takeMeasureFile = command({
  name: 'take-measure-file',
  action: 'update',
  may: trajectoryPolicy.takeMeasure,
  input: z.strictObject({
    trajectoryId: z.uuid(),
    moment: z.string().max(10),
    file: z.string().min(1, 'required').max(largestTextsFile, 'fhir-too-large'),
    language: z.string().max(20).default('nl'),
    /** She agrees, here and now, that her answers are kept to evaluate. */
    agreed: z.boolean().default(false),
  }),
  evenIfRefused: async (context, actor, { trajectoryId, moment, file }, error) => {
    const tree = treeOf(file)
    const answered = tree && answeredIn(tree, findOnShelf)
    // Of somebody else nothing can be told of this woman; whoever chose the file reads that it is somebody else's.
    if (!answered || (error instanceof Refused && error.code === ofAnother)) return null
    const { instrument, answers } = answered
    return dangerToldIfRefused(context, actor, {
      trajectoryId,
      moment,
      answers: asTyped(instrument, answers),
      versions: { [instrument.id]: instrument.version },
    })
  },
  async run(work, { trajectoryId, moment, file, language, agreed }) {
    const trajectory = await lockTrajectory(work.tx, work.actor, trajectoryId)
    if (!trajectory) throw new NotFound()
    aboutTrajectory(work, trajectory)
    const tree = treeOf(file)
    if (!tree) throw new Invalid({ file: 'fhir-not-json' })
    if (await isSomebodyElses(work, trajectory, moment, tree)) throw new Refused(ofAnother)
    const held = await holdMoment(work, trajectoryId, moment)
    const read = readResponse(tree, findOnShelf)
    if ('problems' in read) throw new Invalid(fieldsOfProblems(read.problems))
    const { instrument, taken } = read
    const { nl, en } = instrument.title
    if (!mayLeave(instrument)) throw new Refused('measure-file-stays-with-staff', { nl, en })
    const planned = held.ofMoment.find((row) => row.instrument_id === instrument.id)
    if (!planned) throw new Refused('measure-file-not-asked', { nl, en })
    if (planned.instrument_version !== instrument.version)
      throw new Refused('measure-other-version', { nl, en })
    const nextDueOn = await nextDayOf(work, held, instrument.id)
    const late = notInTime(taken.on, { dueOn: planned.due_on, nextDueOn, today: work.today })
    if (late) throw new Invalid({ file: late })
    return keepTaken(
      work,
      // One questionnaire comes in; the others of this moment stay to be asked.
      { ...held, due: held.due.filter(({ row }) => row.id === planned.id) },
      {
        trajectoryId,
        moment,
        takenOn: taken.on,
        mode: taken.mode,
        language,
        answers: asTyped(instrument, taken.answers),
        alone: false,
        versions: { [instrument.id]: instrument.version },
        agreed,
        keyedIn: false,
      },
    )
  },
})

function treeOf(file: string): FhirNode | null {
  const tree = readJson(file.replace(/^\ufeff/, ''))
  return typeof tree === 'string' ? null : tree
}

const asTyped = (
  instrument: { readonly id: string },
  answers: Readonly<Record<string, string | null>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [fieldOf(instrument, { id }), answer ?? '']),
  )

async function isSomebodyElses(
  work: Work,
  { id, person_id: personId }: TrajectoryRow,
  moment: string,
  tree: FhirNode,
): Promise<boolean> {
  const person = (await readPeople(work, [personId])).get(personId)
  return isOfAnother(tree, {
    name: person && !person.erased ? fullName(person.name) : null,
    birthDay: person?.birthDay?.toString() ?? null,
    paperCode: paperCode(id, moment),
  })
}

/** The day on which the same is asked next, after this moment. */
async function nextDayOf({ tx, orgId }: Work, { trajectory, ofMoment }: HeldMoment, instrumentId: string) {
  const here = ofMoment.find((row) => row.instrument_id === instrumentId)?.due_on
  if (!here) return null
  const days = (await findMeasures(tx, orgId, trajectory.id)).flatMap((row) =>
    row.instrument_id === instrumentId && row.due_on && Temporal.PlainDate.compare(row.due_on, here) > 0
      ? [row.due_on]
      : [],
  )
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null
}
