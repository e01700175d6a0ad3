import { followUpAnswers } from '#domain/referral/follow-up.ts'
import { ButtonLink, Card, Heading, Link, Tag, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { ReferralView } from '#pages/referral/referral-parts.tsx'
import type { T } from '#pages/words/words.ts'

/** Where she was sent, and whether help really started there: what was heard, or when it will be asked. */
export const FollowUps = ({
  t,
  today,
  referral,
}: {
  t: T
  today: Temporal.PlainDate
  referral: ReferralView
}) =>
  referral.followUps.length === 0 ? null : (
    <section>
      <Heading>{t('follow-up.title')}</Heading>
      {referral.followUps.map((asked) => {
        const answer = followUpAnswers.find((one) => one === asked.answer)
        const told = `follow-up.told.${asked.told}`
        return (
          <Card
            key={asked.id}
            level={3}
            title={asked.helpOffer ? asked.helpOffer.organisation : partyName(t, asked.party)}
            tag={
              <Tag
                tone={answer === 'started' ? 'done' : asked.late ? 'danger' : answer ? 'attention' : 'info'}
              >
                {t(answer ? `follow-up.answer.${answer}` : 'follow-up.open')}
              </Tag>
            }
            action={
              answer ? null : (
                <ButtonLink href={paths.desk.followUp(referral.id)} kind="secondary">
                  {t('follow-up.record')}
                </ButtonLink>
              )
            }
          >
            <Text>
              {asked.answeredOn
                ? t('follow-up.heard-on', { day: t.day(asked.answeredOn, today) })
                : t('follow-up.ask-on', { day: t.day(asked.askOn, today) })}
            </Text>
            {asked.late && <Text>{asked.late[t.language]}</Text>}
            {asked.withWhom && <Text>{t('follow-up.with', { whom: asked.withWhom })}</Text>}
            {t.has(told) && <Text quiet>{t(told)}</Text>}
            {asked.helpOffer && (
              <Link href={paths.network.offer(asked.helpOffer.id)}>{t('follow-up.see-offer')}</Link>
            )}
          </Card>
        )
      })}
    </section>
  )

/** A party that this version has no word for was still somewhere. */
export const partyName = (t: T, party: string): string => {
  const key = `referral.party.${party}`
  return t.has(key) ? t(key) : t('referral.party.other')
}
