import type { ComponentChildren } from 'preact'
import { crossesMidnight } from '#domain/contact-policy/contact-hours.ts'
import {
  countsUntil,
  mayContact,
  nextSafeMoment,
  type SafeContactPolicy,
} from '#domain/contact-policy/safe-contact-policy.ts'
import { phoneShown } from '#domain/person/phone-shown.ts'
import { isRefusal } from '#domain/refusal.ts'
import { Notice, Summary, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

interface Props {
  readonly t: T
  readonly policy: SafeContactPolicy | null
  readonly phone: string | null
  readonly email?: string | null
  /** Now, on the organisation's clock. */
  readonly at: Temporal.ZonedDateTime
}

/**
 * How she may be reached, and only then her number: nobody sees the one without the other. Outside her terms the
 * number stays folded away behind the reason. Plain, so that any page may show it; marked, so that a house test finds a
 * number that stands without it.
 */
export const SafeContactRule = ({ t, policy, phone, email = null, at }: Props) => {
  if (!policy)
    return (
      <div data-contact-rule="none">
        <Notice tone="attention" title={t('safe-contact.none')}>
          <Text>{t('safe-contact.none-text')}</Text>
          <Folded t={t}>
            <Numbers t={t} phone={phone} email={email} />
          </Folded>
        </Notice>
      </div>
    )
  const call = mayContact(policy, { channel: 'phone', at, leavesMessage: false })
  const mayCall = !isRefusal(call)
  const numbers = <Numbers t={t} phone={phone} email={policy.channels.includes('email') ? email : null} />
  return (
    <div data-contact-rule={mayCall ? 'now' : 'not-now'}>
      <Notice tone={mayCall ? 'info' : 'attention'} title={t('safe-contact.title')}>
        <Text>
          <strong>{isRefusal(call) ? whyNot(t, policy, call.refused, at) : t('safe-contact.now')}</strong>
        </Text>
        <SafeContactTermsSummary t={t} policy={policy} />
        {mayCall ? numbers : <Folded t={t}>{numbers}</Folded>}
      </Notice>
    </div>
  )
}

/** Her terms, a line each, without any number. */
export const SafeContactTermsSummary = ({ t, policy }: { t: T; policy: SafeContactPolicy }) => (
  <Summary
    rows={[
      [
        t('safe-contact.ways'),
        inOneSentence(policy.channels.map((channel) => t(`safe-contact.channel.${channel}`))) ||
          t('safe-contact.no-way'),
      ],
      policy.phoneOf === 'shared' ? [t('safe-contact.phone-of'), t('safe-contact.phone-of.shared')] : null,
      [t('safe-contact.through'), policy.through],
      [t('safe-contact.when'), hoursInWords(t, policy)],
      [
        t('safe-contact.picked-up-by'),
        policy.others
          ? `${t('safe-contact.picked-up-by.others_too')}: ${policy.others}`
          : t(`safe-contact.picked-up-by.${policy.pickedUpBy}`),
      ],
      [t('safe-contact.cover-name'), policy.coverName],
      [t('safe-contact.code-word'), policy.codeWord],
      [t('safe-contact.language'), policy.language && t.languageName(policy.language)],
      [t('safe-contact.interpreter-preferred'), policy.interpreterPreferred],
      [t('safe-contact.interpreter-excluded'), policy.interpreterExcluded],
      [t('safe-contact.voicemail'), t(`safe-contact.voicemail.${policy.voicemail}`)],
      policy.neverAtHome ? [t('safe-contact.at-home'), t('safe-contact.never-at-home')] : null,
      [t('safe-contact.remark'), policy.remark],
      [
        t('safe-contact.confirmed'),
        t('safe-contact.confirmed-until', {
          day: t.longDay(policy.confirmedOn),
          until: t.longDay(countsUntil(policy)),
        }),
      ],
    ]}
  />
)

const inOneSentence = ([first = '', ...others]: readonly string[]): string =>
  [first, ...others.map((word) => word.charAt(0).toLowerCase() + word.slice(1))].join(', ')

function hoursInWords(t: T, { hours }: SafeContactPolicy): string {
  if (hours === null) return t('safe-contact.any-time')
  return hours
    .map((window) =>
      t(crossesMidnight(window) ? 'safe-contact.hours-night' : 'safe-contact.hours', {
        days: daysInWords(t, window.days),
        from: window.from,
        until: window.until,
      }),
    )
    .join('; ')
}

/** Three days or more in a row as a row: 'maandag tot en met vrijdag'. */
function daysInWords(t: T, chosen: readonly number[]): string {
  const days = [...new Set(chosen)].sort((a, b) => a - b)
  const first = days[0]
  const last = days.at(-1)
  if (first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1)
    return t('safe-contact.days-row', { first: dayName(t, first), last: dayName(t, last) })
  return days.map((day) => dayName(t, day)).join(', ')
}

/** 1 is Monday; anything that is no day of the week is left out by the schema long before. */
export const dayName = (t: T, day: number): string => {
  const key = `safe-contact.day.${day}`
  return t.has(key) ? t(key) : ''
}

function whyNot(t: T, policy: SafeContactPolicy, code: string, at: Temporal.ZonedDateTime): string {
  if (code === 'contact-not-confirmed') {
    const why = policy.askAgainFrom ? 'safe-contact.stale-phase' : 'safe-contact.stale-text'
    return `${t('safe-contact.stale')}. ${t(why, { day: t.longDay(policy.askAgainFrom ?? policy.confirmedOn) })}`
  }
  const next = code === 'contact-not-now' ? nextSafeMoment(policy, at) : null
  if (!next) return t('safe-contact.not-by-phone')
  return t('safe-contact.not-now', {
    day: t.day(next.toPlainDate(), at.toPlainDate()),
    time: next.toPlainTime().toString({ smallestUnit: 'minute' }),
  })
}

const Numbers = ({ t, phone, email }: { t: T; phone: string | null; email: string | null }) => (
  <Summary
    rows={[
      [
        t('safe-contact.phone'),
        phone ? (
          <a class="utrecht-link utrecht-link--html-a" href={`tel:${phone}`}>
            {phoneShown(phone)}
          </a>
        ) : (
          t('safe-contact.no-phone')
        ),
      ],
      [t('safe-contact.email'), email],
    ]}
  />
)

const Folded = ({ t, children }: { t: T; children: ComponentChildren }) => (
  <details class="naast-more">
    <summary>{t('safe-contact.show-number')}</summary>
    {children}
  </details>
)
