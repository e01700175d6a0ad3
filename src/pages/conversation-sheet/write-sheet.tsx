import { sheetLanguages } from '#domain/conversation-sheet/conversation-sheet.ts'
import {
  filledSheet,
  onSheetForm,
  readSheetForm,
  SheetFields,
} from '#pages/conversation-sheet/sheet-form.tsx'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { programmeLabel } from '#pages/programme/one-programme.tsx'
import { beginOwnSheet } from '#usecases/conversation-sheet/begin-own-sheet.ts'
import { listOwnSheets } from '#usecases/conversation-sheet/list-own-sheets.ts'
import { readOwnSheet } from '#usecases/conversation-sheet/read-own-sheet.ts'
import { writeOwnSheet } from '#usecases/conversation-sheet/write-own-sheet.ts'
import { Invalid } from '#usecases/failure.ts'

const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const languageIn = (text: string | null) => sheetLanguages.find((one) => one === text)

/** A new sheet, in one language to begin with. */
async function showNew(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { programmes } = await listOwnSheets(context, actor, {})
  const again = problem !== noProblem
  const form = again
    ? request.form
    : filledForm({ at: 'month', language: t.language, mayGoHome: 'no', programmeId: programmes[0]?.id })
  const state = { t, form, problem }
  return page(
    t('sheet.begin'),
    <>
      <Heading level={1}>{t('sheet.begin')}</Heading>
      <Text lead>{t('sheet.begin-lead')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Select
          state={state}
          name="programmeId"
          label={t('sheet.programme')}
          options={programmes.map((one) => ({ value: one.id, label: programmeLabel(t, one) }))}
        />
        <SheetFields state={state} language={null} />
        <Buttons>
          <SubmitButton>{t('sheet.save-draft')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.conversationSheet.list()}>{t('sheet.own-title')}</Link>
    </>,
    { place: paths.programme.list() },
  )
}

async function begin(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { text, ...rest } = readSheetForm(form)
  if (text === null) throw new Invalid({ title: 'required' })
  const { id } = await beginOwnSheet(
    context,
    actor,
    { programmeId: form.text('programmeId'), ...rest, text },
    keyOf(request),
  )
  return seeOther(paths.conversationSheet.one(id), 'sheet.said.saved')
}

/** The newest version in one language, with the others a tap away. */
async function showWrite(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, params, query } = request
  const one = await readOwnSheet(context, actor, { id: params.id ?? '' })
  const again = problem !== noProblem
  const asked = languageIn(again ? request.form.text('language') : query.get('language'))
  const language = asked ?? sheetLanguages.find((code) => one.content.texts[code]) ?? 'nl'
  const form = again ? request.form : filledForm(filledSheet(one.content, language))
  const state = { t, form, problem }
  return page(
    t('sheet.write'),
    <>
      <Heading level={1}>{t('sheet.write')}</Heading>
      {one.state === 'published' && <Text lead>{t('sheet.write-new-text')}</Text>}
      <nav aria-label={t('sheet.language')}>
        <ul class="naast-list naast-list--row">
          {sheetLanguages.map((code) => (
            <li key={code}>
              {code === language ? (
                <strong aria-current="true">{t.languageName(code)}</strong>
              ) : (
                <Link href={`${paths.conversationSheet.write(one.id)}?language=${code}`}>
                  {t.languageName(code)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.conversationSheet.write(one.id)}
      >
        <input type="hidden" name="numberSeen" value={one.versions.at(-1)?.number ?? 1} />
        <input type="hidden" name="version" value={one.version} />
        <SheetFields state={state} language={language} />
        <Buttons>
          <SubmitButton>{t('sheet.save-draft')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.conversationSheet.one(one.id)}>{t('sheet.back')}</Link>
    </>,
    { place: paths.programme.list() },
  )
}

async function write(request: StaffRequest): Promise<Answer> {
  const { context, actor, form, params } = request
  const { id } = await writeOwnSheet(
    context,
    actor,
    {
      id: params.id ?? '',
      number: Number(form.text('numberSeen')),
      version: Number(form.text('version')),
      ...readSheetForm(form),
    },
    keyOf(request),
  )
  return seeOther(paths.conversationSheet.one(id), 'sheet.said.saved')
}

const who = ['coordinator', 'programme_manager'] as const
/** The longest sheet there can be is some ten thousand letters, each up to nine signs in an address. */
const bodyLimit = 256 * 1024
export const writeSheetRoutes: readonly Route[] = [
  staffRoute({
    path: paths.conversationSheet.begin(),
    who,
    bodyLimit,
    get: (request) => showNew(request),
    post: (request) =>
      attempt(
        () => begin(request),
        (problem) => showNew(request, onSheetForm(problem)),
      ),
  }),
  staffRoute({
    path: paths.conversationSheet.write(':id'),
    who,
    bodyLimit,
    get: (request) =>
      attempt(
        () => showWrite(request),
        async () => seeOther(paths.conversationSheet.list(), 'sheet.said.licence-ended'),
      ),
    post: (request) =>
      attempt(
        () => write(request),
        (problem) => showWrite(request, onSheetForm(problem)),
      ),
  }),
]
