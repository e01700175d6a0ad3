import { formOf } from '#pages/form-data.ts'
import { ErrorSummary, SubmitButton } from '#pages/look/form.tsx'
import { Empty, Heading, Link, Table, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { addCandidate } from '#usecases/group/add-candidate.ts'
import { listCandidates } from '#usecases/group/list-candidates.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

/** The waiting list, as far as it is for this group. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const { women } = await listCandidates(context, actor, { groupId: idOf(request) })
  return page(
    t('group.candidates'),
    <>
      <Heading level={1}>{t('group.candidates')}</Heading>
      <Text lead>{t('group.candidates-lead')}</Text>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      <Table
        caption={t('group.candidates')}
        alone
        rows={women}
        empty={<Empty title={t('group.candidates-none')} />}
        columns={[
          { heading: t('group.candidate-name'), cell: (one) => one.name },
          {
            heading: t('group.candidate-waits'),
            cell: (one) => (one.waitingDays === null ? '—' : t('match.days', { count: one.waitingDays })),
          },
          {
            heading: t('group.candidate-language'),
            cell: (one) => one.languages.map((code) => t.languageName(code)).join(', ') || '—',
          },
          {
            heading: t('group.place'),
            cell: (one) => (
              <form method="post">
                <input type="hidden" name="key" value={request.newKey()} />
                <input type="hidden" name="trajectoryId" value={one.trajectoryId} />
                <SubmitButton kind="secondary">{t('group.candidate-choose')}</SubmitButton>
              </form>
            ),
          },
        ]}
      />
      <Link href={paths.group.one(idOf(request))}>{t('group.back')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

export const candidatesRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.candidates(':id'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form } = request
          const { placeId } = await addCandidate(
            context,
            actor,
            { groupId: idOf(request), trajectoryId: form.text('trajectoryId') },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.group.place(placeId), 'group.said.candidate')
        },
        (problem) => show(request, problem),
      ),
  }),
]
