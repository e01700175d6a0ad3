import { questionnaireOf } from '#domain/fhir/questionnaire.ts'
import { type FileAnswer, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { NotFound } from '#usecases/failure.ts'
import { listInstruments } from '#usecases/instrument/list-instruments.ts'

/** A questionnaire for other systems. It holds no woman and no answer, and no text that isn't ours to give. */
async function download({ context, actor, params }: StaffRequest): Promise<FileAnswer> {
  const { instruments } = await listInstruments(context, actor, {})
  const line = instruments.find(({ instrument }) => instrument.id === params.name)
  if (!line) throw new NotFound()
  const questionnaire = questionnaireOf(line.instrument)
  return {
    kind: 'file',
    name: `${questionnaire.id}.fhir.json`,
    type: 'application/fhir+json; charset=utf-8',
    body: JSON.stringify(questionnaire, null, 2),
  }
}

export const questionnaireFileRoutes: readonly Route[] = [
  staffRoute({
    path: paths.instrument.fhir(':name'),
    who: ['coordinator', 'programme_manager', 'administrator', 'safeguarding_lead'],
    get: download,
  }),
]
