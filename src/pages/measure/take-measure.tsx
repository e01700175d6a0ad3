import { largestTextsFile } from '#domain/instrument/instrument-texts.ts'
import { declineReasons } from '#domain/measure/answers.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { takeFile } from '#pages/measure/answers-file.tsx'
import { showKeyAgain } from '#pages/measure/key-again.tsx'
import { fieldsOf, placeOf, readMoment, showTaking } from '#pages/measure/take-page.tsx'
import { type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem } from '#pages/problem.ts'
import { Invalid, Refused } from '#usecases/failure.ts'
import { declineMeasure } from '#usecases/measure/decline-measure.ts'
import { takeMeasure } from '#usecases/measure/take-measure.ts'

async function take(request: StaffRequest) {
  const { context, actor, form, t, today } = request
  const place = placeOf(request)
  const submission = form.key ? { key: form.key } : undefined
  if (form.text('what') === 'decline') {
    const reason = declineReasons.find((one) => one === form.text('reason'))
    if (!reason) throw new Invalid({ reason: 'choose-one' })
    await declineMeasure(context, actor, { ...place, reason }, submission)
    return seeOther(paths.measure.list(place.trajectoryId), 'measure.said.declined')
  }
  if (form.text('fill') === 'file') return takeFromFile(request)
  const { found, open } = await readMoment(request)
  const takenOn = readTypedDay(form.text('takenOn'), { today })
  const names = fieldsOf(found.measures)
  const { concernId, kept } = await takeMeasure(
    context,
    actor,
    {
      ...place,
      // Also what can't be right goes to the use case: danger in the answers is told before anything is refused.
      takenOn: takenOn?.toString() ?? '',
      mode: form.text('mode'),
      language: t.language,
      alone: form.checked('alone'),
      versions: Object.fromEntries(
        open.flatMap(({ shelf }) => {
          const version = shelf && form.text(`version.${shelf.id}`)
          return version ? [[shelf.id, version]] : []
        }),
      ),
      answers: Object.fromEntries(names.map((name) => [name, form.text(name)])),
      agreed: form.checked('agreed'),
    },
    submission,
  )
  return afterTaking(place.trajectoryId, { concernId, kept })
}

/** Her answers to one questionnaire are kept; what was typed of the others stays on the page to be kept too. */
async function takeFromFile(request: StaffRequest) {
  const place = placeOf(request)
  const { concernId, kept } = await takeFile(request, place)
  const { due } = await readMoment(request)
  const isTyped = fieldsOf(due).some((name) => request.form.text(name) !== '')
  if (kept && isTyped) return showTaking(request, noProblem, { concernId })
  return afterTaking(place.trajectoryId, { concernId, kept })
}

function afterTaking(trajectoryId: string, { concernId, kept }: { concernId: string | null; kept: boolean }) {
  if (concernId)
    return seeOther(paths.concern.one(concernId), kept ? 'measure.said.alarm' : 'measure.said.alarm-only')
  return seeOther(paths.measure.list(trajectoryId), 'measure.said.taken')
}

/** Two who key in the same paper at once: nothing is lost, what the second one keyed is the second keying. */
async function takeOrKeyAgain(request: StaffRequest) {
  try {
    return await take(request)
  } catch (error) {
    const first = error instanceof Refused && (doneMeanwhile as readonly string[]).includes(error.code)
    if (!first || request.form.text('mode') !== 'on_paper') throw error
    try {
      const told = { ...noProblem, concernId: error.told?.concernId ?? null }
      return { ...(await showKeyAgain(request, told, true)), status: 409 as const }
    } catch (other) {
      // Not keyed in from paper, or by herself: then it is what it was.
      if (other instanceof Refused) throw error
      throw other
    }
  }
}
const doneMeanwhile = ['measure-done-meanwhile', 'measure-not-due'] as const

export const takeMeasureRoutes: readonly Route[] = [
  staffRoute({
    path: paths.measure.take(':id', ':moment'),
    who: ['coordinator'],
    bodyLimit: largestTextsFile * 2,
    tooLarge: async (request) => ({
      ...(await showTaking(request, { ...noProblem, fields: { file: 'fhir-too-large' } })),
      status: 413,
    }),
    get: (request) => showTaking(request),
    post: (request) =>
      attempt(
        () => takeOrKeyAgain(request),
        (problem) => showTaking(request, problem),
      ),
  }),
]
