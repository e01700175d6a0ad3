import { offlineRules } from '#domain/field-phone/offline-rule.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'
import { setOffline } from '#usecases/organisation/set-offline.ts'

/** Whether phones may carry visits, with what that gives away beside it. */
export const offlineRuleRoutes: readonly Route[] = [
  staffRoute({
    path: paths.organisation.offline(),
    who: ['administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const rule = offlineRules.find((one) => one === form.text('rule')) ?? ('' as 'off')
          await setOffline(context, actor, { rule }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.organisation.offline(), 'organisation.said.offline')
        },
        (problem) => show(request, problem),
      ),
  }),
]

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { offline } = await readOrganisation(context, actor, {})
  const form = problem === noProblem ? filledForm({ rule: offline }) : request.form
  const state = { t, form, problem }
  return page(
    t('organisation.offline'),
    <>
      <Heading level={1}>{t('organisation.offline')}</Heading>
      <Text>{t('organisation.offline-text')}</Text>
      <Text>{t('organisation.offline-gives-away')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Radios
          state={state}
          name="rule"
          label={t('organisation.offline-rule')}
          options={offlineRules.map((rule) => ({
            value: rule,
            label: t(`organisation.offline-rule.${rule}`),
            hint: t(`organisation.offline-rule-hint.${rule}`),
          }))}
        />
        <Buttons>
          <SubmitButton>{t('organisation.offline-submit')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.fieldPhone.list()}>{t('field-phone.phones')}</Link>
    </>,
    { place: paths.organisation.settings() },
  )
}
