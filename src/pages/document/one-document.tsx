import { removalReasons } from '#domain/document/document.ts'
import { sizeWords } from '#pages/document/document-list.tsx'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { attachDocument } from '#usecases/document/attach-document.ts'
import { openDocument } from '#usecases/document/open-document.ts'
import { type OneDocument, readDocument } from '#usecases/document/read-document.ts'
import { removeDocument } from '#usecases/document/remove-document.ts'

const idOf = (request: StaffRequest): string => request.params.id ?? ''
const homeOf = ({ trajectoryId, childRequestId }: Pick<OneDocument, 'trajectoryId' | 'childRequestId'>) =>
  trajectoryId ? paths.document.list(trajectoryId) : paths.childRequest.one(childRequestId ?? '')

/** What it is, and the way to what is in it; each look at that stands in the log. */
async function show(request: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor, t, today, form, path } = request
  const one = await readDocument(context, actor, { id: idOf(request) })
  const stateOf = (action: string): FormState => ({
    t,
    form,
    problem: path === action ? problem : noProblem,
  })
  const submissionKey = form.key ?? request.newKey()
  const answer = one.answers.find(({ id }) => id === one.consentId)
  return page(
    t('document.one'),
    <>
      <Heading level={1}>
        {t(`document.kind.${one.kind}`)}{' '}
        {one.state !== 'kept' && <Tag tone="attention">{t(`document.state.${one.state}`)}</Tag>}
      </Heading>
      <Summary
        rows={[
          [t('document.name'), one.name],
          [t('document.type'), `${t(`document.type.${one.type}`)}, ${sizeWords(t, one.size)}`],
          [t('document.added-by'), `${one.addedBy ?? '—'}, ${t.day(one.addedOn, today)}`],
          answer ? [t('document.answer'), answerWords(t, answer)] : null,
          one.removalReason ? [t('document.reason'), t(`document.reason.${one.removalReason}`)] : null,
          one.removalAskedOn
            ? [t('document.asked-by'), `${one.removalAskedBy ?? '—'}, ${t.day(one.removalAskedOn, today)}`]
            : null,
          one.removedOn
            ? [t('document.removed-by'), `${one.removedBy ?? '—'}, ${t.day(one.removedOn, today)}`]
            : null,
        ]}
      />
      {one.state !== 'removed' && (
        <>
          <p class="naast-actions">
            <ButtonLink href={paths.document.file(one.id)}>{t('document.open')}</ButtonLink>
          </p>
          <Text quiet>{t('document.open-hint')}</Text>
        </>
      )}
      {one.mayAttach && (
        <Attach one={one} state={stateOf(paths.document.attach(one.id))} submissionKey={submissionKey} />
      )}
      {(one.mayTakeBack || one.mayAskRemoval) && (
        <Remove one={one} state={stateOf(paths.document.remove(one.id))} submissionKey={submissionKey} />
      )}
      <Link href={homeOf(one)}>{t('document.back')}</Link>
    </>,
    { place: one.trajectoryId ? paths.trajectory.caseload() : paths.childRequest.list() },
  )
}

const answerWords = (t: T, { code, onDay }: OneDocument['answers'][number]): string => {
  const key = `consent.${code}`
  return `${t.has(key) ? t(key) : code}, ${t.longDay(onDay)}`
}

interface PartProps {
  readonly one: OneDocument
  readonly state: FormState
  readonly submissionKey: string
}

/** Her answer that a signed paper shows. */
const Attach = ({ one, state, submissionKey }: PartProps) => {
  const { t } = state
  return (
    <section>
      <Heading>{t('document.attach')}</Heading>
      <PostForm state={state} submissionKey={submissionKey} action={paths.document.attach(one.id)}>
        <input type="hidden" name="version" value={one.version} />
        <Select
          state={state}
          name="consentId"
          label={t('document.answer')}
          empty=""
          options={one.answers.map((answer) => ({ value: answer.id, label: answerWords(t, answer) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('document.attach-do')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const Remove = ({ one, state, submissionKey }: PartProps) => {
  const { t } = state
  return (
    <section>
      <Heading>{t(one.mayTakeBack ? 'document.take-back' : 'document.ask-removal')}</Heading>
      <Notice>
        <Text>{t(one.mayTakeBack ? 'document.take-back-text' : 'document.ask-removal-text')}</Text>
      </Notice>
      <PostForm state={state} submissionKey={submissionKey} action={paths.document.remove(one.id)}>
        <input type="hidden" name="version" value={one.version} />
        <Radios
          state={state}
          name="reason"
          label={t('document.reason')}
          options={removalReasons.map((value) => ({ value, label: t(`document.reason.${value}`) }))}
        />
        <Buttons>
          <SubmitButton kind={one.mayTakeBack ? 'danger' : 'secondary'}>
            {t(one.mayTakeBack ? 'document.take-back' : 'document.ask-removal')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

async function handOut({ context, actor, params }: StaffRequest): Promise<Answer> {
  const { name, type, body } = await openDocument(context, actor, { id: params.id ?? '' })
  return { kind: 'file', name, type, body }
}

async function attach(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const id = idOf(request)
  await attachDocument(
    context,
    actor,
    { id, version: Number(form.text('version')), consentId: form.text('consentId') },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.document.one(id), 'document.said.attached')
}

async function remove(request: StaffRequest): Promise<Answer> {
  const { context, actor, form } = request
  const { gone, ...of } = await removeDocument(
    context,
    actor,
    {
      id: idOf(request),
      version: Number(form.text('version')),
      // Whatever else was sent is refused as no choice.
      reason: form.text('reason') as (typeof removalReasons)[number],
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(homeOf(of), gone ? 'document.said.taken-back' : 'document.said.asked')
}

const who = ['coordinator', 'safeguarding_lead', 'worker', 'privacy_officer'] as const
export const oneDocumentRoutes: readonly Route[] = [
  staffRoute({ path: paths.document.one(':id'), who, get: (request) => show(request) }),
  staffRoute({ path: paths.document.file(':id'), who, get: handOut }),
  staffRoute({
    path: paths.document.attach(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    post: (request) =>
      attempt(
        () => attach(request),
        (problem) => show(request, problem),
      ),
  }),
  staffRoute({
    path: paths.document.remove(':id'),
    who,
    post: (request) =>
      attempt(
        () => remove(request),
        (problem) => show(request, problem),
      ),
  }),
]
