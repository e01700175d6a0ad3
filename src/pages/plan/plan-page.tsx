import { sharingPolicy } from '#domain/sharing/sharing-policy.ts'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import {
  ButtonLink,
  Card,
  Empty,
  Heading,
  Notice,
  Summary,
  Tag,
  Text,
  type Tone,
} from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { GoalCard } from '#pages/plan/goal-card.tsx'
import { reasonWords } from '#pages/plan/plan-words.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import type { ShownPlan } from '#usecases/plan/plan-view.ts'
import { readPlan } from '#usecases/plan/read-plan.ts'
import { stepPlanOn } from '#usecases/plan/step-plan.ts'

const tones: Record<ShownPlan['state'], Tone> = {
  draft: 'info',
  submitted: 'attention',
  agreed: 'done',
  closing: 'attention',
  closed: 'neutral',
}

/** Her plan as a whole; what can be done with it now stands above, what was done with it below. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, params } = request
  const read = await readPlan(context, actor, { trajectoryId: params.id ?? '' })
  const { trajectoryId: id, plan } = read
  const state: FormState = { t, form: request.form, problem }
  const domains = new Map(read.domains.map(({ fact, label }) => [fact, label[t.language]]))
  return page(
    t('plan.title'),
    <>
      <Heading level={1}>
        {t('plan.title')} {plan && <Tag tone={tones[plan.state]}>{t(`plan.state.${plan.state}`)}</Tag>}
      </Heading>
      <Text lead>{read.name}</Text>
      <TrajectoryTabs t={t} id={id} actor={actor} works={read.works} current={paths.plan.one(id)} />
      {plan ? (
        <>
          <Text>{t('plan.lead')}</Text>
          <Facts t={t} plan={plan} />
          {plan.state === 'agreed' && !read.closed && sharingPolicy.share(actor) && (
            <p class="naast-actions">
              <ButtonLink href={paths.plan.share(id)} kind="secondary">
                {t('plan.share')}
              </ButtonLink>
            </p>
          )}
          <Next
            t={t}
            id={id}
            plan={plan}
            state={state}
            submissionKey={request.form.key ?? request.newKey()}
          />
          <Heading>{t('plan.goals')}</Heading>
          {plan.goals.map((goal) => (
            <GoalCard
              key={goal.id}
              t={t}
              goal={goal}
              domain={domains.get(goal.domain ?? '') ?? null}
              may={{ id, ...plan.abilities }}
            />
          ))}
          {(plan.abilities.addGoal || read.mayBegin) && (
            <p class="naast-actions">
              <ButtonLink href={paths.plan.goal(id)} kind="secondary">
                {t(read.mayBegin ? 'plan.first-goal' : 'plan.add-goal')}
              </ButtonLink>
            </p>
          )}
          <History t={t} plan={plan} />
        </>
      ) : (
        <Empty title={t('plan.none')}>
          <Text>{t('plan.none-hint')}</Text>
          {read.mayBegin && <ButtonLink href={paths.plan.goal(id)}>{t('plan.first-goal')}</ButtonLink>}
        </Empty>
      )}
    </>,
  )
}

const Facts = ({ t, plan }: { t: T; plan: ShownPlan }) => (
  <Summary
    rows={[
      plan.agreedOn && [t('plan.agreed-on'), t.longDay(plan.agreedOn)],
      plan.lookAgainOn && [t('plan.look-again'), t.longDay(plan.lookAgainOn)],
      plan.closedOn && [t('plan.closed-on'), t.longDay(plan.closedOn)],
      plan.score === null ? null : [t('plan.score'), t('plan.score-is', { score: Math.round(plan.score) })],
    ]}
  />
)

interface NextProps {
  readonly t: T
  readonly id: string
  readonly plan: ShownPlan
  readonly state: FormState
  readonly submissionKey: string
}
/** The one thing to do with it now, or for whom it waits. */
const Next = ({
  t,
  id,
  plan: { abilities, own, state: stands, version, goals },
  state,
  submissionKey,
}: NextProps) => {
  if (abilities.review)
    return (
      <p class="naast-actions">
        <ButtonLink href={paths.plan.review(id)}>{t('plan.review')}</ButtonLink>
      </p>
    )
  if (abilities.approve || abilities.close)
    return (
      <p class="naast-actions">
        <ButtonLink href={paths.plan.decide(id)}>
          {t(abilities.close ? 'plan.decide-closing' : 'plan.decide')}
        </ButtonLink>
      </p>
    )
  if (abilities.submit && goals.some(({ letGo, actions }) => letGo === null && actions.length > 0))
    return (
      <PostForm state={state} submissionKey={submissionKey}>
        <input type="hidden" name="version" value={version} />
        <Buttons>
          <SubmitButton>{t('plan.submit')}</SubmitButton>
        </Buttons>
        <Text quiet>{t('plan.submit-hint')}</Text>
      </PostForm>
    )
  return stands === 'submitted' || stands === 'closing' ? (
    <Notice>
      <Text>{t(own ? 'plan.own' : 'plan.waits')}</Text>
    </Notice>
  ) : null
}

const History = ({ t, plan: { reviews, decisions } }: { t: T; plan: ShownPlan }) => (
  <>
    {reviews.length > 0 && <Heading>{t('plan.reviews')}</Heading>}
    {reviews.map((review) => (
      <Card
        key={review.id}
        level={3}
        title={t('plan.review-line', {
          day: t.longDay(review.on),
          name: review.by ?? '—',
          outcome: t(`plan.outcome.${review.outcome}`),
        })}
      >
        {review.words && <Text>{review.words}</Text>}
      </Card>
    ))}
    {decisions.length > 0 && (
      <details>
        <summary>{t('plan.history')}</summary>
        <ul class="naast-list">
          {decisions.map(({ id, step, on, by, reason }) => (
            <li key={id}>
              {t('plan.step-line', { day: t.longDay(on), step: t(`plan.step.${step}`), name: by ?? '—' })}
              {reason && ` (${reasonWords(t, reason)})`}
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
)

export const planRoutes: readonly Route[] = [
  staffRoute({
    path: paths.plan.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
    /** The one button on the page itself: ask somebody else to look at it. */
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          const trajectoryId = params.id ?? ''
          const version = Number(form.text('version')) || 0
          await stepPlanOn(
            context,
            actor,
            { trajectoryId, version, step: 'submit' },
            form.key ? { key: form.key } : undefined,
          )
          return seeOther(paths.plan.one(trajectoryId), 'plan.said.submitted')
        },
        (problem) => show(request, problem),
      ),
  }),
]
