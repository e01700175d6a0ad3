import type { ComponentChildren } from 'preact'
import { sayDeviceCode } from '#domain/own-device/device-code.ts'
import { clockTime } from '#pages/concern/clock-time.ts'
import { Buttons, Checkboxes, PostForm, Radios, SubmitButton } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { momentInPath } from '#pages/measure/moment-in-path.ts'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem, refusalWords } from '#pages/problem.ts'
import { Once, secretForm } from '#pages/service/new-key.tsx'
import type { T } from '#pages/words/words.ts'
import { giveDeviceCode } from '#usecases/own-device/give-device-code.ts'
import { givenHow } from '#usecases/own-device/open-own-device.ts'
import { prepareOwnDevice } from '#usecases/own-device/prepare-own-device.ts'
import { stopOwnDevice } from '#usecases/own-device/stop-own-device.ts'

const placeOf = ({ params }: StaffRequest) => ({
  trajectoryId: params.id ?? '',
  moment: momentInPath(params),
})
const here = (request: StaffRequest) => {
  const { trajectoryId, moment } = placeOf(request)
  return paths.measure.ownDevice(trajectoryId, moment)
}

type Prepared = Awaited<ReturnType<typeof prepareOwnDevice>>

/** Whether she can answer on her own device now, what goes there and what stays, and giving her the code. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, form, newKey } = request
  const prepared = await prepareOwnDevice(context, actor, placeOf(request))
  const t = request.t.of(prepared.people)
  const { why, goes, stays, last } = prepared
  const state = { t, form, problem }
  return page(
    t('own-device.give-title'),
    <>
      <Heading level={1}>{t('own-device.give-title')}</Heading>
      <Text lead>{t('own-device.give-lead')}</Text>
      {last && <LastTime t={t} last={last} request={request} />}
      {why ? (
        <Notice tone="attention" title={t('own-device.not-now')}>
          <Text>{refusalWords(t, { code: why, detail: {} })}</Text>
          <Text>{t('own-device.not-now-text')}</Text>
        </Notice>
      ) : (
        <>
          <Labels t={t} title={t('own-device.goes')} labels={goes} />
          <Labels t={t} title={t('own-device.stays')} labels={stays} />
          <PostForm state={state} submissionKey={form.key ?? newKey()}>
            <Once request={request} />
            <Radios
              state={state}
              name="how"
              label={t('own-device.how')}
              options={givenHow.map((how) => ({ value: how, label: t(`own-device.how.${how}`) }))}
            />
            <Checkboxes
              state={state}
              name="asked"
              label={t('own-device.asked')}
              hint={t('own-device.asked-hint')}
              options={[{ value: 'yes', label: t('own-device.asked-yes') }]}
            />
            <Buttons>
              <SubmitButton name="go" value="give">
                {t('own-device.give')}
              </SubmitButton>
            </Buttons>
          </PostForm>
        </>
      )}
      <Link href={paths.measure.take(prepared.trajectoryId, prepared.moment)}>{t('own-device.back')}</Link>
    </>,
  )
}

const Labels = ({ t, title, labels }: { t: T; title: string; labels: Prepared['goes'] }) =>
  labels.length === 0 ? null : (
    <>
      <Heading level={3}>{title}</Heading>
      <ul class="naast-list">
        {labels.map((label) => (
          <li key={label.nl}>{label[t.language]}</li>
        ))}
      </ul>
    </>
  )

const LastTime = ({
  t,
  last,
  request: { form, newKey, today },
}: {
  t: T
  last: NonNullable<Prepared['last']>
  request: StaffRequest
}) => {
  const { state, ending, called, openedAt, untilAt, endedAt } = last
  const at = (moment: Temporal.ZonedDateTime) => ({
    day: t.day(moment.toPlainDate(), today),
    time: clockTime(moment),
  })
  const said: Record<typeof state, () => ComponentChildren> = {
    given: () => t('own-device.last-given', at(untilAt)),
    open: () => t('own-device.last-open', at(untilAt)),
    over: () =>
      endedAt && ending
        ? t(`own-device.last.${ending}`, at(endedAt))
        : t('own-device.last-over', at(openedAt)),
  }
  return (
    <Notice tone={called ? 'attention' : ending === 'sent' ? 'done' : 'info'}>
      <Text>{said[state]()}</Text>
      {called && <Text>{t('own-device.last-call')}</Text>}
      {state !== 'over' && (
        <form method="post">
          <input type="hidden" name="key" value={form.key ?? newKey()} />
          <SubmitButton name="go" value="stop" kind="secondary">
            {t('own-device.stop')}
          </SubmitButton>
        </form>
      )}
    </Notice>
  )
}

/** The code is shown as the answer to the form itself, once: it stands in no address and in no cache, and is sent nowhere. */
async function give(request: StaffRequest) {
  const { context, actor, form, t, signIn } = request
  if (form.text('go') === 'stop') {
    const { trajectoryId } = placeOf(request)
    await stopOwnDevice(context, actor, { trajectoryId }, form.key ? { key: form.key } : undefined)
    return seeOther(here(request), 'own-device.said.stopped')
  }
  const how = givenHow.find((one) => one === form.text('how')) ?? ('' as 'beside')
  const asked = form.checked('asked') as true
  const { code, until } = await giveDeviceCode(
    context,
    actor,
    { ...placeOf(request), how, asked },
    secretForm(form),
  )
  const time = clockTime(until.toZonedDateTimeISO(request.host.zone))
  return page(
    t('own-device.code-title'),
    <>
      <Heading level={1}>{t('own-device.code-title')}</Heading>
      <Notice tone="attention" title={t('own-device.code-once')}>
        <Text>{t('own-device.code-never')}</Text>
      </Notice>
      <dl class="naast-device-code">
        <dt>{t('own-device.code-address')}</dt>
        <dd>{signIn.address(paths.ownDevice()).replace(/^https?:\/\//, '')}</dd>
        <dt>{t('own-device.code')}</dt>
        <dd>{sayDeviceCode(code)}</dd>
      </dl>
      <Text>{t('own-device.code-until', { time })}</Text>
      <Heading>{t('own-device.say')}</Heading>
      <ul class="naast-list">
        {(['whom', 'private', 'stop', 'read', 'trace'] as const).map((what) => (
          <li key={what}>{t(`own-device.say.${what}`)}</li>
        ))}
      </ul>
      <Link href={here(request)}>{t('own-device.after')}</Link>
    </>,
  )
}

export const giveOwnDeviceRoutes: readonly Route[] = [
  staffRoute({
    path: paths.measure.ownDevice(':id', ':moment'),
    who: ['coordinator'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        () => give(request),
        (problem) => show(request, problem),
      ),
  }),
]
