import { groupPolicy } from '#domain/group/group-policy.ts'
import { isMemberWith } from '#domain/member/actor.ts'
import { GroupTag, sessionMoment } from '#pages/group/group-state.tsx'
import { ButtonLink, Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { listGroups } from '#usecases/group/list-groups.ts'

/** The groups that somebody plans or leads. */
async function show({ context, actor, t, today }: StaffRequest) {
  const groups = await listGroups(context, actor, {})
  const plans = groupPolicy.plan(actor)
  return page(
    t('group.title'),
    <>
      <Heading level={1}>{t('group.title')}</Heading>
      <p class="naast-actions">
        {plans && <ButtonLink href={paths.group.plan()}>{t('group.plan')}</ButtonLink>}
        <ButtonLink href={paths.activity.list()} kind="secondary">
          {t('activity.title')}
        </ButtonLink>
        {plans && (
          <ButtonLink href={paths.composition.list()} kind="secondary">
            {t('composition.title')}
          </ButtonLink>
        )}
        {plans && (
          <ButtonLink href={paths.group.evaluations()} kind="secondary">
            {t('group.evaluations')}
          </ButtonLink>
        )}
      </p>
      <Table
        caption={t('group.title')}
        alone
        rows={groups}
        empty={
          <Empty title={t('group.empty')}>
            <Text>{t(plans ? 'group.empty-plan' : 'group.empty-lead')}</Text>
          </Empty>
        }
        columns={[
          {
            heading: t('group.column.group'),
            cell: (group) => <Link href={paths.group.one(group.id)}>{group.title}</Link>,
          },
          { heading: t('group.programme'), cell: (group) => group.programme[t.language] },
          { heading: t('group.column.state'), cell: (group) => <GroupTag t={t} state={group.state} /> },
          {
            heading: t('group.column.places'),
            cell: ({ taken, max }) => t('group.places-taken', { taken, max }),
          },
          {
            heading: t('group.column.next'),
            cell: ({ next }) =>
              next ? <Link href={paths.group.session(next.id)}>{sessionMoment(t, today, next)}</Link> : '—',
          },
        ]}
      />
      {isMemberWith(actor, 'worker') && <Link href={paths.aligned.mine()}>{t('aligned.mine')}</Link>}
    </>,
  )
}

export const groupListRoutes: readonly Route[] = [
  staffRoute({ path: paths.group.list(), who: ['coordinator', 'worker'], get: show }),
]
