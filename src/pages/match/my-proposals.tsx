import { answers } from '#domain/match/match.ts'
import { formOf } from '#pages/form-data.ts'
import { ErrorSummary, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { matchStateWord } from '#pages/match/waiting-list.tsx'
import { childAge } from '#pages/match/workbench.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { Invalid } from '#usecases/failure.ts'
import { answerMatch } from '#usecases/match/answer-match.ts'
import { listMyProposals, type ProposalForWorker } from '#usecases/match/list-my-proposals.ts'

/** What a worker is asked: one card a mother, enough to decide, yes or no. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t } = request
  const proposals = await listMyProposals(context, actor, {})
  const open = proposals.filter(isOpen).length
  return page(
    t('match.mine'),
    <>
      <Heading level={1}>{open === 0 ? t('match.mine') : t('match.mine-heading', { count: open })}</Heading>
      <ErrorSummary state={{ t, form: formOf(null), problem }} />
      {proposals.length === 0 ? (
        <Empty title={t('match.mine-empty')}>
          <Text>{t('match.mine-empty-hint')}</Text>
        </Empty>
      ) : (
        <Text>{t('match.mine-hint')}</Text>
      )}
      {proposals.map((one) => (
        <ProposalCard key={one.matchId} request={request} one={one} />
      ))}
    </>,
  )
}

const isOpen = (one: ProposalForWorker) => one.state === 'proposed' && one.answer === null

const ProposalCard = ({ request, one }: { request: StaffRequest; one: ProposalForWorker }) => {
  const { t } = request
  return (
    <Card
      title={one.firstName ?? t('match.mine-somebody')}
      tag={<Tag tone={isOpen(one) ? 'info' : 'done'}>{matchStateWord(t, one.state)}</Tag>}
      action={
        <form method="post" class="naast-inline-form">
          <input type="hidden" name="key" value={request.newKey()} />
          <input type="hidden" name="id" value={one.matchId} />
          <input type="hidden" name="version" value={one.version} />
          {isOpen(one) && (
            <SubmitButton name="answer" value="yes">
              {t('match.mine-yes')}
            </SubmitButton>
          )}
          <SubmitButton name="answer" value="no" kind="secondary">
            {t('match.mine-no')}
          </SubmitButton>
        </form>
      }
    >
      <Summary
        rows={[
          [t('match.language'), one.languages.map((code) => t.languageName(code)).join(', ')],
          [t('match.column.where'), one.place],
          one.quiet ? null : [t('match.child'), childAge(t, one.childMonths)],
        ]}
      />
      {!isOpen(one) && <Text>{progress(request, one)}</Text>}
    </Card>
  )
}

function progress({ t, today }: StaffRequest, one: ProposalForWorker): string {
  if (one.state === 'introduction' && one.introductionOn)
    return t('match.mine-introduction', { day: t.day(one.introductionOn, today) })
  return one.state === 'agreed' ? t('match.mine-agreed') : t('match.mine-said-yes')
}

async function answer({ context, actor, form }: StaffRequest) {
  const said = answers.find((one) => one === form.text('answer'))
  if (!said) throw new Invalid({ answer: 'choose-one' })
  await answerMatch(
    context,
    actor,
    { id: form.text('id'), version: Number(form.text('version')), side: 'worker', answer: said },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.match.mine(), said === 'yes' ? 'match.said.thanks-yes' : 'match.said.thanks-no')
}

export const myProposalsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.match.mine(),
    who: ['worker'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => answer(request),
        (problem) => show(request, problem),
      ),
  }),
]
