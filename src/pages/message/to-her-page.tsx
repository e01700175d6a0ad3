import { formOf } from '#pages/form-data.ts'
import { Buttons, Checkboxes, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Empty, Heading, Notice, Table, Tag, Text } from '#pages/look/parts.tsx'
import { tones } from '#pages/message/messages-page.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { TrajectoryTabs } from '#pages/trajectory/trajectory-tabs.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { askCallBack } from '#usecases/message/ask-call-back.ts'
import { type MessagesToHer, readMessagesToHer } from '#usecases/message/read-messages-to-her.ts'
import { switchRemindersOff } from '#usecases/message/switch-reminders-off.ts'
import { switchRemindersOn } from '#usecases/message/switch-reminders-on.ts'

const idOf = ({ params }: StaffRequest) => params.id ?? ''
type Form = 'reminders' | 'call-back'

/** What may be sent to her, with the very words, and what was. Her number isn't here. */
async function show(request: StaffRequest, problem: Problem = noProblem, of: Form | null = null) {
  const { context, actor, t, today } = request
  const hers = await readMessagesToHer(context, actor, { trajectoryId: idOf(request) })
  const form = of === null ? formOf(null) : request.form
  const state = (one: Form) => ({ t, form, problem: of === one ? problem : noProblem, scope: one })
  return page(
    t('message.to-her'),
    <>
      <Heading level={1}>{t('message.to-her-of', { name: hers.name })}</Heading>
      <TrajectoryTabs
        t={t}
        id={hers.trajectoryId}
        actor={actor}
        current={paths.message.toHer(hers.trajectoryId)}
      />
      <Text lead>{t('message.to-her-lead')}</Text>
      {hers.quiet && <Notice tone="attention">{t('message.to-her-quiet')}</Notice>}
      {!hers.open && <Notice tone="attention">{t('message.to-her-rests')}</Notice>}
      {hers.callBackWays.length === 0 && (
        <Notice tone="attention" title={t('message.to-her-no-way')}>
          <ButtonLink href={paths.safeContact(hers.personId)} kind="secondary">
            {t('task.to-contact-rule')}
          </ButtonLink>
        </Notice>
      )}
      <Heading>{t('message.reminders')}</Heading>
      <Words t={t} subject={hers.words.subject} body={hers.words.body} />
      <Text quiet>{t(hers.example ? 'message.words-example' : 'message.words-next')}</Text>
      {reminders(request, hers, state('reminders'))}
      {hers.open && hers.callBackWays.length > 0 && (
        <>
          <Heading>{t('message.call-back')}</Heading>
          <Text>{t('message.call-back-hint')}</Text>
          <Words t={t} subject={hers.callBack.subject} body={hers.callBack.body} />
          <Ways t={t} ways={hers.callBackWays} />
          {hers.callBackWays.some(({ refusal }) => refusal === null) && (
            <PostForm
              state={state('call-back')}
              submissionKey={of === 'call-back' ? (form.key ?? request.newKey()) : request.newKey()}
              action={paths.message.callBack(hers.trajectoryId)}
            >
              <Radios
                state={state('call-back')}
                name="channel"
                label={t('message.way')}
                options={choices(t, hers.callBackWays)}
              />
              <Buttons>
                <SubmitButton kind="secondary">{t('message.call-back-send')}</SubmitButton>
              </Buttons>
            </PostForm>
          )}
        </>
      )}
      <Table
        caption={t('message.sent-to-her')}
        rows={hers.messages}
        empty={<Empty title={t('message.sent-none')} />}
        columns={[
          {
            heading: t('message.column.kind'),
            cell: (row) => (row.kind ? t(`message.kind.${row.kind}`) : '—'),
          },
          { heading: t('message.way'), cell: (row) => t(`safe-contact.channel.${row.channel}`) },
          {
            heading: t('message.column.state'),
            cell: (row) => <Tag tone={tones[row.state]}>{t(`message.state.${row.state}`)}</Tag>,
          },
          {
            heading: t('message.column.at'),
            cell: (row) =>
              `${t.day(row.at.toPlainDate(), today)} ${row.at.toPlainTime().toString({ smallestUnit: 'minute' })}`,
          },
          { heading: t('message.column.why'), cell: (row) => reasonOf(t, row.reasonCode) },
        ]}
      />
    </>,
  )
}

/** Called, not rendered: the form finds the names of its fields among its own children. */
function reminders(request: StaffRequest, hers: MessagesToHer, state: Parameters<typeof Radios>[0]['state']) {
  const { t, today } = request
  const action = paths.message.reminders(hers.trajectoryId)
  if (hers.reminder)
    return (
      <PostForm state={state} submissionKey={request.newKey()} action={action}>
        <Text>
          {t('message.reminders-on', {
            way: t(
              hers.reminder.channel === 'email' ? 'safe-contact.channel.email' : 'safe-contact.channel.text',
            ),
            day: t.day(hers.reminder.since, today),
          })}
        </Text>
        <Buttons>
          <SubmitButton name="off" value="yes" kind="secondary">
            {t('message.reminders-switch-off')}
          </SubmitButton>
        </Buttons>
      </PostForm>
    )
  if (!hers.allowed) return <Text>{t('refusal.reminders-not-here')}</Text>
  if (!hers.open || hers.ways.every(({ refusal }) => refusal !== null))
    return (
      <>
        <Text>{t('message.reminders-off')}</Text>
        <Ways t={t} ways={hers.ways} />
      </>
    )
  return (
    <>
      <Text>{t('message.reminders-off')}</Text>
      <Ways t={t} ways={hers.ways} />
      <PostForm state={state} submissionKey={request.form.key ?? request.newKey()} action={action}>
        <Radios state={state} name="channel" label={t('message.way')} options={choices(t, hers.ways)} />
        <Checkboxes
          state={state}
          name="together"
          label={t('message.together')}
          options={[{ value: 'yes', label: t('message.together-yes') }]}
        />
        <Buttons>
          <SubmitButton>{t('message.reminders-switch-on')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>
  )
}

/** As it will stand on her phone. */
const Words = ({ t, subject, body }: { t: T; subject: string; body: string }) => (
  <blockquote class="naast-quote">
    <p>
      <strong>{subject}</strong> <span class="naast-quiet">{t('message.subject-mail')}</span>
    </p>
    <p>{body}</p>
  </blockquote>
)

type Way = MessagesToHer['callBackWays'][number]
/** What stands in the way of a way that she chose. */
const Ways = ({ t, ways }: { t: T; ways: readonly Way[] }) => (
  <>
    {ways
      .filter(({ refusal }) => refusal !== null)
      .map(({ channel, refusal }) => (
        <Notice key={channel} tone="attention" title={t(`safe-contact.channel.${channel}`)}>
          <Text>{reasonOf(t, refusal)}</Text>
        </Notice>
      ))}
  </>
)
const choices = (t: T, ways: readonly Way[]) =>
  ways
    .filter(({ refusal }) => refusal === null)
    .map(({ channel }) => ({ value: channel, label: t(`safe-contact.channel.${channel}`) }))

const reasonOf = (t: T, code: string | null): string => {
  const key = `task.reason.${code}`
  return t.has(key) ? t(key) : ''
}

async function saveReminders(request: StaffRequest) {
  const { context, actor, form } = request
  const trajectoryId = idOf(request)
  const once = form.key ? { key: form.key } : undefined
  if (form.checked('off')) {
    await switchRemindersOff(context, actor, { trajectoryId }, once)
    return seeOther(paths.message.toHer(trajectoryId), 'message.said.reminders-off')
  }
  const channel = (['email', 'text'] as const).find((one) => one === form.text('channel'))
  const together = form.checked('together')
  if (!channel || !together)
    throw new Invalid({
      ...(channel ? {} : { channel: 'choose-one' }),
      ...(together ? {} : { together: 'required' }),
    })
  await switchRemindersOn(context, actor, { trajectoryId, channel, together }, once)
  return seeOther(paths.message.toHer(trajectoryId), 'message.said.reminders-on')
}

async function saveCallBack(request: StaffRequest) {
  const { context, actor, form } = request
  const trajectoryId = idOf(request)
  const channel = (['email', 'text', 'letter'] as const).find((one) => one === form.text('channel'))
  if (!channel) throw new Invalid({ channel: 'choose-one' })
  const { state } = await askCallBack(
    context,
    actor,
    { trajectoryId, channel },
    form.key ? { key: form.key } : undefined,
  )
  const said = state === 'refused' ? 'message.said.refused' : 'message.said.waits'
  return seeOther(paths.message.toHer(trajectoryId), said)
}

const who = ['coordinator', 'worker'] as const
export const toHerRoutes: readonly Route[] = [
  staffRoute({ path: paths.message.toHer(':id'), who, get: (request) => show(request) }),
  staffRoute({
    path: paths.message.reminders(':id'),
    who,
    post: (request) =>
      attempt(
        () => saveReminders(request),
        (problem) => show(request, problem, 'reminders'),
      ),
  }),
  staffRoute({
    path: paths.message.callBack(':id'),
    who,
    post: (request) =>
      attempt(
        () => saveCallBack(request),
        (problem) => show(request, problem, 'call-back'),
      ),
  }),
]
