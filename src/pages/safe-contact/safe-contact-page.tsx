import type { FormState } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
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
import { setSafeContact } from '#usecases/safe-contact/set-safe-contact.ts'
import { showSafeContact } from '#usecases/safe-contact/show-safe-contact.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** Her terms as they stand, and, for who may, the form to change or confirm them. */
async function showTerms(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, host } = request
  const { person, policy, numberShared, trajectoryId, abilities } = await showSafeContact(context, actor, {
    personId: idOf(request),
  })
  const form = problem === noProblem ? filledSafeContactForm(policy) : request.form
  const state: FormState = { t, form, problem: onSafeContactForm(problem) }
  const name = [person.name.given, person.name.family].filter(Boolean).join(' ')
  return page(
    t('safe-contact.title'),
    <>
      <Heading level={1}>{`${t('safe-contact.page')}: ${name}`}</Heading>
      <SafeContactRule
        t={t}
        policy={policy}
        phone={person.phone}
        email={person.email}
        at={context.now().toZonedDateTimeISO(host.zone)}
      />
      {trajectoryId && <Link href={paths.trajectory.one(trajectoryId)}>{t('safe-contact.back')}</Link>}
      {abilities.set && (
        <section>
          <Heading>{t('safe-contact.change')}</Heading>
          {policy && <Text quiet>{t('safe-contact.confirm-hint')}</Text>}
          <SafeContactForm
            state={state}
            submissionKey={request.form.key ?? request.newKey()}
            action={paths.safeContact(person.id)}
            basedOn={policy?.id ?? null}
            numberShared={numberShared}
          />
        </section>
      )}
    </>,
  )
}

export const safeContactRoutes: readonly Route[] = [
  staffRoute({
    path: paths.safeContact(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => showTerms(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          await setSafeContact(
            context,
            actor,
            { personId: idOf(request), ...readSafeContactForm(form) },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.safeContact(idOf(request)), 'safe-contact.said.saved')
        },
        (problem) => showTerms(request, problem),
      ),
  }),
]
