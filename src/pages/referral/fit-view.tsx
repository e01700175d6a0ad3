import type { Day } from '#domain/day.ts'
import type { DeskFit } from '#domain/referral/desk-fit.ts'
import { Tag, Text, type Tone } from '#pages/look/parts.tsx'
import { calendarQuestion } from '#pages/programme/calendar-question.ts'
import { CountedOn } from '#pages/programme/counted-on.tsx'
import { programmeName } from '#pages/programme/programme-name.ts'
import { Why } from '#pages/programme/why.tsx'
import type { T } from '#pages/words/words.ts'

const tones: Record<DeskFit['outcome'], Tone> = {
  eligible: 'done',
  ask: 'info',
  exception_possible: 'attention',
  not_eligible: 'neutral',
}

/** Every programme beside each other, the best fit first and opened: each rule in words, and what to ask next. */
export const Fits = ({ t, fits, receivedOn }: { t: T; fits: readonly DeskFit[]; receivedOn: Day }) => (
  <div class="naast-fits">
    {fits.map((fit, at) => (
      <details class="naast-fit" key={fit.programme.id} open={at === 0}>
        <summary>
          <strong>{programmeName(t, fit.programme)}</strong>{' '}
          <Tag tone={tones[fit.outcome]}>{t(`desk.fit.${fit.outcome}`)}</Tag>
        </summary>
        <Reasons t={t} fit={fit} receivedOn={receivedOn} />
      </details>
    ))}
  </div>
)

/** So many questions stand open: what somebody asks in one call. */
const firstQuestions = 4

const Questions = ({ t, questions }: { t: T; questions: DeskFit['questions'] }) => (
  <ul class="naast-list">
    {questions.map(({ fact, definition }) => (
      <li key={fact}>{definition?.question[t.language] ?? calendarQuestion(t, fact)}</li>
    ))}
  </ul>
)

const Reasons = ({ t, fit, receivedOn }: { t: T; fit: DeskFit; receivedOn: Day }) => {
  const { language } = t
  return (
    <>
      <ul class="naast-reasons">
        {fit.results.map(({ rule, met, unknown }) => (
          <li key={rule.id}>
            <Met t={t} met={met} />{' '}
            <span>
              {rule.label[language]}
              {met === false && <span class="naast-quiet"> {rule.notMet[language]}</span>}
              {met === false && rule.exception && (
                <span class="naast-quiet">
                  {' '}
                  {t('desk.fit.exception', { reason: rule.exception.label[language] })}
                </span>
              )}{' '}
              <Why t={t} programme={fit.programme} result={{ rule, met, unknown }} facts={fit.facts} />{' '}
              <CountedOn t={t} rule={rule} receivedOn={receivedOn} />
            </span>
          </li>
        ))}
        {fit.inArea !== true && (
          <li>
            <Met t={t} met={fit.inArea} /> <span>{t('desk.fit.area')}</span>
          </li>
        )}
        {!fit.mayRefer && (
          <li>
            <Tag tone="attention">{t('desk.fit.note')}</Tag> <span>{t('desk.fit.referrer')}</span>
          </li>
        )}
        {fit.training && fit.training.held !== true && (
          <li>
            <Met t={t} met={fit.training.held} />{' '}
            <span>
              {t('desk.fit.training', {
                training: fit.programme.referral.preconditionLabel?.[language] ?? fit.training.code,
              })}
            </span>
          </li>
        )}
      </ul>
      {fit.questions.length > 0 && (
        <>
          <Text>
            <strong>{t('desk.fit.ask-next')}</strong>
          </Text>
          <Questions t={t} questions={fit.questions.slice(0, firstQuestions)} />
          {fit.questions.length > firstQuestions && (
            <details>
              <summary>{t('desk.fit.ask-more', { count: fit.questions.length - firstQuestions })}</summary>
              <Questions t={t} questions={fit.questions.slice(firstQuestions)} />
            </details>
          )}
        </>
      )}
      {fit.outcome !== 'eligible' && fit.redirect.length > 0 && (
        <Text quiet>
          {t('desk.fit.elsewhere', { places: fit.redirect.map(({ label }) => label[language]).join(', ') })}
        </Text>
      )}
    </>
  )
}

/** In a word, with a tone that only repeats it. */
const Met = ({ t, met }: { t: T; met: boolean | null }) => (
  <Tag tone={met === true ? 'done' : met === null ? 'info' : 'attention'}>
    {t(met === true ? 'desk.fit.met' : met === null ? 'desk.fit.not-known' : 'desk.fit.not-met')}
  </Tag>
)
