import { InstallationNotice } from '#pages/installation/installation-page.tsx'
import { Buttons, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Link, Notice, Table, Tag, Text } from '#pages/look/parts.tsx'
import { rolesInWords } from '#pages/member/role-words.ts'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { type ListedInvitation, type ListedMember, listMembers } from '#usecases/member/list-members.ts'
import { type ListedApproval, listRoleApprovals } from '#usecases/member/list-role-approvals.ts'
import { withdrawInvitation } from '#usecases/member/withdraw-invitation.ts'

export const membersRoutes: readonly Route[] = [
  staffRoute({
    path: paths.member.list(),
    who: ['administrator'],
    async get(request) {
      const { context, actor } = request
      const { members, invitations } = await listMembers(context, actor, {})
      const approvals = await listRoleApprovals(context, actor, {})
      return view(request, { members, invitations, approvals })
    },
  }),
  staffRoute({
    path: paths.member.withdraw(':id'),
    who: ['administrator'],
    async post({ context, actor, params }) {
      await withdrawInvitation(context, actor, { invitationId: params.id ?? '' })
      return seeOther(paths.member.list(), 'member.withdrawn')
    },
  }),
]

interface Listed {
  readonly members: readonly ListedMember[]
  readonly invitations: readonly ListedInvitation[]
  readonly approvals: readonly ListedApproval[]
}

function view(request: StaffRequest, { members, invitations, approvals }: Listed) {
  const { t, today } = request
  const here = members.filter(({ active }) => active)
  const left = members.filter(({ active }) => !active)
  const name = {
    heading: t('member.column.name'),
    cell: (member: ListedMember) => <Link href={paths.member.one(member.id)}>{member.name}</Link>,
  }
  const rolesOf = {
    heading: t('member.column.roles'),
    cell: ({ roles }: ListedMember) => rolesInWords(t, roles),
  }
  return page(
    t('member.title'),
    <>
      <Heading level={1}>{t('member.title')}</Heading>
      <Text lead>{t('member.lead', { count: here.length })}</Text>
      {!here.some(({ roles }) => roles.includes('safeguarding_lead')) && (
        <Notice tone="attention" title={t('member.no-lead')}>
          <Text>{t('member.no-lead-text')}</Text>
        </Notice>
      )}
      <InstallationNotice t={t} warnings={request.installation()} />
      {approvals.length > 0 && (
        <Notice tone="attention">
          <Text>
            {t('member.approvals-open', { count: approvals.length })}{' '}
            <Link href={paths.member.approvals()}>{t('member.approvals')}</Link>
          </Text>
        </Notice>
      )}
      <Buttons>
        <ButtonLink href={paths.member.invite()}>{t('member.invite')}</ButtonLink>
      </Buttons>
      <Text>
        <Link href={paths.provider.list()}>{t('provider.title')}</Link>
      </Text>
      <Table
        caption={t('member.here')}
        rows={here}
        empty={null}
        columns={[
          name,
          rolesOf,
          { heading: t('member.column.email'), cell: ({ email }) => email ?? '' },
          { heading: t('member.column.since'), cell: ({ activeFrom }) => t.day(activeFrom, today) },
        ]}
      />
      {invitations.length > 0 && <Invitations request={request} invitations={invitations} />}
      <Text quiet>
        {t('glass.when')} <Link href={paths.breakGlass.open()}>{t('glass.title')}</Link>
      </Text>
      {left.length > 0 && (
        <Table
          caption={t('member.left-title')}
          rows={left}
          empty={null}
          columns={[
            name,
            rolesOf,
            {
              heading: t('member.column.until'),
              cell: ({ activeUntil }) => activeUntil && t.day(activeUntil, today),
            },
          ]}
        />
      )}
    </>,
  )
}

function Invitations({
  request: { t, host, today, newKey },
  invitations,
}: {
  request: StaffRequest
  invitations: readonly ListedInvitation[]
}) {
  return (
    <Table
      caption={t('member.open-title')}
      rows={invitations}
      empty={null}
      columns={[
        { heading: t('member.column.email'), cell: ({ email }) => email },
        {
          heading: t('member.column.roles'),
          cell: ({ roles, forMember }) => (
            <>
              {rolesInWords(t, roles)} {forMember && <Tag>{t('member.open-again')}</Tag>}
            </>
          ),
        },
        {
          heading: t('member.open-column.until'),
          cell: ({ expiresAt, expired }) =>
            expired ? (
              <Tag tone="attention">{t('member.open-expired')}</Tag>
            ) : (
              t.day(expiresAt.toZonedDateTimeISO(host.zone).toPlainDate(), today)
            ),
        },
        {
          heading: t('member.withdraw'),
          cell: ({ id, email }) => (
            <form method="post" action={paths.member.withdraw(id)}>
              <input type="hidden" name="key" value={newKey()} />
              <SubmitButton kind="secondary">
                {t('member.withdraw')} <span class="naast-visually-hidden">{email}</span>
              </SubmitButton>
            </form>
          ),
        },
      ]}
    />
  )
}
