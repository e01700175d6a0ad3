import { type CheckInQuestion, checkInQuestionNames, checkInQuestions } from '#domain/check-in/check-in.ts'
import type { Form } from '#pages/form-data.ts'
import { type FormState, Radios } from '#pages/look/form.tsx'
import { Summary, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'
import type { CheckInView } from '#usecases/check-in/open-check-in.ts'

const answerWords = (t: T, question: CheckInQuestion, answer: string): string => {
  const key = `check-in.${question}.${answer}`
  return t.has(key) ? t(key) : answer
}

/** The same few questions for either side, each to be left open. */
export const CheckInQuestions = ({ state }: { state: FormState }) => (
  <>
    {checkInQuestionNames.map((question) => (
      <Radios
        key={question}
        state={state}
        name={question}
        label={state.t(`check-in.${question}`)}
        optional
        row
        options={checkInQuestions[question].map((value) => ({
          value,
          label: answerWords(state.t, question, value),
        }))}
      />
    ))}
  </>
)

/** What was chosen; what was left open or isn't one of the answers is nothing. */
export const readCheckInAnswers = (form: Form) => {
  const chosen = <const Values extends readonly string[]>(
    name: CheckInQuestion,
    values: Values,
  ): Values[number] | null => values.find((value) => value === form.text(name)) ?? null
  return {
    fit: chosen('fit', checkInQuestions.fit),
    often: chosen('often', checkInQuestions.often),
    hard: chosen('hard', checkInQuestions.hard),
    goOn: chosen('goOn', checkInQuestions.goOn),
  }
}

/** What one side said, a line each. */
export const CheckInSaid = ({ t, said }: { t: T; said: CheckInView }) =>
  said.missed ? (
    <Text>{t(`check-in.missed.${said.missed}`)}</Text>
  ) : (
    <>
      <Text quiet>
        {t('check-in.spoke', {
          day: t.day(said.on),
          way: said.way ? t(`check-in.way.${said.way}`).toLowerCase() : '—',
        })}
      </Text>
      <Summary
        rows={checkInQuestionNames.map((question) => {
          const answer = said.answers[question]
          return [t(`check-in.${question}`), answer && answerWords(t, question, answer)] as const
        })}
      />
      {said.note && <blockquote class="naast-quote">{said.note}</blockquote>}
    </>
  )
