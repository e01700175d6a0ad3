import { Card, Empty, Heading, Link, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { listSignals, type Signal } from '#usecases/signal/list-signals.ts'

export const severityTone = {
  block: 'danger',
  breach: 'danger',
  warn: 'attention',
  info: 'info',
} as const satisfies Record<Signal['severity'], Tone>

interface Props {
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly signal: Signal & { readonly name?: string | null }
  readonly level?: 2 | 3
}

/** What the rule says, how heavy it weighs, whose it is and since when; one click to where it is answered. */
export const SignalCard = ({ t, today, signal, level }: Props) => {
  const { severity, message, owner, endedOn, quietUntil, lastStep } = signal
  const facts = [
    signal.name ?? null,
    `${t('signal.since')} ${t.day(signal.aroseOn, today)}`,
    endedOn
      ? `${t('signal.ended')} ${t.day(endedOn, today)}`
      : `${t('signal.owner')}: ${t(`signal.owner.${owner}`)}`,
    quietUntil && `${t('signal.quiet')} ${t.day(quietUntil, today)}`,
    lastStep && stepWords(t, lastStep),
  ]
  return (
    <Card
      title={message?.[t.language] ?? t('signal.unnamed')}
      href={paths.signal.one(signal.id)}
      tone={endedOn || quietUntil ? undefined : severityTone[severity]}
      tag={
        <Tag tone={endedOn ? 'neutral' : severityTone[severity]}>
          {endedOn ? t('signal.over') : t(`signal.severity.${severity}`)}
        </Tag>
      }
      {...(level ? { level } : {})}
    >
      <Text quiet>{facts.filter(Boolean).join(' · ')}</Text>
    </Card>
  )
}

/** What was done, or why it may wait, in words. */
export function stepWords(t: T, { kind, code }: { kind: string; code: string }): string {
  const key = kind === 'done' ? `signal.deed.${code}` : `signal.reason.${code}`
  return t.has(key) ? t(key) : code
}

const Signals = ({ t, today, signals }: Omit<Props, 'signal'> & { signals: readonly Props['signal'][] }) =>
  signals.length === 0 ? (
    <Empty title={t('signal.none')}>
      <Text>{t('signal.none-text')}</Text>
    </Empty>
  ) : (
    <div>
      {signals.map((signal) => (
        <SignalCard key={signal.id} t={t} today={today} signal={signal} />
      ))}
    </div>
  )

export const signalListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.signal.list(),
    who: ['coordinator', 'worker', 'safeguarding_lead', 'programme_manager'],
    async get({ context, actor, t, today }) {
      const { signals } = await listSignals(context, actor, {})
      return page(
        t('signal.title'),
        <>
          <Heading level={1}>{t('signal.title')}</Heading>
          <Text lead>{t('signal.lead')}</Text>
          <Signals t={t} today={today} signals={signals} />
        </>,
        { place: paths.today() },
      )
    },
  }),
  staffRoute({
    path: paths.signal.ofTrajectory(':id'),
    who: ['coordinator', 'worker', 'safeguarding_lead'],
    async get({ context, actor, t, today, params }) {
      const trajectoryId = params.id ?? ''
      const { signals } = await listSignals(context, actor, { trajectoryId, ended: true })
      return page(
        t('signal.of-trajectory'),
        <>
          <Heading level={1}>{t('signal.of-trajectory')}</Heading>
          <Text lead>{t('signal.of-trajectory-lead')}</Text>
          <Signals t={t} today={today} signals={signals} />
          <Text>
            <Link href={paths.trajectory.one(trajectoryId)}>{t('signal.to-trajectory')}</Link>
          </Text>
        </>,
        { place: paths.trajectory.caseload() },
      )
    },
  }),
]
