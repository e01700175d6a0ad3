import type { ComponentChildren } from 'preact'
import { hasTexts } from '#domain/instrument/instrument-texts.ts'
import type { ShelfInstrument } from '#domain/instrument/shelf-instrument.ts'
import { skipped } from '#domain/instrument/shelf-questions.ts'
import { fieldOf } from '#domain/measure/answers.ts'
import type { Instrument } from '#domain/programme/measuring.ts'
import { Checkboxes, type FormState } from '#pages/look/form.tsx'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { QuestionField } from '#pages/measure/question-field.tsx'
import { aloneStep, noSteps, Step, type Steps } from '#pages/measure/steps.tsx'
import { directionOf } from '#pages/measure/text-languages.tsx'
import { paths } from '#pages/paths.ts'
import type { T } from '#pages/words/words.ts'
import type { OneMeasure } from '#usecases/measure/list-measures.ts'

interface Props {
  readonly state: FormState
  readonly instrument: Instrument
  readonly shelf: ShelfInstrument
  /** Where one question is shown at a time. */
  readonly steps?: Steps
  /** Its heading: which part of the talk this is. */
  readonly children?: ComponentChildren
}

/** One questionnaire of the shelf: its questions in their own language, and the line that belongs to them. */
export const ShelfQuestions = ({ state, instrument, shelf, steps = noSteps, children }: Props) => {
  const { t } = state
  const language = shelf.language ?? t.language
  return (
    <section>
      {children}
      <input type="hidden" name={`version.${shelf.id}`} value={shelf.version} />
      {!hasTexts(shelf) && <Text>{t('measure.no-text')}</Text>}
      <div data-read={language} lang={language} dir={directionOf(language)}>
        {shelf.stem && <Text lead>{shelf.stem}</Text>}
        {instrument.items.map((item) => (
          <Step key={item.id} t={t} steps={steps} field={fieldOf(instrument, item)}>
            <QuestionField state={state} instrument={instrument} item={item} clear={skipped} />
          </Step>
        ))}
      </div>
      {shelf.items.some(({ wording }) => wording === 'draft') && <Text quiet>{t('measure.draft')}</Text>}
      <details class="naast-source">
        <summary>{t('measure.source')}</summary>
        <p lang="en">{shelf.licence.text}</p>
      </details>
    </section>
  )
}

/**
 * What nobody else may hear: first whether she is alone, then the questions. Without the answer nothing of it is kept.
 */
export const AloneQuestions = ({
  state,
  asked,
  steps = noSteps,
  children,
}: {
  state: FormState
  asked: readonly Omit<Props, 'state' | 'steps' | 'children'>[]
  steps?: Steps
  children: ComponentChildren
}) =>
  asked.length === 0 ? null : (
    <section class="naast-alone" id={aloneStep}>
      {children}
      <Checkboxes
        state={state}
        name="alone"
        label={state.t('measure.alone')}
        hint={state.t('measure.alone-hint')}
        options={[{ value: 'yes', label: state.t('measure.alone-yes') }]}
      />
      <div class="naast-alone__questions">
        <p class="utrecht-paragraph">
          <Link href={paths.today()}>{state.t('measure.leave')}</Link>
        </p>
        {asked.map((one) => (
          <ShelfQuestions key={one.shelf.id} state={state} steps={steps} {...one}>
            <Heading level={3}>{one.shelf.about[state.t.language]}</Heading>
          </ShelfQuestions>
        ))}
      </div>
    </section>
  )

/** What of this moment can't be asked now, and why; it stays due. */
export const NotNow = ({ t, measures }: { t: T; measures: readonly OneMeasure[] }) => {
  const held = measures.filter(({ hindrance }) => hindrance !== null)
  return held.length === 0 ? null : (
    <Notice tone="attention" title={t('measure.not-now')}>
      <ul class="naast-list">
        {held.map(({ instrument, hindrance }) => (
          <li key={instrument.id}>
            {t(`measure.hindrance.${hindrance ?? 'not-alone'}`, { what: instrument.label[t.language] })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
