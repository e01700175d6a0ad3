import { largestSheetFile } from '#domain/conversation-sheet/sheet-file.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { filledForm } from '#pages/form-data.ts'
import { FileField } from '#pages/look/file-field.tsx'
import {
  Buttons,
  DayField,
  PostForm,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import { listOwnSheets } from '#usecases/conversation-sheet/list-own-sheets.ts'
import { loadSheets } from '#usecases/conversation-sheet/load-sheets.ts'
import { Invalid } from '#usecases/failure.ts'

const owners = ['own', 'other'] as const

/** Sheets from a file: the organisation's own, or somebody else's whose licence it holds. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { programmes } = await listOwnSheets(context, actor, {})
  const form = problem === noProblem ? filledForm({ owner: 'own', publish: 'no' }) : request.form
  const state = { t, form, problem }
  return page(
    t('sheet.load'),
    <>
      <Heading level={1}>{t('sheet.load')}</Heading>
      <Text lead>{t('sheet.load-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()} multipart>
        <Select
          state={state}
          name="programmeId"
          label={t('sheet.programme')}
          options={programmes.map((one) => ({ value: one.id, label: programmeLabel(t, one) }))}
        />
        <Radios
          state={state}
          name="owner"
          label={t('sheet.owner')}
          options={owners.map((value) => ({ value, label: t(`sheet.owner.${value}`) }))}
        />
        <TextField
          state={state}
          name="holder"
          label={t('sheet.licence.holder')}
          hint={t('sheet.licence.hint')}
          optional
        />
        <DayField state={state} name="until" label={t('sheet.licence.until')} optional />
        <TextArea
          state={state}
          name="note"
          label={t('sheet.licence.note')}
          hint={t('sheet.licence.note-hint')}
          rows={3}
          optional
        />
        <Radios
          state={state}
          name="publish"
          label={t('sheet.load-as')}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`sheet.load-as.${value}`) }))}
        />
        <FileField
          state={state}
          name="file"
          label={t('sheet.file')}
          hint={t('sheet.file-hint')}
          accept=".json,application/json"
        />
        <Buttons>
          <SubmitButton>{t('sheet.do-load')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.conversationSheet.list()}>{t('sheet.own-title')}</Link>
    </>,
    { place: paths.programme.list() },
  )
}

async function load({ context, actor, form, today }: StaffRequest): Promise<Answer> {
  const owner = owners.find((one) => one === form.text('owner'))
  const file = form.file('file')
  if (!owner || !file)
    throw new Invalid({ ...(owner ? {} : { owner: 'choose-one' }), ...(file ? {} : { file: 'required' }) })
  const until = form.text('until')
  await loadSheets(
    context,
    actor,
    {
      programmeId: form.text('programmeId'),
      text: await file.text(),
      licence:
        owner === 'other'
          ? {
              holder: form.text('holder'),
              note: form.optional('note'),
              until: readTypedDay(until, { today })?.toString() ?? until,
            }
          : null,
      publish: form.text('publish') === 'yes',
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.conversationSheet.list(), 'sheet.said.loaded')
}

/** Problems of the licence and the file, by the fields of the form. */
const onForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([name, code]) => [
      name === 'text' ? 'file' : name.replace(/^licence\./, ''),
      code,
    ]),
  ),
})

export const loadSheetsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.conversationSheet.load(),
    who: ['coordinator', 'programme_manager'],
    bodyLimit: largestSheetFile * 4 + 64 * 1024,
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => load(request),
        (problem) => show(request, onForm(problem)),
      ),
    tooLarge: (request) =>
      show(request, { fields: {}, refused: { code: 'sheet-file-too-large', detail: {} } }).then((answer) => ({
        ...answer,
        status: 413,
      })) as Promise<Answer>,
  }),
]
