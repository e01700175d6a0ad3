import { ownDeviceRules } from '#domain/own-device/own-device-rule.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'
import { setOwnDevice } from '#usecases/organisation/set-own-device.ts'

/** Whether women may answer on their own device, with what that gives away beside it. */
export const ownDeviceRuleRoutes: readonly Route[] = [
  staffRoute({
    path: paths.organisation.ownDevice(),
    who: ['administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const rule = ownDeviceRules.find((one) => one === form.text('rule')) ?? ('' as 'off')
          await setOwnDevice(context, actor, { rule }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.organisation.ownDevice(), 'own-device.said.rule')
        },
        (problem) => show(request, problem),
      ),
  }),
]

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { ownDevice } = await readOrganisation(context, actor, {})
  const form = problem === noProblem ? filledForm({ rule: ownDevice }) : request.form
  const state = { t, form, problem }
  return page(
    t('own-device.rule-title'),
    <>
      <Heading level={1}>{t('own-device.rule-title')}</Heading>
      <Text>{t('own-device.rule-text')}</Text>
      <Text>{t('own-device.rule-never')}</Text>
      <Text>{t('own-device.rule-gives-away')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <Radios
          state={state}
          name="rule"
          label={t('own-device.rule')}
          options={ownDeviceRules.map((rule) => ({
            value: rule,
            label: t(`own-device.rule.${rule}`),
            hint: t(`own-device.rule-hint.${rule}`),
          }))}
        />
        <Buttons>
          <SubmitButton>{t('own-device.rule-submit')}</SubmitButton>
        </Buttons>
      </PostForm>
      <Link href={paths.organisation.settings()}>{t('own-device.rule-back')}</Link>
    </>,
    { place: paths.organisation.settings() },
  )
}
