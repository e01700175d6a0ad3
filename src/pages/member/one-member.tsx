import { roles } from '#domain/member/role.ts'
import { filledForm } from '#pages/form-data.ts'
import { PostForm, SubmitButton, TextField } from '#pages/look/form.tsx'
import { Heading, Link, Summary, Text } from '#pages/look/parts.tsx'
import { linkPage, RoleBoxes } from '#pages/member/invite.tsx'
import { rolesInWords } from '#pages/member/role-words.ts'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Once, secretForm } from '#pages/service/new-key.tsx'
import { changeRoles } from '#usecases/member/change-roles.ts'
import { endMember } from '#usecases/member/end-member.ts'
import { giveNewInvitation } from '#usecases/member/give-invitation.ts'
import { type ListedMember, readMember } from '#usecases/member/list-members.ts'

type Part = 'roles' | 'again' | 'end'

const read = ({ context, actor, params }: StaffRequest) =>
  readMember(context, actor, { memberId: params.id ?? '' })

const post =
  (which: Part, work: (request: StaffRequest, member: ListedMember) => Promise<Answer>) =>
  async (request: StaffRequest) => {
    const member = await read(request)
    return attempt(
      () => work(request, member),
      async (problem) => view(request, member, which, problem),
    )
  }

export const oneMemberRoutes: readonly Route[] = [
  staffRoute({
    path: paths.member.one(':id'),
    who: ['administrator'],
    get: async (request) => view(request, await read(request), null, noProblem),
    post: post('roles', async ({ context, actor, form, signIn }, { id }) => {
      const chosen = form.all('roles')
      const { waits } = await changeRoles(
        context,
        actor,
        {
          memberId: id,
          version: Number(form.text('version')),
          roles: roles.filter((role) => chosen.includes(role)),
        },
        form.key ? { key: form.key } : undefined,
      )
      signIn.memberChanged(actor.orgId, id)
      return seeOther(paths.member.one(id), waits ? 'member.roles-wait' : 'member.roles-saved')
    }),
  }),
  staffRoute({
    path: paths.member.again(':id'),
    who: ['administrator'],
    post: post('again', async (request, { id }) => {
      const { context, actor, form } = request
      const { token } = await giveNewInvitation(
        context,
        actor,
        { memberId: id, email: form.text('email') },
        secretForm(form),
      )
      return linkPage(request, form.text('email'), { token, waits: false })
    }),
  }),
  staffRoute({
    path: paths.member.end(':id'),
    who: ['administrator'],
    post: post('end', async ({ context, actor, form, signIn }, { id }) => {
      await endMember(
        context,
        actor,
        { memberId: id, version: Number(form.text('version')) },
        form.key ? { key: form.key } : undefined,
      )
      await signIn.endSessions(actor.orgId, id)
      return seeOther(paths.member.list(), 'member.ended')
    }),
  }),
]

function view(request: StaffRequest, member: ListedMember, shown: Part | null, problem: Problem) {
  const { t, form, newKey, today, actor } = request
  const stateOf = (which: Part) => ({
    t,
    form: which === shown ? form : filledForm({ roles: [...member.roles], email: member.email }),
    problem: which === shown ? problem : noProblem,
  })
  const key = (which: Part) => (which === shown ? (form.key ?? newKey()) : newKey())
  const version = <input type="hidden" name="version" value={member.version} />
  return page(
    member.name,
    <>
      <Heading level={1}>{member.name}</Heading>
      <Summary
        rows={[
          [t('member.column.roles'), rolesInWords(t, member.roles)],
          [t('member.column.email'), member.email],
          [t('member.column.since'), t.day(member.activeFrom, today)],
          member.activeUntil && [t('member.column.until'), t.day(member.activeUntil, today)],
        ]}
      />
      {member.active && (
        <>
          <Heading level={2}>{t('member.roles-title')}</Heading>
          <PostForm
            state={stateOf('roles')}
            submissionKey={key('roles')}
            action={paths.member.one(member.id)}
          >
            {version}
            <RoleBoxes state={stateOf('roles')} />
            <SubmitButton>{t('member.roles-submit')}</SubmitButton>
          </PostForm>
          {member.id !== actor.memberId && (
            <>
              <Heading level={2}>{t('member.again-title')}</Heading>
              <Text>{t('member.again-text')}</Text>
              <PostForm
                state={stateOf('again')}
                submissionKey={key('again')}
                action={paths.member.again(member.id)}
              >
                <Once request={request} />
                <TextField
                  state={stateOf('again')}
                  name="email"
                  label={t('member.invite-email')}
                  hint={t('member.invite-email-hint')}
                  type="email"
                />
                <SubmitButton kind="secondary">{t('member.again-submit')}</SubmitButton>
              </PostForm>
            </>
          )}
          <Heading level={2}>{t('member.end-title')}</Heading>
          <Text>{t('member.end-text')}</Text>
          <PostForm state={stateOf('end')} submissionKey={key('end')} action={paths.member.end(member.id)}>
            {version}
            <SubmitButton kind="danger">{t('member.end-submit')}</SubmitButton>
          </PostForm>
        </>
      )}
      <Link href={paths.member.list()}>{t('member.back')}</Link>
    </>,
    { place: paths.member.list() },
  )
}
