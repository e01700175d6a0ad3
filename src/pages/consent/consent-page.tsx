import { type ConsentState, consentWays, isConsentCode, sharingParties } from '#domain/consent/consent.ts'
import { sharedItems, sharingPurposes } from '#domain/sharing/sharing.ts'
import { readTypedDay } from '#domain/typed-day.ts'
import { ConsentCard } from '#pages/consent/consent-card.tsx'
import { partyOptions } from '#pages/consent/party-options.ts'
import { formOf } from '#pages/form-data.ts'
import {
  Buttons,
  Checkboxes,
  DayField,
  type FormState,
  PostForm,
  Radios,
  Select,
  SubmitButton,
} from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { spokenLanguages } from '#pages/referral/public-answers.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { changeConsent } from '#usecases/consent/change-consent.ts'
import { listConsents, type RegisterEntry } from '#usecases/consent/list-consents.ts'
import { Invalid } from '#usecases/failure.ts'

const trajectoryOf = (request: StaffRequest) => request.params.id ?? ''

/** Her register; with `?code=` the form for one answer stands in its place. */
async function show(asked: StaffRequest, problem: Problem = noProblem): Promise<Answer> {
  const { context, actor } = asked
  const register = await listConsents(context, actor, { trajectoryId: trajectoryOf(asked) })
  const t = asked.t.of(register.people)
  const request = { ...asked, t }
  const code = request.form.text('code') || request.query.get('code')
  const chosen = register.entries.find((entry) => entry.code === code)
  return page(
    t('consent.title'),
    <>
      <Heading level={1}>
        {t('consent.title')}: {register.name}
      </Heading>
      <TrajectoryTabs
        t={t}
        id={register.trajectoryId}
        actor={actor}
        current={paths.consent.list(register.trajectoryId)}
      />
      {chosen ? (
        <AnswerForm request={request} entry={chosen} parties={register.parties} problem={problem} />
      ) : (
        <>
          <Text lead>{t('consent.lead')}</Text>
          {register.entries.map((entry) => (
            <ConsentCard
              key={entry.code}
              t={t}
              today={request.today}
              entry={entry}
              changeAt={`${paths.consent.list(register.trajectoryId)}?code=${entry.code}`}
            />
          ))}
        </>
      )}
    </>,
  )
}

/** Of C-6 only: with which organisation, what for, and of what. */
const WhatMayBeShared = ({
  state,
  parties,
}: {
  state: FormState
  parties: readonly { id: string; name: string }[]
}) => {
  const { t } = state
  return (
    <>
      {parties.length > 0 && (
        <Select
          state={state}
          name="networkOrganisationId"
          label={t('sharing.consent-organisation')}
          hint={t('sharing.organisation-hint')}
          empty={t('sharing.organisation-none')}
          options={parties.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <Select
        state={state}
        name="purpose"
        label={t('sharing.purpose')}
        empty=""
        options={sharingPurposes.map((one) => ({ value: one, label: t(`sharing.purpose.${one}`) }))}
        optional
      />
      <Checkboxes
        state={state}
        name="items"
        label={t('sharing.consent-items')}
        hint={t('sharing.consent-items-hint')}
        options={sharedItems.map((item) => ({ value: item, label: t(`sharing.item.${item}`) }))}
        optional
      />
    </>
  )
}

const AnswerForm = ({
  request,
  entry,
  parties,
  problem,
}: {
  request: StaffRequest
  entry: RegisterEntry
  parties: readonly { id: string; name: string }[]
  problem: Problem
}) => {
  const { t } = request
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  const { code } = entry
  return (
    <>
      <Heading>{t('consent.change-of', { what: t(`consent.${code}`).toLowerCase() })}</Heading>
      <Notice>
        <Text>{t('consent.read-to-her')}</Text>
        <blockquote class="naast-quote">{t(`consent.${code}.text`)}</blockquote>
      </Notice>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <input type="hidden" name="code" value={code} />
        {code === 'C-6' && (
          <Select state={state} name="party" label={t('consent.party')} empty="" options={partyOptions(t)} />
        )}
        {code === 'C-6' && <WhatMayBeShared state={state} parties={parties} />}
        <Radios
          state={state}
          name="state"
          label={t('consent.answer')}
          options={entry.mayBecome.map((next) => ({
            value: next,
            label: entry.kind === 'notice' ? t('consent.notice-given') : t(`consent.choose.${next}`),
          }))}
        />
        <Radios
          state={state}
          name="how"
          label={t('consent.how')}
          options={consentWays.map((way) => ({ value: way, label: t(`consent.how.${way}`) }))}
        />
        <Select
          state={state}
          name="interpreter"
          label={t('sharing.consent-interpreter')}
          hint={t('sharing.consent-interpreter-hint')}
          empty=""
          options={spokenLanguages.map((value) => ({ value, label: t.languageName(value) }))}
          optional
        />
        {code === 'C-6' && (
          <DayField
            state={state}
            name="untilDay"
            label={t('consent.until')}
            hint={t('consent.until-hint')}
            optional
          />
        )}
        <Buttons>
          <SubmitButton>{t('consent.save')}</SubmitButton>
          <Link href={paths.consent.list(trajectoryOf(request))}>{t('consent.back')}</Link>
        </Buttons>
      </PostForm>
    </>
  )
}

/** What the form says; names the fields of which the command could only say that they can't be right. */
function answerOf({ form, today }: StaffRequest) {
  const code = form.text('code')
  const state = (['given', 'refused', 'withdrawn'] as const satisfies readonly ConsentState[]).find(
    (one) => one === form.text('state'),
  )
  const how = consentWays.find((one) => one === form.text('how'))
  const typed = form.text('untilDay')
  const untilDay = typed ? readTypedDay(typed, { today }) : null
  const wrong = {
    ...(state ? {} : { state: 'choose-one' }),
    ...(how ? {} : { how: 'choose-one' }),
    ...(typed && !untilDay ? { untilDay: 'not-a-day' } : {}),
  }
  if (!isConsentCode(code) || !state || !how || (typed && !untilDay)) throw new Invalid(wrong)
  return {
    code,
    state,
    how,
    untilDay,
    party: sharingParties.find((one) => one === form.text('party')) ?? null,
    networkOrganisationId: form.optional('networkOrganisationId'),
    purpose: sharingPurposes.find((one) => one === form.text('purpose')) ?? null,
    items: sharedItems.filter((item) => form.all('items').includes(item)),
    interpreter: form.optional('interpreter'),
  }
}

export const consentRoutes: readonly Route[] = [
  staffRoute({
    path: paths.consent.list(':id'),
    who: ['coordinator', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const trajectoryId = trajectoryOf(request)
          await changeConsent(
            context,
            actor,
            { trajectoryId, ...answerOf(request) },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.consent.list(trajectoryId), 'consent.said.saved')
        },
        (problem) => show(request, problem),
      ),
  }),
]
