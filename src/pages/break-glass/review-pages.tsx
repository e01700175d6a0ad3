import { glassOutcomes } from '#domain/break-glass/break-glass.ts'
import { momentWords, personNumber } from '#pages/audit/access-table.tsx'
import { filledForm } from '#pages/form-data.ts'
import {
  Buttons,
  type FormState,
  PostForm,
  Radios,
  SubmitButton,
  TextArea,
  TextField,
} from '#pages/look/form.tsx'
import { Empty, Heading, Link, Notice, Summary, Table, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import type { GlassLine } from '#usecases/break-glass/glass-view.ts'
import { limitBreakGlass } from '#usecases/break-glass/limit-break-glass.ts'
import { listBreakGlasses } from '#usecases/break-glass/list-break-glasses.ts'
import { readBreakGlass } from '#usecases/break-glass/read-break-glass.ts'
import { reviewBreakGlass } from '#usecases/break-glass/review-break-glass.ts'

const Judged = ({ t, line }: { t: T; line: GlassLine }) =>
  line.outcome ? (
    <Tag tone={line.outcome === 'justified' ? 'done' : 'attention'}>{t(`glass.outcome.${line.outcome}`)}</Tag>
  ) : (
    <Tag tone={line.late ? 'attention' : 'info'}>{t(line.late ? 'glass.late' : 'glass.to-judge')}</Tag>
  )

async function list({ context, actor, t, today, form, newKey }: StaffRequest, problem: Problem = noProblem) {
  const { lines, perWeek } = await listBreakGlasses(context, actor, {})
  const state: FormState = {
    t,
    form: problem === noProblem ? filledForm({ perWeek: String(perWeek) }) : form,
    problem,
  }
  return page(
    t('glass.reviews'),
    <>
      <Heading level={1}>{t('glass.reviews')}</Heading>
      <Text lead>{t('glass.reviews-lead')}</Text>
      <Table
        caption={t('glass.reviews-caption')}
        rows={lines}
        empty={<Empty title={t('glass.reviews-none')} />}
        columns={[
          {
            heading: t('glass.opened'),
            cell: (line) => (
              <Link href={paths.breakGlass.review(line.id)}>
                {momentWords(t, { at: line.openedAt }, today)}
              </Link>
            ),
          },
          { heading: t('glass.by'), cell: ({ by }) => by ?? '—' },
          { heading: t('glass.category'), cell: ({ category }) => t(`glass.category.${category}`) },
          { heading: t('glass.judged'), cell: (line) => <Judged t={t} line={line} /> },
        ]}
      />
      <Heading>{t('glass.limit')}</Heading>
      <PostForm state={state} submissionKey={form.key ?? newKey()}>
        <TextField
          state={state}
          name="perWeek"
          label={t('glass.per-week')}
          hint={t('glass.per-week-hint')}
          inputMode="numeric"
          width={4}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('glass.limit-submit')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.audit.list() },
  )
}

async function one(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, params, newKey } = request
  const glass = await readBreakGlass(context, actor, { id: params.id ?? '' })
  const state: FormState = { t, form, problem }
  return page(
    t('glass.title'),
    <>
      <Heading level={1}>{t('glass.title')}</Heading>
      <Summary
        rows={[
          [t('glass.by'), glass.by],
          [t('glass.opened'), momentWords(t, { at: glass.openedAt }, today)],
          [t('glass.ended'), glass.endedAt && momentWords(t, { at: glass.endedAt }, today)],
          [
            t('glass.whose'),
            <Link key="whose" href={paths.audit.ofPerson(glass.personId)}>
              {personNumber(glass.personId)}
            </Link>,
          ],
          [t('glass.category'), t(`glass.category.${glass.category}`)],
          [t('glass.why'), glass.words],
          [t('glass.judged'), <Judged key="judged" t={t} line={glass} />],
          [t('glass.judged-by'), glass.reviewedBy],
          [t('glass.judged-at'), glass.reviewedAt && momentWords(t, { at: glass.reviewedAt }, today)],
          [t('glass.note'), glass.note],
        ]}
      />
      {glass.own && <Notice>{t('refusal.glass-own')}</Notice>}
      {glass.outcome === null && !glass.own && (
        <>
          <Heading>{t('glass.judge')}</Heading>
          <Text>{t('glass.judge-text', { when: momentWords(t, { at: glass.reviewBy }, today) })}</Text>
          <PostForm state={state} submissionKey={form.key ?? newKey()}>
            <Radios
              state={state}
              name="outcome"
              label={t('glass.outcome')}
              options={glassOutcomes.map((outcome) => ({
                value: outcome,
                label: t(`glass.outcome.${outcome}`),
                hint: t(`glass.outcome-hint.${outcome}`),
              }))}
            />
            <TextArea state={state} name="note" label={t('glass.note')} hint={t('glass.note-hint')} />
            <Buttons>
              <SubmitButton>{t('glass.judge-submit')}</SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
      <Link href={paths.breakGlass.reviews()}>{t('glass.to-reviews')}</Link>
    </>,
    { place: paths.audit.list() },
  )
}

async function judge({ context, actor, form, params, signIn }: StaffRequest) {
  const id = params.id ?? ''
  const { by } = await reviewBreakGlass(
    context,
    actor,
    // What was not chosen is for the schema to say.
    { id, outcome: form.text('outcome') as 'justified', note: form.text('note') },
    form.key ? { key: form.key } : undefined,
  )
  // If it was still open, her next page says so no more.
  signIn.memberChanged(actor.orgId, by)
  return seeOther(paths.breakGlass.review(id), 'glass.said.judged')
}

async function limit({ context, actor, form }: StaffRequest) {
  const typed = form.text('perWeek')
  await limitBreakGlass(
    context,
    actor,
    { perWeek: typed === '' ? Number.NaN : Number(typed) },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.breakGlass.reviews(), 'glass.said.limited')
}

export const glassReviewRoutes: readonly Route[] = [
  staffRoute({
    path: paths.breakGlass.reviews(),
    who: ['privacy_officer'],
    get: (request) => list(request),
    post: (request) =>
      attempt(
        () => limit(request),
        (problem) => list(request, problem),
      ),
  }),
  staffRoute({
    path: paths.breakGlass.review(':id'),
    who: ['privacy_officer'],
    get: (request) => one(request),
    post: (request) =>
      attempt(
        () => judge(request),
        (problem) => one(request, problem),
      ),
  }),
]
