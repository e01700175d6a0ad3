import { formOf } from '#pages/form-data.ts'
import { GroupTag, PlaceTag } from '#pages/group/group-state.tsx'
import { LeadersAway } from '#pages/group/leaders-away.tsx'
import { SessionsView } from '#pages/group/sessions-view.tsx'
import { reasonInWords } from '#pages/group/small-start-pages.tsx'
import { Buttons, type FormState, PostForm, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import type { PlaceLine } from '#usecases/group/place-lines.ts'
import { type GroupPage, readGroup } from '#usecases/group/read-group.ts'
import { stepGroupOn } from '#usecases/group/step-group.ts'

const idOf = (request: StaffRequest) => request.params.id ?? ''

async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const group = await readGroup(context, actor, { id: idOf(request) })
  const here = group.places.filter(({ state }) => ['candidate', 'enrolled', 'active'].includes(state))
  const gone = group.places.filter((place) => !here.includes(place))
  return page(
    t('group.one'),
    <>
      <Heading level={1}>{group.title}</Heading>
      <p class="utrecht-paragraph">
        <GroupTag t={t} state={group.state} />
      </p>
      {group.endedOn && (
        <Notice tone="done">
          <Text>{t('group.ended', { day: t.day(group.endedOn, today) })}</Text>
        </Notice>
      )}
      <Summary
        rows={[
          [t('group.programme'), group.programme[t.language]],
          [t('group.kind'), t(group.closed ? 'group.kind.closed' : 'group.kind.open')],
          // Where it is goes on no paper: who prints this page carries the rest of it only.
          [
            t('group.location'),
            <span class="naast-no-print">
              {group.location ??
                (group.placeFromDays === null
                  ? t('group.location-none')
                  : t('group.location-later', { count: group.placeFromDays }))}
            </span>,
          ],
          [t('group.facilitators'), group.facilitators.join(', ') || t('group.facilitators-none')],
          [t('group.column.places'), t('group.places-taken', group.size)],
          group.startSize !== null ? [t('group.began'), String(group.startSize)] : null,
          group.smallAllowed ? [t('group.small'), t('group.small-allowed')] : null,
        ]}
      />
      {group.toReview && (
        <Notice tone="attention" title={t('group.review')}>
          <Text>{t('group.review-lead', { count: group.size.taken })}</Text>
        </Notice>
      )}
      <LeadersAway
        t={t}
        today={today}
        groupId={group.id}
        sessions={group.leadersAway}
        mayChange={group.mayDecide}
      />
      <NextStep request={request} group={group} problem={problem} />
      <Smaller request={request} group={group} />
      <section>
        <Heading>{t('group.women')}</Heading>
        <Text quiet>{t('group.women-first-names')}</Text>
        {here.length === 0 && <Empty title={t('group.women-none')} />}
        {here.map((place) => (
          <Woman key={place.id} t={t} place={place} />
        ))}
        {group.mayDecide && ['recruiting', 'confirmed', 'running'].includes(group.state) && (
          <p class="naast-actions">
            <ButtonLink href={paths.group.candidates(group.id)} kind="secondary">
              {t('group.add-candidate')}
            </ButtonLink>
          </p>
        )}
        {gone.length > 0 && (
          <>
            <Heading level={3}>{t('group.women-ended')}</Heading>
            {gone.map((place) => (
              <Woman key={place.id} t={t} place={place} />
            ))}
          </>
        )}
      </section>
      <SessionsView t={t} today={today} sessions={group.sessions} />
      {group.mayDecide && (
        <p class="naast-actions">
          {!group.endedOn && (
            <ButtonLink href={paths.group.change(group.id)} kind="secondary">
              {t('group.change')}
            </ButtonLink>
          )}
          {!group.endedOn && group.closed && (
            <>
              <ButtonLink href={paths.group.offer(group.id)} kind="secondary">
                {t('composition.offer')}
              </ButtonLink>
              <ButtonLink href={paths.group.beside(group.id)} kind="secondary">
                {t('aligned.title')}
              </ButtonLink>
            </>
          )}
          {group.maySteps.includes('stop') && (
            <ButtonLink href={paths.group.end(group.id)} kind="secondary">
              {t('group.end')}
            </ButtonLink>
          )}
        </p>
      )}
      <Link href={paths.group.list()}>{t('group.title')}</Link>
    </>,
    { place: paths.group.list() },
  )
}

const Woman = ({ t, place }: { t: T; place: PlaceLine }) => (
  <Card
    level={3}
    title={place.given}
    href={paths.group.place(place.id)}
    tag={<PlaceTag t={t} state={place.state} />}
  >
    {place.missing && (
      <Text>
        <Tag tone="danger">{t('group.place-missing')}</Tag>
      </Text>
    )}
    {place.open.length > 0 ? (
      <Text>
        <Tag tone="attention">{t('group.place-to-do', { count: place.open.length })}</Tag>
      </Text>
    ) : (
      place.state === 'candidate' && <Text quiet>{t('group.place-ready')}</Text>
    )}
    {place.attended + place.missed > 0 && (
      <Text quiet>
        {t('group.attended', { attended: place.attended, missed: place.missed })}
        {place.madeUp > 0 && `, ${t('group.made-up', { count: place.madeUp })}`}
      </Text>
    )}
  </Card>
)

/** What the group waits for, and the button for it if she may. */
const NextStep = ({
  request,
  group,
  problem,
}: {
  request: StaffRequest
  group: GroupPage
  problem: Problem
}) => {
  const { t } = request
  if (group.state === 'completed' || group.state === 'stopped') return null
  const step = group.maySteps.find((one) => one === 'open' || one === 'confirm')
  const state: FormState = { t, form: problem === noProblem ? formOf(null) : request.form, problem }
  return (
    <Notice title={t('group.next-step')}>
      <Text>
        {t(`group.next.${group.state}`, {
          min: group.size.min,
          max: group.size.max,
          facilitators: group.facilitatorsNeeded,
        })}
      </Text>
      {step && (
        <PostForm state={state} submissionKey={request.form.key ?? request.newKey()}>
          <input type="hidden" name="version" value={group.version} />
          <input type="hidden" name="step" value={step} />
          <Buttons>
            <SubmitButton>{t(`group.step.${step}`)}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </Notice>
  )
}

/** A group that has too few women to begin: what was asked and answered, and the way to ask. */
const Smaller = ({ request: { t, today }, group }: { request: StaffRequest; group: GroupPage }) => {
  const { smallStart, mayAskSmall } = group
  if (group.state !== 'recruiting' || !(smallStart || mayAskSmall)) return null
  const answered = smallStart?.answer && smallStart.answeredOn
  return (
    <Notice tone={smallStart?.answer === 'allowed' ? 'done' : 'attention'} title={t('group.small')}>
      {smallStart && (
        <Text>
          {answered
            ? t(`group.small-was.${smallStart.answer ?? 'refused'}`, {
                count: smallStart.size,
                day: t.day(answered, today),
              })
            : t('group.small-was.asked', {
                count: smallStart.size,
                day: t.day(smallStart.askedOn, today),
              })}{' '}
          {reasonInWords(t, smallStart.answerReason ?? smallStart.reason)}.
        </Text>
      )}
      {mayAskSmall && (
        <p class="naast-actions">
          <ButtonLink href={paths.group.askSmall(group.id)} kind="secondary">
            {t('group.small-ask')}
          </ButtonLink>
        </p>
      )}
    </Notice>
  )
}

async function takeStep(request: StaffRequest) {
  const { context, actor, form } = request
  const step = (['open', 'confirm'] as const).find((one) => one === form.text('step'))
  if (!step) throw new Invalid({ step: 'choose-one' })
  await stepGroupOn(
    context,
    actor,
    {
      id: idOf(request),
      version: Number(form.text('version')),
      step,
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(
    paths.group.one(idOf(request)),
    step === 'open' ? 'group.said.opened' : 'group.said.confirmed',
  )
}

export const oneGroupRoutes: readonly Route[] = [
  staffRoute({
    path: paths.group.one(':id'),
    who: ['coordinator', 'worker'],
    get: (request) => show(request),
  }),
  staffRoute({
    path: paths.group.one(':id'),
    who: ['coordinator'],
    post: (request) =>
      attempt(
        () => takeStep(request),
        (problem) => show(request, problem),
      ),
  }),
]
