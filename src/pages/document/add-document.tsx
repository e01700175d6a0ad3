import { takesAuthority } from '#domain/child-request/child-request.ts'
import { documentKinds } from '#domain/document/document.ts'
import { DocumentFields, documentBody, fileOf, nameOf } from '#pages/document/document-form.tsx'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { readChildRequest } from '#usecases/child-request/read-child-request.ts'
import { addAuthority } from '#usecases/document/add-authority.ts'
import { addDocument } from '#usecases/document/add-document.ts'
import { prepareDocument } from '#usecases/document/prepare-document.ts'
import { Invalid, NotFound, Refused } from '#usecases/failure.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''
const tooLarge: Problem = { fields: { file: 'document-too-large' }, refused: null }

async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { trajectoryId, name, answers, inTheWay } = await prepareDocument(context, actor, {
    trajectoryId: idOf(request),
  })
  const state: FormState = { t, form: request.form, problem }
  const list = paths.document.list(trajectoryId)
  return page(
    t('document.add'),
    <>
      <Heading level={1}>{t('document.add')}</Heading>
      <Text lead>{name}</Text>
      {inTheWay && problem === noProblem ? (
        <>
          <Notice tone="attention" title={t(`refusal.${inTheWay}`)} />
          <Link href={list}>{t('document.back')}</Link>
        </>
      ) : (
        // Another file is another submission: nothing of the first is kept in the form.
        <PostForm state={state} submissionKey={request.newKey()} multipart>
          <Radios
            state={state}
            name="kind"
            label={t('document.kind')}
            options={documentKinds.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
          />
          {answers.length > 0 && (
            <Select
              state={state}
              name="consentId"
              label={t('document.answer')}
              hint={t('document.answer-hint')}
              empty={t('document.answer-none')}
              options={answers.map(({ id, code, onDay }) => ({
                value: id,
                label: `${t(`consent.${code as 'C-1'}`)}, ${t.longDay(onDay)}`,
              }))}
              optional
            />
          )}
          <DocumentFields state={state} />
          <Buttons>
            <SubmitButton>{t('document.save')}</SubmitButton>
            <Link href={list}>{t('document.back')}</Link>
          </Buttons>
        </PostForm>
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

/** Asks what may be kept, and whether anything may, before the file is looked at, which costs most. */
async function add(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const trajectoryId = idOf(request)
  const { inTheWay } = await prepareDocument(context, actor, { trajectoryId })
  if (inTheWay) throw new Refused(inTheWay)
  const kind = documentKinds.find((one) => one === form.text('kind'))
  if (!kind) throw new Invalid({ kind: 'choose-one' })
  const file = await fileOf(context, request)
  const input = { trajectoryId, kind, consentId: form.optional('consentId'), name: nameOf(request), file }
  await addDocument(context, actor, input, form.key ? { key: form.key } : undefined)
  return seeOther(paths.document.list(trajectoryId), 'document.said.added')
}

async function showAuthority(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t } = request
  const { id, state: stands } = await readChildRequest(context, actor, { id: idOf(request) })
  if (!takesAuthority(stands)) throw new NotFound()
  const state: FormState = { t, form: request.form, problem }
  return page(
    t('document.add-authority'),
    <>
      <Heading level={1}>{t('document.add-authority')}</Heading>
      <Text lead>{t('document.authority-lead')}</Text>
      <PostForm state={state} submissionKey={request.newKey()} multipart>
        <DocumentFields state={state} />
        <Buttons>
          <SubmitButton>{t('document.save')}</SubmitButton>
          <Link href={paths.childRequest.one(id)}>{t('child-request.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.childRequest.list() },
  )
}

async function keepAuthority(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { id: childRequestId, state } = await readChildRequest(context, actor, { id: idOf(request) })
  if (!takesAuthority(state)) throw new Refused('document-not-now')
  const input = { childRequestId, name: nameOf(request), file: await fileOf(context, request) }
  await addAuthority(context, actor, input, form.key ? { key: form.key } : undefined)
  return seeOther(paths.childRequest.one(childRequestId), 'document.said.added')
}

const asTooLarge =
  (again: (request: StaffRequest, problem: Problem) => Promise<Answer>) =>
  async (request: StaffRequest): Promise<Answer> => {
    const answer = await again(request, tooLarge)
    return answer.kind === 'page' ? { ...answer, status: 413 } : answer
  }

export const addDocumentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.document.add(':id'),
    who: ['coordinator', 'worker'],
    bodyLimit: documentBody,
    tooLarge: asTooLarge(show),
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => add(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.document.addAuthority(':id'),
    who: ['privacy_officer'],
    bodyLimit: documentBody,
    tooLarge: asTooLarge(showAuthority),
    get: (request) => showAuthority(request),
    post: (request) =>
      attempt(
        () => keepAuthority(request),
        (problem) => showAuthority(request, problem),
      ),
  }),
]
