import { weightyAmong } from '#domain/member/weighty-roles.ts'
import { typed } from '#pages/contact/typed.ts'
import { filledForm } from '#pages/form-data.ts'
import { Buttons, DayField, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { dayTyped } from '#pages/service/new-key.tsx'
import { listMembers } from '#usecases/member/list-members.ts'
import { askPasskeys } from '#usecases/organisation/ask-passkeys.ts'
import { readOrganisation } from '#usecases/organisation/read-organisation.ts'

/** From which day a passkey is asked of who holds a weighty role, and who has none yet. */
export const passkeyRuleRoutes: readonly Route[] = [
  staffRoute({
    path: paths.organisation.passkeys(),
    who: ['administrator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, today } = request
          const from = form.optional('from') === null ? null : dayTyped(form, 'from', today)
          await askPasskeys(context, actor, { from }, form.key ? { key: form.key } : undefined)
          return seeOther(paths.organisation.passkeys(), 'organisation.said.passkeys')
        },
        (problem) => show(request, problem),
      ),
  }),
]

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, signIn } = request
  const { passkeysFrom } = await readOrganisation(context, actor, {})
  const form =
    problem === noProblem ? filledForm({ from: passkeysFrom && typed(passkeysFrom) }) : request.form
  const state = { t, form, problem }
  const having = new Set(await signIn.membersWithPasskey(actor.orgId))
  const { members } = await listMembers(context, actor, {})
  const without = members.filter(
    ({ id, active, roles }) => active && weightyAmong(roles).length > 0 && !having.has(id),
  )
  return page(
    t('organisation.passkeys'),
    <>
      <Heading level={1}>{t('organisation.passkeys')}</Heading>
      <Text>{t('organisation.passkeys-text')}</Text>
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
        <DayField
          state={state}
          name="from"
          label={t('organisation.passkeys-from')}
          hint={t('organisation.passkeys-from-hint')}
          optional
        />
        <Buttons>
          <SubmitButton>{t('organisation.passkeys-submit')}</SubmitButton>
        </Buttons>
      </PostForm>
      {without.length > 0 && (
        <>
          <Heading>{t('organisation.passkeys-without')}</Heading>
          <ul class="naast-list">
            {without.map(({ id, name }) => (
              <li key={id}>
                <Link href={paths.member.one(id)}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link href={paths.organisation.settings()}>{t('organisation.title')}</Link>
    </>,
    { place: paths.organisation.settings() },
  )
}
