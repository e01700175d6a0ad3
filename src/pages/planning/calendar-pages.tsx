import { calendarRules } from '#domain/calendar/calendar-rules.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { anyoneRoute, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Once, secretForm } from '#pages/service/new-key.tsx'
import { allowCalendars } from '#usecases/calendar/allow-calendars.ts'
import { endCalendar } from '#usecases/calendar/end-calendar.ts'
import { giveCalendar } from '#usecases/calendar/make-calendar.ts'
import { readCalendarRule } from '#usecases/calendar/read-calendar-rule.ts'
import { readOwnCalendar } from '#usecases/calendar/read-own-calendar.ts'
import { calendarAt } from '#usecases/calendar/recognise-calendar.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'

/** A worker's own calendar: open or not, made, shut; what an organisation allows; and the address itself. */
export const calendarRoutes: readonly Route[] = [
  staffRoute({
    path: paths.planning.calendar(),
    who: ['worker'],
    get: (request) => showOwn(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, t, signIn } = request
          const { token } = await giveCalendar(context, actor, secretForm(form))
          return page(
            t('calendar.title'),
            <>
              <Heading level={1}>{t('calendar.title')}</Heading>
              <Notice tone="attention" title={t('calendar.once')}>
                <Text>{t('calendar.once-text')}</Text>
                <p>
                  <code class="naast-code">{signIn.address(paths.calendar(token))}</code>
                </p>
                <Text>{t('calendar.how')}</Text>
              </Notice>
              <p>
                <Link href={paths.planning.calendar()}>{t('calendar.back')}</Link>
              </p>
            </>,
            { place: paths.contact.mine() },
          )
        },
        (problem) => showOwn(request, problem),
      ),
  }),
  staffRoute({
    path: paths.planning.endCalendar(),
    who: ['worker'],
    async post({ context, actor, form }) {
      await endCalendar(context, actor, {}, form.key ? { key: form.key } : undefined)
      return seeOther(paths.planning.calendar(), 'calendar.said.ended')
    },
  }),
  staffRoute({
    path: paths.organisation.calendars(),
    who: ['administrator'],
    get: (request) => showRule(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const rule = calendarRules.find((one) => one === form.text('rule'))
          if (!rule) throw new Invalid({ rule: 'choose-one' })
          await allowCalendars(context, actor, { rule }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.organisation.calendars(), 'calendar.said.rule')
        },
        (problem) => showRule(request, problem),
      ),
  }),
  anyoneRoute({
    path: paths.calendar(':token'),
    async get({ context, params }) {
      const body = await calendarAt(context, params.token ?? '')
      if (body === null) throw new NotFound()
      return { kind: 'file', name: 'calendar.ics', type: 'text/calendar; charset=utf-8', body }
    },
  }),
]

async function showOwn(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today, form, host } = request
  const { rule, open } = await readOwnCalendar(context, actor, {})
  const state = { t, form, problem }
  const moment = (at: Temporal.Instant) => {
    const here = at.toZonedDateTimeISO(host.zone)
    return t('contact.at-time', {
      day: t.day(here.toPlainDate(), today),
      time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
    })
  }
  return page(
    t('calendar.title'),
    <>
      <Heading level={1}>{t('calendar.title')}</Heading>
      <Text lead>{t(open && rule !== 'none' ? 'calendar.open' : 'calendar.shut')}</Text>
      <Text>{t(`calendar.rule-now.${rule}`)}</Text>
      {open && (
        <Summary
          rows={[
            [t('calendar.made'), moment(open.madeAt)],
            [t('calendar.fetched'), open.fetchedAt ? moment(open.fetchedAt) : t('calendar.never-fetched')],
          ]}
        />
      )}
      <Heading>{t('calendar.tells')}</Heading>
      <ul>
        <li>{t('calendar.tells-word')}</li>
        <li>{t('calendar.tells-when')}</li>
        <li>{t('calendar.tells-place')}</li>
      </ul>
      {rule !== 'none' && (
        <PostForm
          state={state}
          submissionKey={form.key ?? request.newKey()}
          action={paths.planning.calendar()}
        >
          <Once request={request} />
          <Text quiet>{t(open ? 'calendar.anew-hint' : 'calendar.make-hint')}</Text>
          <Buttons>
            <SubmitButton kind={open ? 'secondary' : 'primary'}>
              {t(open ? 'calendar.anew' : 'calendar.make')}
            </SubmitButton>
          </Buttons>
        </PostForm>
      )}
      {open && (
        <form method="post" action={paths.planning.endCalendar()} class="naast-form">
          <input type="hidden" name="key" value={request.newKey()} />
          <Buttons>
            <SubmitButton kind="danger">{t('calendar.end')}</SubmitButton>
          </Buttons>
        </form>
      )}
      <p>
        <Link href={paths.planning.week()}>{t('planning.my-week')}</Link>
      </p>
    </>,
    { place: paths.contact.mine() },
  )
}

async function showRule(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { rule, open } = await readCalendarRule(context, actor, {})
  const state = { t, form: problem === noProblem ? filledForm({ rule }) : request.form, problem }
  return page(
    t('calendar.rule-title'),
    <>
      <Heading level={1}>{t('calendar.rule-title')}</Heading>
      <Text>{t('calendar.rule-text')}</Text>
      <Text quiet>{open === 0 ? t('calendar.open-none') : t('calendar.open-now', { count: open })}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Radios
          state={state}
          name="rule"
          label={t('calendar.rule-label')}
          options={calendarRules.map((one) => ({ value: one, label: t(`calendar.rule.${one}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('calendar.rule-save')}</SubmitButton>
          <Link href={paths.organisation.settings()}>{t('organisation.title')}</Link>
        </Buttons>
      </PostForm>
    </>,
    { place: paths.organisation.settings() },
  )
}
