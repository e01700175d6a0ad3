import { asideReasons, deeds, isDanger, snoozeReasons } from '#domain/signal/signal.ts'
import { formOf } from '#pages/form-data.ts'
import { Buttons, type FormState, PostForm, Radios, Select, SubmitButton } from '#pages/look/form.tsx'
import { ButtonLink, Heading, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { type Answer, page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import { severityTone, stepWords } from '#pages/signal/signal-list.tsx'
import type { T } from '#pages/words/words.ts'
import { Invalid } from '#usecases/failure.ts'
import { actOnSignal } from '#usecases/signal/act-on-signal.ts'
import { readSignal, type SignalPage } from '#usecases/signal/read-signal.ts'
import { setSignalAside } from '#usecases/signal/set-signal-aside.ts'
import { snoozeSignal } from '#usecases/signal/snooze-signal.ts'

type Part = 'act' | 'snooze' | 'aside'

/** One signal: what the rule says, why it holds now, what was done, and what can be done about it. */
async function show(request: StaffRequest, problem: Problem = noProblem, at: Part | null = null) {
  const { context, actor, t, today, form } = request
  const signal = await readSignal(context, actor, { id: request.params.id ?? '' })
  const stateOf = (part: Part): FormState =>
    part === at ? { t, form, problem } : { t, form: formOf(null), problem: noProblem }
  const title = signal.message?.[t.language] ?? t('signal.unnamed')
  return page(
    title,
    <>
      <Heading level={1}>
        {title}{' '}
        <Tag tone={signal.endedOn ? 'neutral' : severityTone[signal.severity]}>
          {signal.endedOn ? t('signal.over') : t(`signal.severity.${signal.severity}`)}
        </Tag>
      </Heading>
      {signal.endedOn && (
        <Notice tone="done">
          <Text>{t('signal.ended-text', { day: t.day(signal.endedOn, today) })}</Text>
        </Notice>
      )}
      <Summary
        rows={[
          [t('signal.about'), signal.name],
          [t('signal.programme'), signal.programme?.[t.language] ?? null],
          [t('signal.since'), t.day(signal.aroseOn, today)],
          [t('signal.owner'), t(`signal.owner.${signal.owner}`)],
          [t('signal.quiet'), signal.quietUntil && t.day(signal.quietUntil, today)],
        ]}
      />
      {signal.abilities.openTrajectory && (
        <p class="naast-actions">
          <ButtonLink href={paths.trajectory.one(signal.trajectoryId)} kind="secondary">
            {t('signal.to-trajectory')}
          </ButtonLink>
        </p>
      )}
      <Why t={t} signal={signal} />
      <Steps t={t} signal={signal} today={today} />
      <ActForm request={request} signal={signal} state={stateOf('act')} />
      <AsideForm request={request} signal={signal} state={stateOf('aside')} />
      <SnoozeForm request={request} signal={signal} state={stateOf('snooze')} />
    </>,
    { place: paths.today() },
  )
}

const Why = ({ t, signal }: { t: T; signal: SignalPage }) => (
  <>
    <Heading>{signal.endedOn ? t('signal.why-now') : t('signal.why')}</Heading>
    <ul class="naast-list">
      {(signal.why?.[t.language] ?? [t('signal.no-facts')]).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
    {signal.rule && (
      <Text quiet>
        {[
          t('signal.rule', { rule: signal.ruleId }),
          t(`programme.prov.${signal.rule.prov}`),
          signal.rule.source?.[t.language],
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    )}
  </>
)

const Steps = ({ t, signal, today }: { t: T; signal: SignalPage; today: Temporal.PlainDate }) =>
  signal.steps.length === 0 ? null : (
    <>
      <Heading>{t('signal.done-before')}</Heading>
      <ul class="naast-list">
        {signal.steps.map(({ kind, code, until, on, by }) => (
          <li key={`${on}-${kind}-${code}`}>
            {t(by ? `signal.step.${kind}-by` : `signal.step.${kind}`, {
              day: t.day(on, today),
              what: stepWords(t, { kind, code }),
              until: until ? t.day(until, today) : '',
              by: by ?? '',
            })}
          </li>
        ))}
      </ul>
    </>
  )

interface FormProps {
  readonly request: StaffRequest
  readonly signal: SignalPage
  readonly state: FormState
}
/** Which version of the signal this form was made for. */
const Version = ({ request, signal }: Omit<FormProps, 'state'>) => (
  <input type="hidden" name="version" value={request.form.text('version') || String(signal.version)} />
)

const ActForm = ({ request, signal, state }: FormProps) => {
  const { t, newKey } = request
  const { answer } = signal.abilities
  if (answer.length === 0) return null
  return (
    <section>
      <PostForm state={state} submissionKey={newKey()} action={paths.signal.one(signal.id)}>
        <Version request={request} signal={signal} />
        <Radios
          state={state}
          name="deed"
          label={t('signal.act')}
          hint={t('signal.act-hint')}
          options={answer.map((deed) => ({ value: deed, label: t(`signal.deed.${deed}`) }))}
        />
        <Buttons>
          <SubmitButton>{t('signal.do-act')}</SubmitButton>
        </Buttons>
      </PostForm>
    </section>
  )
}

const AsideForm = ({ request, signal, state }: FormProps) => {
  const { t, newKey } = request
  const { setAside } = signal.abilities
  if (setAside.length === 0) return null
  return (
    <>
      <Heading>{t('signal.aside')}</Heading>
      <Text>{t('signal.aside-hint')}</Text>
      <PostForm state={state} submissionKey={newKey()} action={paths.signal.aside(signal.id)}>
        <Version request={request} signal={signal} />
        <Radios
          state={state}
          name="asideReason"
          label={t('signal.aside-reason')}
          options={setAside.map((reason) => ({ value: reason, label: t(`signal.reason.${reason}`) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('signal.do-aside')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>
  )
}

const usualWaits = [1, 3, 7, 14, 30]

const SnoozeForm = ({ request, signal, state }: FormProps) => {
  const { t, today, newKey } = request
  const { snooze } = signal.abilities
  if (!snooze) return null
  return (
    <>
      <Heading>{t('signal.snooze')}</Heading>
      <PostForm state={state} submissionKey={newKey()} action={paths.signal.snooze(signal.id)}>
        <Version request={request} signal={signal} />
        <Select
          state={state}
          name="until"
          label={t('signal.snooze-until')}
          hint={
            isDanger(signal.severity)
              ? t('signal.snooze-hint-danger')
              : t('signal.snooze-hint', { days: snooze.mostDays })
          }
          options={usualWaits
            .filter((days) => days <= snooze.mostDays)
            .map((days) => today.add({ days }))
            .map((day) => ({ value: day.toString(), label: t.day(day, today) }))}
        />
        <Radios
          state={state}
          name="reason"
          label={t('signal.snooze-reason')}
          options={snooze.reasons.map((reason) => ({ value: reason, label: t(`signal.reason.${reason}`) }))}
        />
        <Buttons>
          <SubmitButton kind="secondary">{t('signal.do-snooze')}</SubmitButton>
        </Buttons>
      </PostForm>
    </>
  )
}

const anyone = ['coordinator', 'worker', 'safeguarding_lead', 'programme_manager'] as const

/** The version a form was made for; without one it was made by hand. */
const versionIn = ({ form }: StaffRequest): number => Number(form.text('version')) || 0

const doing = (part: Part, run: (request: StaffRequest) => Promise<Answer>) => (request: StaffRequest) =>
  attempt(
    () => run(request),
    (problem) => show(request, problem, part),
  )
const keyOf = ({ form }: StaffRequest) => (form.key ? { key: form.key } : undefined)

export const signalRoutes: readonly Route[] = [
  staffRoute({
    path: paths.signal.one(':id'),
    who: anyone,
    get: (request) => show(request),
    post: doing('act', async (request) => {
      const { context, actor, params, form } = request
      const deed = deeds.find((one) => one === form.text('deed'))
      if (!deed) throw new Invalid({ deed: 'choose-one' })
      const input = { id: params.id ?? '', version: versionIn(request), deed }
      await actOnSignal(context, actor, input, keyOf(request))
      return seeOther(paths.signal.one(input.id), 'signal.said.acted')
    }),
  }),
  staffRoute({
    path: paths.signal.snooze(':id'),
    who: anyone,
    post: doing('snooze', async (request) => {
      const { context, actor, params, form } = request
      const reason = snoozeReasons.find((one) => one === form.text('reason'))
      if (!reason) throw new Invalid({ reason: 'choose-one' })
      const input = { id: params.id ?? '', version: versionIn(request), until: form.text('until'), reason }
      await snoozeSignal(context, actor, input, keyOf(request))
      return seeOther(paths.signal.one(input.id), 'signal.said.snoozed')
    }),
  }),
  staffRoute({
    path: paths.signal.aside(':id'),
    who: ['coordinator', 'safeguarding_lead', 'programme_manager'],
    post: doing('aside', async (request) => {
      const { context, actor, params, form } = request
      const reason = asideReasons.find((one) => one === form.text('asideReason'))
      if (!reason) throw new Invalid({ asideReason: 'choose-one' })
      const input = { id: params.id ?? '', version: versionIn(request), reason }
      await setSignalAside(context, actor, input, keyOf(request))
      return seeOther(paths.signal.one(input.id), 'signal.said.aside')
    }),
  }),
]
