import type { Day } from '#domain/day.ts'
import { Card, Heading, Tag, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { JointVisit } from '#usecases/match/list-my-joint-visits.ts'

/** Once more along with whoever goes on: that one appointment. First names only, this list stands open on a phone. */
export const JointVisits = ({ t, today, visits }: { t: T; today: Day; visits: readonly JointVisit[] }) =>
  visits.length === 0 ? null : (
    <section>
      <Heading>{t('match.joint-title')}</Heading>
      {visits.map((one) => (
        <Card key={one.id} title={one.givenName} tag={<Tag tone="info">{t('match.joint-once')}</Tag>}>
          <Text>
            {one.at
              ? t('contact.at-time', { day: t.day(one.on, today), time: one.at })
              : t.day(one.on, today)}
            {one.mode && `, ${t(`contact.mode.${one.mode}`).toLowerCase()}`}
          </Text>
          <Text quiet>{t('match.joint-with', { name: one.with })}</Text>
        </Card>
      ))}
    </section>
  )
