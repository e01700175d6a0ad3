import { peopleOf } from '#domain/programme/people.ts'
import { formOf } from '#pages/form-data.ts'
import { IntakeConflict } from '#pages/intake/intake-conflict.tsx'
import { filledIntakeForm, onIntakeForm, readAnswers } from '#pages/intake/intake-form.ts'
import { IntakeQuestions } from '#pages/intake/intake-questions.tsx'
import { AskNext, RuleList, sourceInWords } from '#pages/intake/rule-list.tsx'
import type { FormState } from '#pages/look/form.tsx'
import { Beside, ButtonLink, Heading, Link, Notice, Summary, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { SafeContactForm } from '#pages/safe-contact/safe-contact-fields.tsx'
import {
  filledSafeContactForm,
  onSafeContactForm,
  readSafeContactForm,
} from '#pages/safe-contact/safe-contact-form.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import { type IntakeView, readIntake } from '#usecases/intake/read-intake.ts'
import { saveIntake } from '#usecases/intake/save-intake.ts'
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''
const submissionOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)
const read = (request: StaffRequest) =>
  readIntake(request.context, request.actor, { trajectoryId: idOf(request) })

/** The intake: first how to reach her, then the questions beside what the rules say so far, and once decided, how. */
async function showIntake(asked: StaffRequest, problem: Problem = noProblem) {
  const intake = await read(asked)
  const request = { ...asked, t: asked.t.of(peopleOf(intake.definition)) }
  const { t } = request
  return page(
    t('intake.title'),
    <>
      <Heading level={1}>{`${t('intake.title')}: ${nameOf(intake)}`}</Heading>
      <TrajectoryTabs
        t={t}
        id={idOf(request)}
        actor={request.actor}
        current={paths.intake.one(idOf(request))}
      />
      {intake.mayAsk === 'safe-contact-first' ? (
        <ContactFirst request={request} intake={intake} problem={problem} />
      ) : intake.mayAsk === 'intake-decided' ? (
        <Decided request={request} intake={intake} />
      ) : (
        <Asking request={request} intake={intake} problem={problem} />
      )}
    </>,
    { place: paths.trajectory.caseload() },
  )
}

interface Props {
  request: StaffRequest
  intake: IntakeView
}

const ContactFirst = ({ request, intake, problem }: Props & { problem: Problem }) => {
  const { t } = request
  const policy = intake.safeContact
  const form = problem === noProblem ? filledSafeContactForm(policy) : request.form
  return (
    <>
      <Notice tone="attention" title={t(policy ? 'intake.contact-stale' : 'intake.contact-first')}>
        <Text>{t(policy ? 'intake.contact-stale-text' : 'intake.contact-first-text')}</Text>
      </Notice>
      <SafeContactForm
        state={{ t, form, problem: onSafeContactForm(problem) }}
        submissionKey={request.form.key ?? request.newKey()}
        action={paths.intake.contact(intake.trajectoryId)}
        basedOn={policy?.id ?? null}
      />
    </>
  )
}

const Asking = ({ request, intake, problem }: Props & { problem: Problem }) => {
  const { t, host, context } = request
  const again = problem !== noProblem
  const conflict = problem.refused?.code === 'changed-meanwhile'
  const state: FormState = {
    t,
    form: again ? request.form : filledIntakeForm(intake),
    problem: onIntakeForm(problem),
  }
  // After a conflict, saving once more is a choice made with both versions on the screen.
  const version = again && !conflict ? Number(request.form.text('version')) : intake.version
  return (
    <>
      <Text lead>{t('intake.lead')}</Text>
      {conflict && <IntakeConflict t={t} intake={intake} form={request.form} />}
      <Beside>
        <div>
          <IntakeQuestions
            state={state}
            intake={intake}
            version={version}
            submissionKey={conflict ? request.newKey() : (request.form.key ?? request.newKey())}
          />
        </div>
        <div>
          <SafeContactRule
            t={t}
            policy={intake.safeContact}
            phone={intake.person.phone}
            email={intake.person.email}
            at={context.now().toZonedDateTimeISO(host.zone)}
          />
          <SafetyLinks t={t} intake={intake} />
          <section>
            <Heading>{t('file-lock.at-intake')}</Heading>
            <Text>{t('file-lock.at-intake-text')}</Text>
            <p class="naast-actions">
              <ButtonLink href={paths.fileLock.set(intake.trajectoryId)} kind="secondary">
                {t('file-lock.at-intake-do')}
              </ButtonLink>
            </p>
          </section>
          {intake.referral?.words && (
            <section>
              <Heading>{t('intake.referral-words')}</Heading>
              <blockquote class="naast-quote">{intake.referral.words}</blockquote>
            </section>
          )}
          <section>
            <Heading>{t('intake.rules')}</Heading>
            <AskNext t={t} definition={intake.definition} eligibility={intake.eligibility} />
            <RuleList
              t={t}
              definition={intake.definition}
              eligibility={intake.eligibility}
              receivedOn={intake.receivedOn}
            />
          </section>
        </div>
      </Beside>
    </>
  )
}

const nameOf = ({ person: { name } }: IntakeView): string =>
  [name.given, name.family].filter(Boolean).join(' ')

/** What is asked about safety in the same talk: who is around her always, the rest by this programme. */
const SafetyLinks = ({ t, intake }: { t: StaffRequest['t']; intake: IntakeView }) => {
  const { redFlags, kindcheck } = intake.definition.safety
  return (
    <section>
      <Heading>{t('safety.title')}</Heading>
      <p class="naast-actions">
        <ButtonLink href={paths.around.list(intake.trajectoryId)} kind="secondary">
          {t('around.go', { name: nameOf(intake) })}
        </ButtonLink>{' '}
        {redFlags.length > 0 && (
          <ButtonLink href={paths.safety.redFlags(intake.trajectoryId)} kind="secondary">
            {t('safety.check-flags')}
          </ButtonLink>
        )}{' '}
        {kindcheck.value && (
          <ButtonLink href={paths.safety.kindcheck(intake.trajectoryId)} kind="secondary">
            {t('safety.kindcheck-do')}
          </ButtonLink>
        )}
      </p>
    </section>
  )
}

const Decided = ({ request: { t }, intake }: Props) => {
  const { decision, definition } = intake
  const outcome = decision && `intake.decided.${decision.outcome}`
  const exceptions = (decision?.exceptionRule?.split(',') ?? []).flatMap((id) =>
    definition.eligibility.filter((rule) => rule.id === id),
  )
  const place = definition.eligibility
    .flatMap(({ redirect }) => redirect)
    .find(({ id }) => id === decision?.redirectedTo)
  return (
    <Notice tone="done" title={t('intake.decided')}>
      {outcome && t.has(outcome) && <Text>{t(outcome)}</Text>}
      <Summary
        rows={[
          [t('intake.decided-on'), decision ? t.longDay(decision.decidedOn) : null],
          ...exceptions.map((rule) => [rule.notMet[t.language], sourceInWords(t, definition, rule)] as const),
          [t('intake.exception-reason'), decision?.exceptionReason ?? null],
          [t('intake.redirect'), place?.label[t.language] ?? null],
        ]}
      />
      {intake.trajectoryState === 'waiting' &&
        definition.measures
          .filter(({ when }) => when.at === 'intake')
          .map(({ moment }) => (
            <Text key={moment}>
              <Link href={paths.measure.take(intake.trajectoryId, moment)}>{t('intake.go-measure')}</Link>
            </Text>
          ))}
      <Link href={paths.trajectory.one(intake.trajectoryId)}>{t('intake.go-trajectory')}</Link>
    </Notice>
  )
}

async function save(request: StaffRequest) {
  const { context, actor, form, today } = request
  const { definition } = await read(request)
  await saveIntake(
    context,
    actor,
    {
      trajectoryId: idOf(request),
      version: Number(form.text('version')),
      answers: readAnswers(form, definition, today),
      consents: null,
    },
    submissionOf(request),
  )
  return form.text('next') === 'consents'
    ? seeOther(paths.intake.consents(idOf(request)), 'intake.said.saved')
    : seeOther(paths.intake.one(idOf(request)), 'intake.said.saved')
}

async function agreeContact(request: StaffRequest) {
  const { context, actor, form } = request
  const { person } = await read(request)
  await setSafeContact(
    context,
    actor,
    { personId: person.id, ...readSafeContactForm(form) },
    submissionOf(request),
  )
  return seeOther(paths.intake.one(idOf(request)), 'intake.said.contact')
}

/** Somebody else made the agreement meanwhile: the questions come next, and this form has nothing left to show. */
const afterContact = (request: StaffRequest, problem: Problem) =>
  showIntake(
    problem.refused ? { ...request, form: formOf(null) } : request,
    problem.refused ? noProblem : problem,
  )

export const intakeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.intake.one(':id'),
    who: ['coordinator'],
    get: (request) => showIntake(request),
    post: (request) =>
      attempt(
        () => save(request),
        (problem) => showIntake(request, problem),
      ),
  }),
  staffRoute({
    path: paths.intake.contact(':id'),
    who: ['coordinator'],
    get: async (request) => seeOther(paths.intake.one(idOf(request))),
    post: (request) =>
      attempt(
        () => agreeContact(request),
        (problem) => afterContact(request, problem),
      ),
  }),
]
