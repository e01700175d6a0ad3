import type { InstrumentItem } from '#domain/programme/measuring.ts'
import { Heading, Text } from '#pages/look/parts.tsx'
import { momentInPath } from '#pages/measure/moment-in-path.ts'
import { directionOf, textsIn } from '#pages/measure/text-languages.tsx'
import { page, type Route, type StaffRequest, staffRoute } from '#pages/page.ts'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import { readPaperQuestions } from '#usecases/measure/read-paper-questions.ts'

/** The questions as paper: large, boxes to cross, a number and no name, and no title that tells what it is about. */
async function show(request: StaffRequest) {
  const { context, actor, t, params } = request
  const { code, questionnaires } = await readPaperQuestions(context, actor, {
    trajectoryId: params.id ?? '',
    moment: momentInPath(params),
    texts: textsIn(request),
  })
  let number = 0
  return page(
    t('measure.paper-title'),
    <div class="naast-paper-questions">
      <Heading level={1}>{t('measure.paper-title')}</Heading>
      <p class="naast-paper-questions__head">
        <span>
          {t('measure.paper-code')}: <strong>{code}</strong>
        </span>
        <span>{t('measure.paper-day')}: ……………………</span>
      </p>
      <Text>{t('measure.paper-lead')}</Text>
      {questionnaires.map(({ instrument, shelf, way }) => {
        const language = shelf?.language ?? t.language
        return (
          <section key={instrument.id} lang={language} dir={directionOf(language)}>
            {way === 'beside' && <p lang={t.language}>{t('measure.paper-beside')}</p>}
            {instrument.introduction && (
              <p>
                <strong>{instrument.introduction[t.language]}</strong>
              </p>
            )}
            {instrument.items.map((item) => {
              number += 1
              return <PaperQuestion key={item.id} t={t} item={item} number={number} />
            })}
            {/* What is our own has no holder to name, and a note for whoever runs it is not for her. */}
            {shelf && shelf.licence.class !== 'own' && (
              <p class="naast-paper-questions__source">{shelf.licence.text}</p>
            )}
          </section>
        )
      })}
    </div>,
    { frame: 'paper' },
  )
}

/** One question, never broken over two sheets. */
const PaperQuestion = ({ t, item, number }: { t: T; item: InstrumentItem; number: number }) => (
  <div class="naast-paper-question">
    <p>
      {number}. {item.question[t.language]}
    </p>
    {item.kind === 'text' && <div class="naast-paper-question__lines" />}
    {item.kind === 'choice' && (
      <ul>
        {item.options.map(({ id, label }) => (
          <li key={id}>
            <span class="naast-paper-question__box" /> {label[t.language]}
          </li>
        ))}
      </ul>
    )}
    {item.kind === 'scale' && (
      <>
        <p class="naast-paper-question__ends">
          {item.min} = {item.low[t.language]}, {item.max} = {item.high[t.language]}
        </p>
        <ul class="naast-paper-question__steps">
          {Array.from({ length: item.max - item.min + 1 }, (_, at) => (
            <li key={at}>
              <span class="naast-paper-question__box" /> {item.min + at}
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)

export const paperQuestionsRoutes: readonly Route[] = [
  staffRoute({ path: paths.measure.print(':id', ':moment'), who: ['coordinator'], get: show }),
]
