import { approverRoles } from '#domain/member/role-approval.ts'
import { Buttons, ErrorSummary, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Text } from '#pages/look/parts.tsx'
import { rolesInWords } from '#pages/member/role-words.ts'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid, NotFound } from '#usecases/failure.ts'
import { answerRoleApproval } from '#usecases/member/answer-role-approval.ts'
import { type ListedApproval, listRoleApprovals } from '#usecases/member/list-role-approvals.ts'

/** Weighty roles that a colleague gave: somebody else says whether it is good. */
export const approvalRoutes: readonly Route[] = [
  staffRoute({
    path: paths.member.approvals(),
    who: approverRoles,
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.member.answer(':id'),
    who: approverRoles,
    post: (request) =>
      attempt(
        () => answer(request),
        (problem) => show(request, problem),
      ),
  }),
]

async function answer({ context, actor, params, form, signIn }: StaffRequest): Promise<Answer> {
  const given = (['approved', 'refused'] as const).find((one) => one === form.text('answer'))
  if (!given) {
    // One that isn't there says so, whatever was sent with it.
    const there = await listRoleApprovals(context, actor, {})
    throw there.some(({ id }) => id === params.id) ? new Invalid({ answer: 'choose-one' }) : new NotFound()
  }
  const { memberId } = await answerRoleApproval(
    context,
    actor,
    { approvalId: params.id ?? '', answer: given },
    form.key ? { key: form.key } : undefined,
  )
  if (memberId) signIn.memberChanged(actor.orgId, memberId)
  return seeOther(
    paths.member.approvals(),
    given === 'approved' ? 'member.approved' : 'member.approve-refused',
  )
}

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, form } = request
  const waiting = await listRoleApprovals(context, actor, {})
  return page(
    t('member.approvals'),
    <>
      <Heading level={1}>{t('member.approvals')}</Heading>
      <ErrorSummary state={{ t, form, problem }} />
      {waiting.length === 0 ? (
        <Empty title={t('member.approvals-none')} />
      ) : (
        <>
          <Text lead>{t('member.approvals-text')}</Text>
          {waiting.map((one) => (
            <One key={one.id} request={request} one={one} />
          ))}
        </>
      )}
    </>,
    { place: paths.member.list() },
  )
}

const One = ({
  request: { t, host, today, newKey },
  one,
}: {
  request: StaffRequest
  one: ListedApproval
}) => (
  <Card title={`${one.whom}: ${rolesInWords(t, one.roles)}`}>
    <Text>
      {t(one.invited ? 'member.approvals-invited' : 'member.approvals-given', {
        name: one.askedBy,
        day: t.day(one.askedAt.toZonedDateTimeISO(host.zone).toPlainDate(), today),
      })}
    </Text>
    {one.mayNotAnswer ? (
      <Text quiet>{t(`refusal.${one.mayNotAnswer}`)}</Text>
    ) : (
      <form method="post" action={paths.member.answer(one.id)}>
        <input type="hidden" name="key" value={newKey()} />
        <Buttons>
          <SubmitButton name="answer" value="approved">
            {t('member.approve')} <span class="naast-visually-hidden">{one.whom}</span>
          </SubmitButton>
          <SubmitButton kind="secondary" name="answer" value="refused">
            {t('member.approve-not')} <span class="naast-visually-hidden">{one.whom}</span>
          </SubmitButton>
        </Buttons>
      </form>
    )}
  </Card>
)
