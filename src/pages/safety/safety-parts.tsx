import { isBefore } from '#domain/day.ts'
import type { PaperRefusal } from '#domain/paper/paper.ts'
import { ButtonLink, Heading, Notice, Summary, Tag, Text } from '#pages/look/parts.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { SafetyFile } from '#usecases/safety/safety-file.ts'

interface Props {
  readonly t: T
  readonly today: Temporal.PlainDate
  readonly trajectoryId: string
  readonly file: SafetyFile
}

/** When red flags were asked about, what was seen, and how each was left. */
export const Checks = ({ t, today, file }: Props) =>
  file.checks.length + file.reviews.length === 0 ? (
    <Text quiet>{t('safety.never-checked')}</Text>
  ) : (
    <details>
      <summary>{t('safety.flags-before')}</summary>
      <ul class="naast-list">
        {file.checks.map((check) => (
          <li key={check.id}>
            {t('safety.check-line', { day: t.day(check.on, today), name: check.by ?? '—' })}{' '}
            {check.flags.length === 0
              ? t('safety.no-flag')
              : check.flags.map(({ label }) => label?.[t.language] ?? '—').join('; ')}
            {check.words && <blockquote class="naast-quote">{check.words}</blockquote>}
          </li>
        ))}
        {file.reviews.map((review) => (
          <li key={review.id}>
            {t('safety.review-line', {
              day: t.day(review.on, today),
              name: review.by ?? '—',
              what: reviewWords(t, review.code),
            })}
            {review.words && <blockquote class="naast-quote">{review.words}</blockquote>}
          </li>
        ))}
      </ul>
    </details>
  )

const reviewWords = (t: T, code: string): string => {
  const key = `safety.review.${code}`
  return t.has(key) ? t(key) : code
}

/** The plan as it is now, when to look at it again, and the card to take along. */
export const Plan = ({
  t,
  today,
  trajectoryId,
  file,
  personId,
  cardNotOnPaper,
}: Props & { readonly personId: string; readonly cardNotOnPaper: PaperRefusal | null }) => {
  const { plan, planExpected } = file
  return (
    <section>
      <Heading>{t('safety.plan')}</Heading>
      {plan ? (
        <>
          {isBefore(plan.reviewDue, today.add({ days: 1 })) && (
            <Notice tone="attention" title={t('safety.plan-review-now')} />
          )}
          <blockquote class="naast-quote">{plan.words}</blockquote>
          <Summary
            rows={[
              [
                t('safety.plan-version'),
                t('safety.plan-by', {
                  number: plan.number,
                  day: t.day(plan.on, today),
                  name: plan.by ?? '—',
                }),
              ],
              [t('safety.plan-review'), t.day(plan.reviewDue, today)],
            ]}
          />
        </>
      ) : (
        <Text>
          {planExpected ? t('safety.plan-expected', { visit: planExpected }) : t('safety.plan-none')}
        </Text>
      )}
      <p class="naast-actions">
        <ButtonLink href={paths.safety.plan(trajectoryId)} kind="secondary">
          {t(plan ? 'safety.plan-change' : 'safety.plan-write')}
        </ButtonLink>{' '}
        {plan?.card && !cardNotOnPaper && (
          <ButtonLink href={paths.safety.card(plan.id)} kind="secondary">
            {t('safety.card-print')}
          </ButtonLink>
        )}
      </p>
      {plan?.card && cardNotOnPaper && (
        <Notice tone="attention" title={t('safety.card-not-on-paper')}>
          <Text>{t(`refusal.${cardNotOnPaper}`)}</Text>
          <ButtonLink href={paths.safeContact(personId)} kind="secondary">
            {t('task.to-contact-rule')}
          </ButtonLink>
        </Notice>
      )}
      {file.earlierPlans.length > 0 && (
        <Text quiet>
          {t('safety.plans-before')}{' '}
          {file.earlierPlans
            .map(({ number, on, by }) =>
              t('safety.plan-by', { number, day: t.day(on, today), name: by ?? '—' }),
            )
            .join('; ')}
        </Text>
      )}
    </section>
  )
}

/** When the children were asked after, and whether it is time again. */
export const Kindchecks = ({ t, today, trajectoryId, file }: Props) => {
  const { kindcheck } = file
  if (!kindcheck) return null
  return (
    <section>
      <Heading>
        {t('safety.kindcheck')} {kindcheck.due && <Tag tone="attention">{t('safety.kindcheck-due')}</Tag>}
      </Heading>
      {kindcheck.checks.length === 0 ? (
        <Text quiet>{t('safety.kindcheck-none')}</Text>
      ) : (
        <ul class="naast-list">
          {kindcheck.checks.map((check) => (
            <li key={check.id}>
              {t(check.moment === 'intake' ? 'safety.kindcheck-intake' : 'safety.kindcheck-visit', {
                day: t.day(check.on, today),
                name: check.by ?? '—',
                visit: check.visitsDone,
              })}{' '}
              {t(`safety.kindcheck.${check.outcome}`)}
              {check.words && <blockquote class="naast-quote">{check.words}</blockquote>}
            </li>
          ))}
        </ul>
      )}
      {kindcheck.checks[0]?.outcome === 'concern' && (
        <p class="naast-actions">
          <ButtonLink href={`${paths.meldcode.open(trajectoryId)}?kindcheck=yes`}>
            {t('meldcode.do.open')}
          </ButtonLink>
        </p>
      )}
      {!kindcheck.doneToday && (
        <p class="naast-actions">
          <ButtonLink href={paths.safety.kindcheck(trajectoryId)} kind="secondary">
            {t('safety.kindcheck-do')}
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
