import { PostForm, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { noProblem } from '#pages/problem.ts'
import { askErasure } from '#usecases/erasure/ask-erasure.ts'
import { endHold } from '#usecases/erasure/end-hold.ts'
import { listErasures } from '#usecases/erasure/list-erasures.ts'

/** People are numbers here: enough to tell two files apart. */
export const fileNumber = (personId: string): string => personId.slice(-6)

async function show({ context, actor, t, today, form, newKey }: StaffRequest) {
  const { erasures, holds, pastTerm, mayAsk, mayEndHold } = await listErasures(context, actor, {})
  return page(
    t('erasure.title'),
    <>
      <Heading level={1}>{t('erasure.title')}</Heading>
      <Text lead>{t('erasure.lead')}</Text>
      {erasures.length === 0 && <Empty title={t('erasure.empty')} />}
      {erasures.map((one) => (
        <Card
          key={one.id}
          title={t('erasure.person', { number: fileNumber(one.personId) })}
          href={paths.erasure.one(one.id)}
          tag={
            <Tag tone={one.state === 'asked' ? 'attention' : 'neutral'}>
              {t(`erasure.state.${one.state}`)}
            </Tag>
          }
        >
          <Text>
            {t(`erasure.reason.${one.reason}`)}, {t('erasure.asked-on', { day: t.day(one.askedOn, today) })}
          </Text>
        </Card>
      ))}
      <Heading>{t('erasure.past-term')}</Heading>
      <Text quiet>{t(pastTerm.length === 0 ? 'erasure.past-term-none' : 'erasure.past-term-text')}</Text>
      {pastTerm.map((file) => (
        <Card key={file.id} title={t(`retention.subject.${file.subject}`, { number: fileNumber(file.id) })}>
          <Text>
            {t('erasure.past-term-since', { day: t.longDay(file.since) })}{' '}
            {t(`retention.ground.${file.ground}`)}
          </Text>
          {mayAsk && file.subject === 'file' && (
            <PostForm
              state={{ t, form, problem: noProblem }}
              submissionKey={newKey()}
              action={paths.erasure.askPastTerm()}
            >
              <input type="hidden" name="trajectoryId" value={file.trajectoryId ?? ''} />
              <input type="hidden" name="referralId" value={file.referralId ?? ''} />
              <SubmitButton kind="secondary">{t('erasure.do-ask')}</SubmitButton>
            </PostForm>
          )}
        </Card>
      ))}
      <Heading>{t('erasure.holds')}</Heading>
      {holds.length === 0 && <Text quiet>{t('erasure.holds-none')}</Text>}
      {holds.map((hold) => (
        <Card key={hold.id} title={t('erasure.person', { number: fileNumber(hold.personId) })}>
          <Text>
            {t('erasure.hold-line', {
              reason: t(`erasure.hold-reason.${hold.reason}`),
              day: t.longDay(hold.until),
            })}
          </Text>
          {mayEndHold && (
            <PostForm
              state={{ t, form, problem: noProblem }}
              submissionKey={newKey()}
              action={paths.erasure.endHold(hold.id)}
            >
              <SubmitButton kind="secondary">{t('erasure.do-end-hold')}</SubmitButton>
            </PostForm>
          )}
        </Card>
      ))}
    </>,
    { place: paths.erasure.list() },
  )
}

/** Its term is over: that is why, and not being needed any more is the ground. */
async function askPastTerm({ context, actor, form }: StaffRequest) {
  const { id } = await askErasure(
    context,
    actor,
    {
      trajectoryId: form.optional('trajectoryId'),
      referralId: form.optional('referralId'),
      reason: 'term_over',
      ground: 'not_needed',
    },
    form.key ? { key: form.key } : undefined,
  )
  return seeOther(paths.erasure.one(id), 'erasure.said.asked')
}

async function letGo({ context, actor, form, params }: StaffRequest) {
  await endHold(context, actor, { id: params.id ?? '' }, form.key ? { key: form.key } : undefined)
  return seeOther(paths.erasure.list(), 'erasure.said.let-go')
}

export const erasureListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.erasure.list(),
    who: ['coordinator', 'safeguarding_lead', 'privacy_officer'],
    get: show,
  }),
  staffRoute({
    path: paths.erasure.askPastTerm(),
    who: ['coordinator', 'safeguarding_lead'],
    post: askPastTerm,
  }),
  staffRoute({
    path: paths.erasure.endHold(':id'),
    who: ['safeguarding_lead', 'privacy_officer'],
    post: letGo,
  }),
]
