import { largestTextsFile } from '#domain/instrument/instrument-texts.ts'
import { formOf } from '#pages/form-data.ts'
import { FhirFileProblems, onFileField } from '#pages/instrument/fhir-file-problems.tsx'
import { FileField } from '#pages/look/file-field.tsx'
import { Buttons, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Table, Text } from '#pages/look/parts.tsx'
import type { Answer, StaffRequest } from '#pages/page.ts'
import { seeOther } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { destroyInstrumentTexts } from '#usecases/instrument/destroy-instrument-texts.ts'
import type { ShelfLine, TextLoad } from '#usecases/instrument/list-instruments.ts'
import { loadInstrumentTexts } from '#usecases/instrument/load-instrument-texts.ts'

/** The texts that somebody with a licence loaded, of a questionnaire of which Naast may give none. */
export const InstrumentTexts = ({
  request,
  line,
  mayPermit,
  problem,
}: {
  request: StaffRequest
  line: ShelfLine
  mayPermit: boolean
  /** Of loading or destroying them. */
  problem: Problem
}) => {
  const { t, newKey } = request
  const { instrument, texts, loads, mayShowTexts } = line
  const readable = loads.some(({ endedAs }) => endedAs !== 'destroyed')
  const state = { t, form: formOf(null), problem: onFileField(problem), scope: 'texts' }
  return (
    <>
      <Heading>{t('instrument.texts')}</Heading>
      <Text>
        {texts.length > 0
          ? t('instrument.texts-shown', {
              languages: texts.map(({ language }) => t.languageName(language)).join(', '),
            })
          : t(readable && !mayShowTexts ? 'instrument.texts-not-shown' : 'instrument.texts-none')}
      </Text>
      <FhirFileProblems t={t} problem={problem} items={instrument.items} />
      {mayPermit && !mayShowTexts && <Text>{t('instrument.texts-permission')}</Text>}
      {mayPermit && mayShowTexts && (
        <PostForm
          state={state}
          submissionKey={newKey()}
          action={paths.instrument.texts(instrument.id)}
          multipart
        >
          <Text>{t('instrument.texts-how')}</Text>
          <FileField
            state={state}
            name="file"
            label={t('instrument.texts-file')}
            hint={t('instrument.texts-file-hint')}
            accept=".json,application/json,application/fhir+json"
          />
          <Buttons>
            <SubmitButton>{t('instrument.texts-load')}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
      {loads.length > 0 && <Loads t={t} loads={loads} />}
      {mayPermit && readable && (
        <details>
          <summary>{t('instrument.texts-destroy')}</summary>
          <Text>{t('instrument.texts-destroy-text')}</Text>
          <PostForm
            state={{ ...state, problem: mayShowTexts ? noProblem : state.problem, scope: 'destroy' }}
            submissionKey={newKey()}
            action={paths.instrument.destroyTexts(instrument.id)}
          >
            <Buttons>
              <SubmitButton kind="danger">{t('instrument.texts-destroy')}</SubmitButton>
            </Buttons>
          </PostForm>
        </details>
      )}
    </>
  )
}

const Loads = ({ t, loads }: { t: T; loads: readonly TextLoad[] }) => (
  <Table
    caption={t('instrument.texts-loads')}
    rows={loads}
    empty={null}
    columns={[
      { heading: t('instrument.language'), cell: ({ language }) => t.languageName(language) },
      {
        heading: t('instrument.texts-loaded'),
        cell: ({ by, on }) => t('instrument.texts-by', { day: t.longDay(on), who: by ?? '—' }),
      },
      {
        heading: t('instrument.texts-state'),
        cell: ({ endedAs, endedBy, endedOn }) =>
          endedAs === null || endedOn === null
            ? t('instrument.texts-current')
            : t(`instrument.texts-${endedAs}`, { day: t.longDay(endedOn), who: endedBy ?? '—' }),
      },
    ]}
  />
)

export async function loadTexts({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const instrumentId = params.name ?? ''
  const file = form.file('file')
  if (!file) throw new Invalid({ file: 'required' })
  if (file.size > largestTextsFile) throw new Invalid({ file: 'fhir-too-large' })
  await loadInstrumentTexts(
    context,
    actor,
    { instrumentId, file: await file.text() },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.instrument.one(instrumentId), 'instrument.said.texts-loaded')
}

export async function destroyTexts({ context, actor, form, params }: StaffRequest): Promise<Answer> {
  const instrumentId = params.name ?? ''
  await destroyInstrumentTexts(context, actor, { instrumentId }, form.key ? { key: form.key } : undefined)
  return seeOther(paths.instrument.one(instrumentId), 'instrument.said.texts-destroyed')
}
