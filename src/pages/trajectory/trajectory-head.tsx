import { mayContact } from '#domain/contact-policy/safe-contact-policy.ts'
import { type Day, daysBetween, isBefore, monthsBetween } from '#domain/day.ts'
import { gestation } from '#domain/pregnancy/gestation.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Heading, Link, Notice, Summary, Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import type { T } from '#pages/words/words.ts'
import type { TrajectoryPage } from '#usecases/trajectory/read-trajectory.ts'

type State = TrajectoryPage['state']
export const stateTone: Record<State, Tone> = {
  intake: 'info',
  waiting: 'attention',
  active: 'done',
  paused: 'neutral',
  closed: 'neutral',
}

interface Props {
  readonly t: T
  readonly page: TrajectoryPage
  readonly today: Day
}

/** Who, where in which programme, what comes next; and the rule for contact before any telephone number. */
export const TrajectoryHead = ({ t, page, today, at }: Props & { at: Temporal.ZonedDateTime }) => (
  <>
    <Heading level={1}>
      {page.name} <Tag tone={stateTone[page.state]}>{t(`trajectory.state.${page.state}`)}</Tag>
    </Heading>
    {page.quiet && <QuietNotice t={t} courseOf={page.abilities.close ? page.id : null} />}
    <div class="naast-facts">
      <Summary rows={factsOf(t, page, today)} />
    </div>
    <ContactRule t={t} page={page} at={at} />
  </>
)

/** Says that something changed and not what: who goes to see her hears it from a person first. */
export const QuietNotice = ({ t, courseOf = null }: { t: T; courseOf?: string | null }) => (
  <Notice title={t('trajectory.quiet')}>
    {courseOf ? (
      <Text>
        <Link href={paths.course.one(courseOf)}>{t('trajectory.quiet-course')}</Link>
      </Text>
    ) : (
      <Text>{t('trajectory.quiet-ask')}</Text>
    )}
  </Notice>
)

/** One sentence that says whether she may be called now; her terms and her number are folded behind it. */
const ContactRule = ({ t, page, at }: { t: T; page: TrajectoryPage; at: Temporal.ZonedDateTime }) => {
  const { safeContact: policy, phone, personId } = page
  const allowed =
    policy !== null && !isRefusal(mayContact(policy, { channel: 'phone', at, leavesMessage: false }))
  return (
    <div class={`naast-notice naast-notice--${allowed ? 'info' : 'attention'}`}>
      <Text>
        <strong>
          {t(
            policy === null
              ? 'trajectory.rule-none'
              : allowed
                ? 'trajectory.rule-now'
                : 'trajectory.rule-not-now',
          )}
        </strong>
      </Text>
      <details>
        <summary>{t('trajectory.contact-rule')}</summary>
        <SafeContactRule t={t} policy={policy} phone={phone} at={at} />
        <Link href={paths.safeContact(personId)}>{t('safe-contact.change')}</Link>
      </details>
    </div>
  )
}

function factsOf(t: T, page: TrajectoryPage, today: Day): readonly (readonly [string, string] | null)[] {
  const { phase, worker, usualContacts: usual } = page
  const born = page.childBornOn
  return [
    [t('trajectory.programme'), page.programme[t.language]],
    phase && [t('trajectory.phase'), phase[t.language]],
    page.state === 'active'
      ? [t('trajectory.next'), page.nextContactOn ? t.day(page.nextContactOn, today) : t('trajectory.no-day')]
      : null,
    worker ? [t('trajectory.worker'), worker] : null,
    page.startedOn
      ? [
          t('trajectory.contacts'),
          usual?.min && usual.max
            ? t('trajectory.contacts-of', { count: page.contactsDone, min: usual.min, max: usual.max })
            : String(page.contactsDone),
        ]
      : null,
    page.startedOn && page.endsOn
      ? [
          t('trajectory.runs'),
          t('trajectory.runs-until', { from: t.longDay(page.startedOn), until: t.longDay(page.endsOn) }),
        ]
      : null,
    born && !isBefore(today, born) ? [t('trajectory.child'), ageOf(t, born, today, page.childCount)] : null,
    page.dueOn ? [t('trajectory.due'), dueIn(t, page.dueOn, today)] : null,
    page.closedOn
      ? [
          t('trajectory.closed-as'),
          [t.longDay(page.closedOn), page.closureReason?.[t.language]].filter(Boolean).join(': '),
        ]
      : null,
  ]
}

/** In weeks as long as people count in weeks. */
function ageOf(t: T, born: Day, today: Day, children: number): string {
  const months = monthsBetween(born, today)
  const age =
    months < 3
      ? t('trajectory.child-weeks', { count: Math.floor(daysBetween(born, today) / 7) })
      : t('trajectory.child-months', { count: months })
  return children > 1 ? `${t('trajectory.children', { count: children })}, ${age}` : age
}

/** The day, and how far she is as long as that can be said. */
export function dueIn(t: T, dueOn: Day, today: Day): string {
  const far = gestation(dueOn, today)
  return far ? t('trajectory.due-weeks', { day: t.longDay(dueOn), ...far }) : t.longDay(dueOn)
}

/** What needs attention besides the signals, the heaviest first; a calm trajectory says that it is calm. */
export const AttentionList = ({ t, page }: { t: T; page: TrajectoryPage }) => {
  if (page.state === 'closed' || page.state === 'intake' || page.state === 'waiting') return null
  const [first] = page.attention
  const signalled = page.signals.length > 0
  if (!first) return signalled ? null : <Text quiet>{t('trajectory.attention-none')}</Text>
  return (
    <Notice
      tone={first.code === 'cancelled-by-partner' ? 'danger' : 'attention'}
      title={t(signalled ? 'trajectory.attention-besides' : 'trajectory.attention')}
    >
      <ul class="naast-list">
        {page.attention.map(({ code, count }) => (
          <li key={code}>
            {code === 'cancelled-by-partner' || code === 'no-day-agreed'
              ? t(`trajectory.attention.${code}`)
              : t(`trajectory.attention.${code}`, { count })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
