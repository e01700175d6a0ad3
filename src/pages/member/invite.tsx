import { roles } from '#domain/member/role.ts'
import { Checkboxes, PostForm, Radios, Select, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type PageAnswer, page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Once, secretForm } from '#pages/service/new-key.tsx'
import { giveInvitation } from '#usecases/member/give-invitation.ts'
import { listUnlinkedWorkers } from '#usecases/member/list-unlinked-workers.ts'

export const inviteRoutes: readonly Route[] = [
  staffRoute({
    path: paths.member.invite(),
    who: ['administrator'],
    get: (request) => invitePage(request, noProblem),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const email = form.text('email')
          const chosen = form.all('roles')
          const { token, waits } = await giveInvitation(
            context,
            actor,
            {
              email,
              roles: roles.filter((role) => chosen.includes(role)),
              workerId: form.optional('workerId'),
              language: form.text('language') === 'en' ? 'en' : 'nl',
            },
            secretForm(form),
          )
          return linkPage(request, email, { token, waits })
        },
        (problem) => invitePage(request, problem),
      ),
  }),
]

async function invitePage(request: StaffRequest, problem: Problem): Promise<PageAnswer> {
  const { t, context, actor, form, newKey } = request
  const workers = await listUnlinkedWorkers(context, actor, {})
  const state = { t, form, problem }
  return page(
    t('member.invite-title'),
    <>
      <Heading level={1}>{t('member.invite-title')}</Heading>
      <Text>{t('member.invite-text')}</Text>
      <PostForm state={state} submissionKey={form.key ?? newKey()}>
        <Once request={request} />
        <TextField
          state={state}
          name="email"
          label={t('member.invite-email')}
          hint={t('member.invite-email-hint')}
          type="email"
        />
        <RoleBoxes state={state} />
        {workers.length > 0 && (
          <Select
            state={state}
            name="workerId"
            label={t('member.invite-worker')}
            hint={t('member.invite-worker-hint')}
            empty={t('member.invite-worker-none')}
            options={workers.map(({ workerId, name }) => ({ value: workerId, label: name }))}
            optional
          />
        )}
        <Radios
          state={{ ...state, form: form.text('language') === '' ? dutchChosen(form) : form }}
          name="language"
          label={t('member.invite-language')}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SubmitButton>{t('member.invite-submit')}</SubmitButton>
      </PostForm>
      <Link href={paths.member.list()}>{t('member.back')}</Link>
    </>,
    { place: paths.member.list() },
  )
}

const dutchChosen = (form: StaffRequest['form']): StaffRequest['form'] => ({
  ...form,
  all: (name) => (name === 'language' ? ['nl'] : form.all(name)),
})

export const RoleBoxes = ({
  state,
}: {
  state: { t: StaffRequest['t']; form: StaffRequest['form']; problem: Problem }
}) => (
  <Checkboxes
    state={state}
    name="roles"
    label={state.t('member.invite-roles')}
    options={roles.map((role) => ({
      value: role,
      label: state.t(`member.role.${role}`),
      hint: state.t(`member.role-hint.${role}`),
    }))}
  />
)

/** The link is shown as the answer to the form itself, once: it stands in no address and in no cache. */
export const linkPage = (
  { t, signIn }: StaffRequest,
  email: string,
  { token, waits }: { token: string; waits: boolean },
): PageAnswer =>
  page(
    t('member.link-title'),
    <>
      <Heading level={1}>{t('member.link-title')}</Heading>
      <Text>{t('member.link-text', { email })}</Text>
      {waits && (
        <Notice tone="attention">
          <Text>{t('member.link-waits')}</Text>
        </Notice>
      )}
      <label class="utrecht-form-label" for="invitation-link">
        {t('member.link-label')}
      </label>
      <textarea
        class="utrecht-textarea utrecht-textarea--html-textarea"
        id="invitation-link"
        rows={4}
        readOnly
        spellcheck={false}
      >
        {signIn.address(paths.invitation(token))}
      </textarea>
      <Text>
        <Link href={paths.member.list()}>{t('member.back')}</Link>
      </Text>
    </>,
    { place: paths.member.list() },
  )
