import type { ComponentChildren } from 'preact'
import { everyWeeksBounds } from '#domain/planning/series.ts'
import { contactModes } from '#domain/programme/definition.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, Radios, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { readContactTerms } from '#usecases/contact/read-contact-terms.ts'
import { Invalid } from '#usecases/failure.ts'
import { planSeries } from '#usecases/planning/plan-series.ts'
import { previewSeries } from '#usecases/planning/preview-series.ts'

type Seen = Awaited<ReturnType<typeof previewSeries>>
const idOf = (request: StaffRequest) => request.params.id ?? ''
/** What a rhythm is asked with; kept as it was looked at. */
const asking = ['first', 'everyWeeks', 'at', 'until', 'mode'] as const
const weeks = Array.from({ length: everyWeeksBounds.most }, (_, at) => at + everyWeeksBounds.least)

/** Agreeing days in a rhythm: first it is looked at, then kept. */
export const rhythmRoutes: readonly Route[] = [
  staffRoute({
    path: paths.trajectory.rhythm(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const asked = askedOf(request)
          if (form.text('do') !== 'keep')
            return show(request, noProblem, await previewSeries(context, actor, asked))
          await planSeries(context, actor, asked, form.key ? { key: form.key } : undefined)
          return seeOther(paths.trajectory.contacts(idOf(request)), 'planning.said.rhythm')
        },
        (problem) => show(request, problem),
      ),
  }),
]

function askedOf(request: StaffRequest) {
  const { form, today } = request
  const mode = contactModes.find((one) => one === form.text('mode'))
  if (!mode) throw new Invalid({ mode: 'choose-one' })
  return {
    trajectoryId: idOf(request),
    first: readTypedDay(form.text('first'), { today }) ?? form.text('first'),
    everyWeeks: Number(form.text('everyWeeks')),
    at: readTypedTime(form.text('at')) ?? form.text('at'),
    until: readTypedDay(form.text('until'), { today }) ?? form.text('until'),
    mode,
  }
}

async function show(request: StaffRequest, problem: Problem = noProblem, seen: Seen | null = null) {
  const { context, actor, today } = request
  const about = await readContactTerms(context, actor, { trajectoryId: idOf(request) })
  const t = request.t.of(about.people)
  const sent = problem !== noProblem || seen !== null
  const form = sent
    ? request.form
    : filledForm({
        first: typed(today.add({ days: 7 })),
        until: typed(today.add({ months: 3 })),
        everyWeeks: '1',
        at: '10:00',
        mode: about.modes[0] ?? '',
      })
  const state = { t, form, problem }
  const title = t('planning.rhythm-title', { name: about.givenName })
  return page(
    title,
    <>
      <Heading level={1}>{title}</Heading>
      <Text>{t('planning.rhythm-lead')}</Text>
      {seen && (
        <Looked t={t} seen={seen} today={today}>
          {seen.agreed.length > 0 && (
            <PostForm
              state={{ t, form, problem: noProblem }}
              submissionKey={request.newKey()}
              action={paths.trajectory.rhythm(idOf(request))}
            >
              {asking.map((name) => (
                <input key={name} type="hidden" name={name} value={form.text(name)} />
              ))}
              <Buttons>
                <SubmitButton name="do" value="keep">
                  {t('planning.rhythm-keep', { count: seen.agreed.length })}
                </SubmitButton>
              </Buttons>
            </PostForm>
          )}
        </Looked>
      )}
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.trajectory.rhythm(idOf(request))}
      >
        <DayField state={state} name="first" label={t('planning.first')} hint={t('planning.first-hint')} />
        <Select
          state={state}
          name="everyWeeks"
          label={t('planning.every')}
          options={weeks.map((count) => ({
            value: String(count),
            label: t('planning.every-weeks', { count }),
          }))}
        />
        <TextField state={state} name="at" label={t('contact.at')} hint={t('contact.at-hint')} width={4} />
        <DayField state={state} name="until" label={t('planning.until-day')} hint={t('contact.on-hint')} />
        <Radios
          state={state}
          name="mode"
          label={t('contact.mode')}
          options={about.modes.map((mode) => ({ value: mode, label: t(`contact.mode.${mode}`) }))}
        />
        <Buttons>
          <SubmitButton
            name="do"
            value="look"
            kind={seen && seen.agreed.length > 0 ? 'secondary' : 'primary'}
          >
            {t('planning.rhythm-look')}
          </SubmitButton>
          <Link href={paths.trajectory.contacts(idOf(request))}>{t('planning.back-to-contacts')}</Link>
        </Buttons>
      </PostForm>
    </>,
  )
}

/** What it would come to, in days; nothing is kept yet. */
const Looked = ({
  t,
  seen,
  today,
  children,
}: {
  t: T
  seen: Seen
  today: Temporal.PlainDate
  children: ComponentChildren
}) => (
  <Notice
    tone={seen.agreed.length > 0 ? 'info' : 'attention'}
    title={t('planning.rhythm-seen', { count: seen.agreed.length })}
  >
    <ul>
      {seen.agreed.map(({ id, on }) => (
        <li key={id}>{t.day(on, today)}</li>
      ))}
    </ul>
    {seen.unfit.length > 0 && (
      <>
        <Text>{t('planning.rhythm-unfit')}</Text>
        <ul>
          {seen.unfit.map(({ on, why }) => (
            <li key={on.toString()}>
              {t.day(on, today)}: {t(`planning.unfit.${why}` as 'planning.unfit.away')}
            </li>
          ))}
        </ul>
      </>
    )}
    {seen.left.length > 0 && <Text>{t('planning.rhythm-left', { count: seen.left.length })}</Text>}
    {children}
  </Notice>
)
