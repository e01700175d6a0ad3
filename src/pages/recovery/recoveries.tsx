import { roles } from '#domain/member/role.ts'
import { recoveryChecks, recoveryReasons } from '#domain/recovery/recovery.ts'
import { PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { askRecovery } from '#usecases/recovery/ask-recovery.ts'
import { checkRecovery } from '#usecases/recovery/check-recovery.ts'
import { type ListedRecovery, listRecoveries } from '#usecases/recovery/list-recoveries.ts'
import { stopRecovery } from '#usecases/recovery/stop-recovery.ts'

const submission = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

/** Who can't get in any more, and who saw that it is she. Whoever doesn't help sees what is asked about herself. */
export const recoveryRoutes: readonly Route[] = [
  staffRoute({
    path: paths.recovery.list(),
    who: roles,
    get: (request) => recoveriesPage(request, null, noProblem),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const reason = recoveryReasons.find((one) => one === form.text('reason'))
          if (form.text('member') === '') throw new Invalid({ member: 'choose-one' })
          if (!reason) throw new Invalid({ reason: 'choose-one' })
          await askRecovery(context, actor, { memberId: form.text('member'), reason }, submission(request))
          return seeOther(paths.recovery.list(), 'recovery.asked')
        },
        (problem) => recoveriesPage(request, 'ask', problem),
      ),
  }),
  staffRoute({
    path: paths.recovery.check(':id'),
    who: ['administrator', 'coordinator'],
    async post(request) {
      const asked = await listRecoveries(request.context, request.actor, {})
      if (!asked.recoveries.some(({ id }) => id === request.params.id)) throw new NotFound()
      return attempt(
        async () => {
          const { context, actor, form, params } = request
          const how = recoveryChecks.find((one) => one === form.text('how'))
          if (!how) throw new Invalid({ how: 'choose-one' })
          await checkRecovery(context, actor, { recoveryId: params.id ?? '', how }, submission(request))
          return seeOther(paths.recovery.list(), 'recovery.checked')
        },
        (problem) => recoveriesPage(request, request.params.id ?? null, problem),
      )
    },
  }),
  staffRoute({
    path: paths.recovery.stop(':id'),
    who: roles,
    async post(request) {
      const { context, actor, params } = request
      await stopRecovery(context, actor, { recoveryId: params.id ?? '' }, submission(request))
      return seeOther(paths.recovery.list(), 'recovery.stopped')
    },
  }),
]

async function recoveriesPage(
  request: StaffRequest,
  shown: string | null,
  problem: Problem,
): Promise<Answer> {
  const { t, context, actor, form, newKey } = request
  const { recoveries, members } = await listRecoveries(context, actor, {})
  const state = { t, form, problem: shown === 'ask' ? problem : noProblem }
  return page(
    t('recovery.title'),
    <>
      <Heading level={1}>{t('recovery.title')}</Heading>
      <Text lead>{t(members.length > 0 ? 'recovery.lead' : 'recovery.lead-own')}</Text>
      {recoveries.length === 0 && <Empty title={t('recovery.none')} />}
      {recoveries.map((recovery) => (
        <One
          key={recovery.id}
          request={request}
          recovery={recovery}
          problem={shown === recovery.id ? problem : noProblem}
        />
      ))}
      {members.length > 0 && (
        <>
          <Heading level={2}>{t('recovery.ask-title')}</Heading>
          <PostForm state={state} submissionKey={newKey()} action={paths.recovery.list()}>
            <Select
              state={state}
              name="member"
              label={t('recovery.who')}
              empty={t('recovery.who-empty')}
              options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            />
            <Radios
              state={state}
              name="reason"
              label={t('recovery.reason')}
              options={recoveryReasons.map((reason) => ({
                value: reason,
                label: t(`recovery.reason.${reason}`),
              }))}
            />
            <SubmitButton>{t('recovery.ask')}</SubmitButton>
          </PostForm>
        </>
      )}
      <Link href={paths.account.one()}>{t('sign-in.account-title')}</Link>
    </>,
  )
}

interface OneProps {
  readonly request: StaffRequest
  readonly recovery: ListedRecovery
  readonly problem: Problem
}

function One({ request, recovery, problem }: OneProps) {
  const { t, form, host, today, newKey } = request
  const state = { t, form, problem, scope: recovery.id }
  const when = (moment: Temporal.Instant) => {
    const there = moment.toZonedDateTimeISO(host.zone)
    return `${t.day(there.toPlainDate(), today)}, ${there.toPlainTime().toString({ smallestUnit: 'minute' })}`
  }
  const { readyAt, seenBy, mayNotCheck } = recovery
  return (
    <section>
      <Heading level={2}>
        {recovery.name}{' '}
        <Tag tone={recovery.open ? 'attention' : 'neutral'}>{t(`recovery.state.${recovery.state}`)}</Tag>
      </Heading>
      <Summary
        rows={[
          [t('recovery.reason'), t(`recovery.reason.${recovery.reason}`)],
          [t('recovery.asked-by'), `${recovery.askedBy}, ${when(recovery.askedAt)}`],
          ...seenBy.map(
            ({ name, how, at }) =>
              [t('recovery.seen-by'), `${name}, ${t(`recovery.how.${how}`)}, ${when(at)}`] as const,
          ),
          recovery.open && readyAt ? [t('recovery.ready-at'), when(readyAt)] : null,
        ]}
      />
      {recovery.open && mayNotCheck === null && (
        <PostForm state={state} submissionKey={newKey()} action={paths.recovery.check(recovery.id)}>
          <Radios
            state={state}
            name="how"
            label={t('recovery.how')}
            options={recoveryChecks.map((how) => ({ value: how, label: t(`recovery.how.${how}`) }))}
          />
          <SubmitButton>{t('recovery.check')}</SubmitButton>
        </PostForm>
      )}
      {recovery.open && (
        <form method="post" action={paths.recovery.stop(recovery.id)}>
          <input type="hidden" name="key" value={newKey()} />
          <SubmitButton kind="secondary">
            {t(recovery.own ? 'recovery.stop-own' : 'recovery.stop')}{' '}
            <span class="naast-visually-hidden">{recovery.name}</span>
          </SubmitButton>
        </form>
      )}
    </section>
  )
}
