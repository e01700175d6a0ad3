import type { Day } from '#domain/day.ts'
import { type MeldcodeEntryKind, stepNames } from '#domain/meldcode/meldcode.ts'
import { Emergency } from '#pages/concern/emergency.tsx'
import { ButtonLink, Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { EntryList, WeighingAnswers } from '#pages/meldcode/entry-list.tsx'
import { addressOf, type MeldcodePart } from '#pages/meldcode/meldcode-parts.ts'
import { Readers } from '#pages/meldcode/readers.tsx'
import { page, type Route, type StaffRequest, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { attempt, noProblem, type Problem } from '#pages/problem.ts'
import type { T } from '#pages/words/words.ts'
import { type MeldcodePage, readMeldcode } from '#usecases/meldcode/read-meldcode.ts'
import { unnameInMeldcode } from '#usecases/meldcode/unname-in-meldcode.ts'

/** One meldcode: what waits first, then the five steps with what was written down, and who reads it. */
async function show(request: StaffRequest, problem: Problem = noProblem) {
  const { context, actor, t, today } = request
  const meldcode = await readMeldcode(context, actor, { id: request.params.id ?? '' })
  const { known, leadsTo, abilities } = meldcode
  const sections = { t, today, meldcode }
  return page(
    t('meldcode.title'),
    <>
      {leadsTo === 'report' && !known.reported && meldcode.state !== 'closed' && <Emergency t={t} />}
      <Heading level={1}>
        {t(`meldcode.of-${meldcode.about}`, { name: meldcode.name })}{' '}
        <Tag tone={meldcode.state === 'closed' ? 'neutral' : 'attention'}>
          {t(`meldcode.state.${meldcode.state}`)}
        </Tag>
      </Heading>
      <Text quiet>{t('meldcode.who-reads')}</Text>
      {meldcode.handlerGone && meldcode.state !== 'closed' && (
        <Notice tone="attention" title={t('meldcode.handler-gone')}>
          <Text>{t('meldcode.handler-gone-text')}</Text>
        </Notice>
      )}
      <Clock {...sections} />
      <Summary
        rows={[
          [t('meldcode.opened'), t.day(meldcode.openedOn, today)],
          [t('meldcode.handler'), meldcode.handler],
          [t('meldcode.steps'), <StepsDone key="steps" t={t} meldcode={meldcode} />],
          [t('meldcode.closed-as'), meldcode.closingCode && t(`meldcode.closed.${meldcode.closingCode}`)],
        ]}
      />
      <Part {...sections} title={t('meldcode.step.signals')} kinds={['signal']} part="signal">
        <Kindchecks {...sections} />
      </Part>
      <Part {...sections} title={t('meldcode.step.consult')} kinds={['consulted']} part="consulted" />
      <Part {...sections} title={t('meldcode.step.conversation')} kinds={['talked']} part="talked" />
      <Part {...sections} title={t('meldcode.step.weigh')} kinds={['weighed']} part="weighed">
        <WeighingAnswers t={t} meldcode={meldcode} />
      </Part>
      <Part
        {...sections}
        title={t('meldcode.decision.report')}
        kinds={['decided_report']}
        part="report-decision"
        may={abilities.decide}
      />
      <Part
        {...sections}
        title={t('meldcode.decision.help')}
        kinds={['decided_help']}
        part="help-decision"
        may={abilities.decide}
      />
      <Part {...sections} title={t('meldcode.told')} kinds={['told']} part="told" />
      <Part
        {...sections}
        title={t('meldcode.agency')}
        kinds={['reported', 'heard']}
        part={abilities.report ? 'reported' : 'heard'}
        also={abilities.report && abilities.hear ? 'heard' : null}
        may={abilities.hear || (abilities.report && known.report === 'necessary')}
      >
        <Text>{t('meldcode.agency-text')}</Text>
      </Part>
      <Readers {...sections} problem={problem} submissionKey={request.newKey()} />
      {abilities.close.length > 0 && (
        <p class="naast-actions">
          <ButtonLink href={paths.meldcode.part(meldcode.id, addressOf('close'))} kind="secondary">
            {t('meldcode.do.close')}
          </ButtonLink>
        </p>
      )}
      <details>
        <summary>{t('meldcode.way')}</summary>
        <EntryList t={t} today={today} entries={meldcode.entries} />
      </details>
      <p>
        <Link href={paths.meldcode.list()}>{t('meldcode.to-list')}</Link>
      </p>
    </>,
    { place: paths.today() },
  )
}

interface SectionProps {
  readonly t: T
  readonly today: Day
  readonly meldcode: MeldcodePage
}

/** The five steps in their order, each with a word for where it is; they need not be done in that order. */
const StepsDone = ({ t, meldcode }: Pick<SectionProps, 't' | 'meldcode'>) => (
  <ol class="naast-list">
    {stepNames.map((step) => {
      const done = meldcode.steps.includes(step)
      return (
        <li key={step}>
          {t(`meldcode.step.${step}`)}{' '}
          <Tag tone={done ? 'done' : 'neutral'}>{t(done ? 'meldcode.step-done' : 'meldcode.step-open')}</Tag>
        </li>
      )
    })}
  </ol>
)

/** One step: what was written down, and the way to write down more. */
const Part = ({
  t,
  today,
  meldcode,
  title,
  kinds,
  part,
  also = null,
  may = meldcode.abilities.record,
  children,
}: SectionProps & {
  readonly title: string
  readonly kinds: readonly MeldcodeEntryKind[]
  readonly part: MeldcodePart
  readonly also?: MeldcodePart | null
  readonly may?: boolean
  readonly children?: preact.ComponentChildren
}) => (
  <section>
    <Heading>{title}</Heading>
    {children}
    <EntryList t={t} today={today} entries={meldcode.entries.filter(({ kind }) => kinds.includes(kind))} />
    {may && (
      <p class="naast-actions">
        {[part, also].map(
          (one) =>
            one && (
              <ButtonLink key={one} href={paths.meldcode.part(meldcode.id, addressOf(one))} kind="secondary">
                {t(`meldcode.do.${one}`)}
              </ButtonLink>
            ),
        )}
      </p>
    )}
  </section>
)

/** When to call the agency again, the term it has, and who keeps watch until then. */
const Clock = ({ t, today, meldcode: { clock, timeToCall, reportedOn } }: SectionProps) =>
  clock &&
  reportedOn && (
    <Notice
      tone={timeToCall ? 'attention' : 'info'}
      title={t(timeToCall ? 'meldcode.call-now' : 'meldcode.call-on', { day: t.day(clock.callOn, today) })}
    >
      <Text>
        {t(`meldcode.waits-for.${clock.waitsFor}`, {
          reported: t.day(reportedOn, today),
          length: clock.length,
          term: t.day(clock.termOn, today),
        })}{' '}
        {clock.paused && t('meldcode.paused')}
      </Text>
      <Text>{t('meldcode.stay-watching')}</Text>
    </Notice>
  )

/** The kindcheck belongs to the signals; it is done on its own page. */
const Kindchecks = ({ t, today, meldcode }: SectionProps) => {
  const [last] = meldcode.kindchecks
  return (
    <Text>
      {last
        ? t('meldcode.kindcheck-last', {
            day: t.day(last.on, today),
            outcome: t(`safety.kindcheck.${last.outcome}`),
          })
        : t('meldcode.kindcheck-none')}{' '}
      {meldcode.abilities.seeSafety && (
        <Link href={paths.safety.one(meldcode.trajectoryId)}>{t('safety.to')}</Link>
      )}
    </Text>
  )
}

export const oneMeldcodeRoutes: readonly Route[] = [
  staffRoute({
    path: paths.meldcode.one(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    get: (request) => show(request),
    post: (request) =>
      attempt(
        async () => {
          const { context, actor, form, params } = request
          const id = params.id ?? ''
          const submission = form.key ? { key: form.key } : undefined
          await unnameInMeldcode(context, actor, { id, memberId: form.text('memberId') }, submission)
          return seeOther(paths.meldcode.one(id), 'meldcode.said.unnamed')
        },
        (problem) => show(request, problem),
      ),
  }),
]
