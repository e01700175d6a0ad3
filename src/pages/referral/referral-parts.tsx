import { phoneShown } from '#domain/person/phone-shown.ts'
import { Heading, Link, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import { SafeContactRule } from '#pages/safe-contact/safe-contact-rule.tsx'
import type { T } from '#pages/words/words.ts'
import type { readReferral } from '#usecases/referral/read-referral.ts'

export type ReferralView = Awaited<ReturnType<typeof readReferral>>

interface Props {
  t: T
  referral: ReferralView
}

/** The term for the first word with her; stands still while the referrer owes us an answer. */
export const Clock = ({ t, referral, today }: Props & { today: Temporal.PlainDate }) => {
  if (!referral.abilities.turnAway) return null
  if (referral.acute)
    return (
      <Notice tone="danger" title={t('desk.acute')}>
        <p class="utrecht-paragraph">{t('desk.acute-text')}</p>
        <Link href={`${paths.desk.turnAway(referral.id)}?to=acute_route`}>{t('desk.acute-route')}</Link>
      </Notice>
    )
  if (referral.pausedOn) return <Notice tone="neutral">{t('desk.clock-paused')}</Notice>
  const late = Temporal.PlainDate.compare(referral.contactDueOn, today) < 0
  const day = t.day(referral.contactDueOn, today)
  return late ? (
    <Notice tone="attention">{t('desk.clock-late', { day })}</Notice>
  ) : (
    <Text quiet>{t('desk.clock', { day })}</Text>
  )
}

export const TheirWords = ({ t, referral }: Props) => {
  const phoneOnly = referral.referrer?.partnerIsPatient === 'yes'
  return (
    <section>
      <Heading>{t('desk.their-words')}</Heading>
      <blockquote class="naast-quote">{referral.words ?? t('desk.no-words')}</blockquote>
      <Summary
        rows={[
          [
            t('desk.referrer'),
            [
              t(`referral.kind.${referral.referrerKind}`),
              referral.referrer?.name,
              referral.referrer?.organisation,
            ]
              .filter(Boolean)
              .join(', '),
          ],
          [t('desk.referrer-belongs'), referral.referrerOrganisation],
          [t('desk.phone'), referral.referrer?.phone ? phoneShown(referral.referrer.phone) : null],
          [t('desk.email'), phoneOnly ? null : (referral.referrer?.email ?? null)],
        ]}
      />
      {phoneOnly && (
        <Notice tone="attention" title={t('desk.phone-only')}>
          <Text>{t('desk.phone-only-text')}</Text>
        </Notice>
      )}
    </section>
  )
}

/** What is known about her. The rule for reaching her stands before any number, also where there is none yet. */
export const AboutHer = ({ t, referral }: Props) => {
  const { person, answers } = referral
  const reach = answers?.reach
  return (
    <section>
      <Heading>{t('desk.about-her')}</Heading>
      {reach && !referral.safeContact && (
        <Notice tone="attention" title={t('desk.reach')}>
          <p class="utrecht-paragraph">
            {[t(`desk.reach.channel.${reach.channel}`), reach.when].filter(Boolean).join(', ')}.{' '}
            {t(`desk.reach.voicemail.${reach.voicemail}`)}.
          </p>
        </Notice>
      )}
      <SafeContactRule
        t={t}
        policy={referral.safeContact}
        phone={person.phone}
        email={person.email}
        at={referral.at}
      />
      <Summary
        rows={[
          [t('desk.birth-day'), person.birthDay && t.longDay(person.birthDay)],
          [t('desk.languages'), person.languages.map((code) => t.languageName(code)).join(', ')],
          [t('desk.interpreter'), person.interpreter && t.languageName(person.interpreter)],
          [t('desk.lives'), [person.address?.place, person.area].filter(Boolean).join(', ')],
          [t('desk.child-born'), answers?.child.bornOn ? t.longDay(answers.child.bornOn) : null],
          [t('desk.child-due'), answers?.child.dueOn ? t.longDay(answers.child.dueOn) : null],
        ]}
      />
    </section>
  )
}

/** Files that look like hers, each with why; a person decides, never the system. */
export const Duplicates = ({ request, referral }: { request: StaffRequest; referral: ReferralView }) => {
  const { t, newKey } = request
  if (referral.duplicates.length === 0) return null
  return (
    <Notice tone="attention" title={t('desk.duplicate-title')}>
      <p class="utrecht-paragraph">{t('desk.duplicate-text')}</p>
      <ul class="naast-plain-list">
        {referral.duplicates.map((double) => (
          <li key={double.personId}>
            <strong>{double.name}</strong>{' '}
            <Tag tone="attention">{t(`person.duplicate.${double.reason}`)}</Tag>
            {double.referralId && (
              <form method="post" class="naast-inline-form">
                <input type="hidden" name="key" value={newKey()} />
                <input type="hidden" name="version" value={referral.version} />
                <input type="hidden" name="decision" value="mark-duplicate" />
                <input type="hidden" name="duplicateOf" value={double.referralId} />
                <Link href={paths.desk.one(double.referralId)}>{t('desk.duplicate-see')}</Link>{' '}
                <button type="submit" class="utrecht-button utrecht-button--secondary-action">
                  {t('desk.duplicate-same')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
