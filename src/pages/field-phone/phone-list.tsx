import { usualMinutes } from '#domain/field-phone/written-at.ts'
import { Buttons, SubmitButton } from '#pages/look/form.tsx'
import { Card, Empty, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { page, type Route, seeOther, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { endPhone } from '#usecases/field-phone/end-phone.ts'
import { listPhones } from '#usecases/field-phone/list-phones.ts'

/** Phones that carry visits: one's own, and everybody's for coordinators and administrators, each with its way to be wiped. */
export const phoneListRoutes: readonly Route[] = [
  staffRoute({
    path: paths.fieldPhone.list(),
    who: ['worker', 'coordinator', 'administrator'],
    async get({ context, actor, t, today, newKey }) {
      const { phones, offline } = await listPhones(context, actor, {})
      return page(
        t('field-phone.phones'),
        <>
          <Heading level={1}>{t('field-phone.phones')}</Heading>
          <Text>{t('field-phone.phones-text')}</Text>
          {offline !== 'off' && actor.workerId && (
            <Text>
              <Link href={paths.field.shell()}>{t('field-phone.this-phone')}</Link>
            </Text>
          )}
          {phones.length === 0 && <Empty title={t('field-phone.phones-none')} />}
          {phones.map((phone) => (
            <Card
              key={phone.id}
              level={2}
              title={t(phone.own ? 'field-phone.phone-own' : 'field-phone.phone-of', { name: phone.name })}
            >
              <Text quiet>
                {t('field-phone.phone-seen', {
                  since: t.day(phone.since.toPlainDate(), today),
                  day: t.day(phone.seenAt.toPlainDate(), today),
                  time: phone.seenAt.toPlainTime().toString({ smallestUnit: 'minute' }),
                })}
              </Text>
              {phone.minutesAhead !== null && Math.abs(phone.minutesAhead) > usualMinutes && (
                <Text>{t('field-phone.phone-clock', { off: offBy(t, Math.abs(phone.minutesAhead)) })}</Text>
              )}
              {phone.ended ? (
                <Tag>{t(phone.wipedAt ? 'field-phone.phone-wiped' : 'field-phone.phone-ending')}</Tag>
              ) : (
                <form method="post" action={paths.fieldPhone.end(phone.id)}>
                  <input type="hidden" name="key" value={newKey()} />
                  <Buttons>
                    <SubmitButton kind="secondary">{t('field-phone.wipe')}</SubmitButton>
                  </Buttons>
                </form>
              )}
            </Card>
          ))}
        </>,
      )
    },
  }),
  staffRoute({
    path: paths.fieldPhone.end(':id'),
    who: ['worker', 'coordinator', 'administrator'],
    async post({ context, actor, params, form }) {
      await endPhone(context, actor, { id: params.id ?? '' }, form.key ? { key: form.key } : undefined)
      return seeOther(paths.fieldPhone.list(), 'field-phone.said.wiped')
    },
  }),
]

/** Minutes up to two hours, hours up to two days: what somebody can picture. */
const offBy = (t: T, minutes: number): string =>
  minutes < 120
    ? t('field-phone.off-minutes', { count: minutes })
    : minutes < 48 * 60
      ? t('field-phone.off-hours', { count: Math.round(minutes / 60) })
      : t('field-phone.off-days', { count: Math.round(minutes / (24 * 60)) })
