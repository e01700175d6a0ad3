import type { Day } from '#domain/day.ts'
import { isBefore } from '#domain/day.ts'
import { OwnAftercare } from '#pages/aftercare/own-aftercare.tsx'
import { AskedOfMe } from '#pages/check-in/my-check-in.tsx'
import { WhereIAm } from '#pages/lone-visit/where-i-am.tsx'
import { ButtonLink, Card, Empty, Heading, Link, Notice, Tag, Text } from '#pages/look/parts.tsx'
import { JointVisits } from '#pages/match/joint-visits.tsx'
import { page, type Route, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { OwnSupervision } from '#pages/supervision/own-supervision.tsx'
import { MovedUp } from '#pages/training/moved-up.tsx'
import type { T } from '#pages/words/words.ts'
import { listOwnAftercare } from '#usecases/aftercare/list-own-aftercare.ts'
import { listMyCheckIns } from '#usecases/check-in/list-my-check-ins.ts'
import { listMyContacts } from '#usecases/contact/list-my-contacts.ts'
import { readMyLoneVisit } from '#usecases/lone-visit/read-my-lone-visit.ts'
import { listMyJointVisits } from '#usecases/match/list-my-joint-visits.ts'
import { listMySupervision } from '#usecases/supervision/list-my-supervision.ts'
import { listMyTeams } from '#usecases/team/list-my-teams.ts'
import { listTrainings } from '#usecases/training/list-trainings.ts'
import { readMyMilestone } from '#usecases/worker/read-my-milestone.ts'

type Mine = Awaited<ReturnType<typeof listMyContacts>>[number]
const whens = ['today', 'this-week', 'later'] as const

/** A volunteer's own page: whom she visits, the next one first. */
export const myContactsRoutes: readonly Route[] = [
  staffRoute({
    path: paths.contact.mine(),
    who: ['worker'],
    async get({ context, actor, t, today, newKey }) {
      const mine = await listMyContacts(context, actor, {})
      const milestone = await readMyMilestone(context, actor, {})
      const checkIns = await listMyCheckIns(context, actor, {})
      const { talks } = await listOwnAftercare(context, actor, {})
      const lone = actor.workerId ? (await readMyLoneVisit(context, actor, {})).visit : null
      const supervision = actor.workerId ? await listMySupervision(context, actor, {}) : null
      const joint = await listMyJointVisits(context, actor, {})
      const teams = actor.workerId ? await listMyTeams(context, actor, {}) : []
      const trainings = actor.workerId ? await listTrainings(context, actor, {}) : []
      const women = new Set(mine.map(({ trajectoryId }) => trajectoryId)).size
      return page(
        t('contact.mine'),
        <>
          <Heading level={1}>{t('contact.mine')}</Heading>
          <WhereIAm t={t} visit={lone} />
          {mine.length + joint.length === 0 ? (
            <Empty title={t('contact.mine-empty')}>
              <Text>{t('contact.mine-empty-hint')}</Text>
            </Empty>
          ) : (
            women > 0 && <Text lead>{t('contact.mine-lead', { count: women })}</Text>
          )}
          <OwnAftercare t={t} today={today} talks={talks} newKey={newKey} />
          {milestone && (
            <Notice tone="done" title={t(`my-file.milestone.${milestone.visits}`)}>
              <Text>{t('my-file.milestone-thanks')}</Text>
            </Notice>
          )}
          <MovedUp t={t} today={today} trainings={trainings} />
          <AskedOfMe t={t} all={checkIns} />
          <JointVisits t={t} today={today} visits={joint} />
          {whens.map((when) => (
            <Group key={when} t={t} today={today} when={when} all={mine} />
          ))}
          {supervision && <OwnSupervision t={t} today={today} mine={supervision} />}
          <p class="naast-actions">
            <Link href={paths.planning.week()}>{t('planning.my-week')}</Link>{' '}
            {teams.length > 0 && <Link href={paths.team.work()}>{t('team.work')}</Link>}{' '}
            <Link href={paths.fieldPhone.list()}>{t('field-phone.phones')}</Link>{' '}
            <Link href={paths.heldVisit.list()}>{t('held.title')}</Link>{' '}
            <Link href={paths.loneVisit.mine()}>{t('lone.title')}</Link>
          </p>
        </>,
        { place: paths.contact.mine() },
      )
    },
  }),
]

const Group = ({
  t,
  today,
  when,
  all,
}: {
  t: T
  today: Day
  when: (typeof whens)[number]
  all: readonly Mine[]
}) => {
  const here = all.filter((one) => one.when === when)
  if (here.length === 0) return null
  return (
    <section>
      <Heading>{t(`contact.when.${when}`)}</Heading>
      {here.map((one) => (
        <One key={one.id} t={t} today={today} one={one} first={one === all[0]} />
      ))}
    </section>
  )
}

/** First name, day and kind of place: never the address, this list stands open on a phone. */
const One = ({ t, today, one, first }: { t: T; today: Day; one: Mine; first: boolean }) => (
  <Card
    title={one.givenName}
    href={paths.contact.one(one.id)}
    tone={one.toLog ? 'attention' : undefined}
    tag={
      one.toLog ? (
        <Tag tone="attention">{t('contact.to-log')}</Tag>
      ) : (
        first && <Tag tone="info">{t('contact.next')}</Tag>
      )
    }
    action={
      <ButtonLink
        href={
          one.toLog || one.plannedOn?.equals(today) ? paths.contact.log(one.id) : paths.contact.one(one.id)
        }
        kind={first ? 'primary' : 'secondary'}
      >
        {t(one.toLog || one.plannedOn?.equals(today) ? 'contact.log-it' : 'contact.see-it')}
      </ButtonLink>
    }
  >
    <Text>
      {whenInWords(t, one, today)}
      {one.plannedOn && `, ${t(`contact.mode.${one.mode}`).toLowerCase()}`}
    </Text>
    <Text quiet>
      {one.lastContactOn
        ? t('contact.last-seen', { day: t.day(one.lastContactOn, today) })
        : t('contact.never-seen')}
    </Text>
  </Card>
)

function whenInWords(t: T, one: Mine, today: Day): string {
  if (one.plannedOn)
    return one.plannedAt
      ? t('contact.at-time', { day: t.day(one.plannedOn, today), time: one.plannedAt })
      : t.day(one.plannedOn, today)
  const until = t.day(one.dueUntil, today)
  return isBefore(one.dueUntil, today)
    ? t('contact.due-overdue', { until })
    : t('contact.due-between', { from: t.day(one.dueFrom, today), until })
}
