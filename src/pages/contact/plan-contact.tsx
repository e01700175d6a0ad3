import { cancellers } from '#domain/contact/contact.ts'
import { outsideReasons } from '#domain/contact/outside-window.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { readTypedTime } from '#domain/typed-time.ts'
import { typed } from '#pages/contact/typed.ts'
import { type Form, filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, Radios, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { planContact } from '#usecases/contact/plan-contact.ts'
import { type ContactPage, readContact } from '#usecases/contact/read-contact.ts'
import { proposeVisitMoments } from '#usecases/planning/propose-visit-moments.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Agreeing a day: which day, what time, how they meet; and why, if it is not when the programme asks. */
export const planContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.contact.plan(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => showPlan(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, today } = request
          const chosen = momentIn(form.text('moment'))
          const { clash, safetyFact } = await planContact(
            context,
            actor,
            {
              id: idOf(request),
              version: Number(form.text('version')),
              on: chosen?.on ?? readTypedDay(form.text('on'), { today }) ?? form.text('on'),
              at:
                chosen?.at ??
                ((form.text('at') && (readTypedTime(form.text('at')) ?? form.text('at'))) || null),
              mode: form.text('mode') as ContactPage['modes'][number],
              reason: outsideReasons.find((reason) => reason === form.text('reason')) ?? null,
              askedBy: cancellers.find((by) => by === form.text('askedBy')) ?? null,
            },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.contact.one(idOf(request)), saidOf(clash, safetyFact))
        },
        (problem) => showPlan(request, problem),
      ),
  }),
]

/** `2026-11-17 10:00`, as a proposal says it; anything else is what was typed. */
function momentIn(text: string): { on: string; at: string } | null {
  const [, on, at] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(text) ?? []
  return on && at ? { on, at } : null
}

const saidOf = (clash: 'overlap' | 'tight' | null, safetyFact: boolean) =>
  safetyFact
    ? 'planning.said.moved-by-partner'
    : clash
      ? (`planning.said.${clash}` as const)
      : 'contact.said.planned'

async function showPlan(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, today } = request
  const contact = await readContact(context, actor, { id: idOf(request) })
  const t = request.t.of(contact.people)
  const form = problem === noProblem ? knownOf(contact) : request.form
  const state = { t, form, problem }
  const { moments, none } = await proposeVisitMoments(context, actor, { contactId: contact.id })
  return page(
    t('contact.plan-title', { name: contact.givenName }),
    <>
      <Heading level={1}>{t('contact.plan-title', { name: contact.givenName })}</Heading>
      <Text lead>
        {t('contact.plan-lead', {
          from: t.day(contact.dueFrom, today),
          until: t.day(contact.dueUntil, today),
        })}
      </Text>
      <PostForm
        state={state}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.contact.plan(contact.id)}
      >
        <input type="hidden" name="version" value={contact.version} />
        {none && <Text quiet>{t(`planning.none.${none}`)}</Text>}
        {moments.length > 0 && (
          <Radios
            state={state}
            name="moment"
            label={t('planning.moments')}
            hint={t('planning.moments-hint')}
            options={[
              ...moments.map(({ on, at }) => ({
                value: `${on} ${at}`,
                label: t('contact.at-time', { day: t.day(on, today), time: at }),
              })),
              { value: 'other', label: t('planning.moment-other') },
            ]}
          />
        )}
        <DayField state={state} name="on" label={t('contact.on')} hint={t('contact.on-hint')} />
        <TextField
          state={state}
          name="at"
          label={t('contact.at')}
          hint={t('contact.at-hint')}
          width={4}
          optional
        />
        <Radios
          state={state}
          name="mode"
          label={t('contact.mode')}
          options={contact.modes.map((mode) => ({ value: mode, label: t(`contact.mode.${mode}`) }))}
        />
        <Select
          state={state}
          name="reason"
          label={t('contact.reason')}
          hint={t('contact.reason-hint')}
          empty={t('contact.reason-open')}
          options={outsideReasons.map((reason) => ({ value: reason, label: t(`contact.reason.${reason}`) }))}
          optional
        />
        {contact.plannedOn && (
          <Radios
            state={state}
            name="askedBy"
            label={t('planning.asked-by')}
            hint={t('planning.asked-by-hint')}
            options={cancellers.map((by) => ({ value: by, label: t(`planning.asked-by.${by}`) }))}
          />
        )}
        <Buttons>
          <SubmitButton>{t('contact.save-day')}</SubmitButton>
          <Link href={paths.contact.one(contact.id)}>{t('contact.back')}</Link>
        </Buttons>
      </PostForm>
    </>,
  )
}

const knownOf = (contact: ContactPage): Form =>
  filledForm({
    on: contact.plannedOn && typed(contact.plannedOn),
    at: contact.plannedAt,
    mode: contact.mode,
    reason: contact.outsideReason,
  })
