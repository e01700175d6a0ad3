import {
  type SheetContent,
  type SheetLanguage,
  type SheetText,
  sheetLanguages,
} from '#domain/conversation-sheet/conversation-sheet.ts'
import { type Pictogram, pictogramNames } from '#domain/conversation-sheet/pictogram.ts'
import { Picture } from '#pages/conversation-sheet/sheet-view.tsx'
import type { Form } from '#pages/form-data.ts'
import { Checkboxes, type FormState, Pair, Radios, TextArea, TextField } from '#pages/look/form.tsx'
import { Heading, Text } from '#pages/look/parts.tsx'
import type { Problem } from '#pages/problem.ts'

const parts = ['text', 'openings', 'watchFor', 'help'] as const
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What was written, as the use cases take it; nothing in any part is no text at all. */
export function readSheetForm(form: Form) {
  const headings = { openings: form.text('headingOpenings'), help: form.text('headingHelp') }
  const written: SheetText = {
    title: form.text('title'),
    text: lines(form.text('text')),
    openings: lines(form.text('openings')),
    watchFor: lines(form.text('watchFor')),
    help: lines(form.text('help')),
    ...(headings.openings || headings.help ? { headings } : {}),
  }
  const empty = written.title === '' && parts.every((part) => written[part].length === 0)
  const number = /^\d{1,3}$/.test(form.text('number')) ? Number(form.text('number')) : Number.NaN
  return {
    moment:
      form.text('at') === 'session'
        ? { at: 'session' as const, session: number }
        : { at: 'month' as const, month: number },
    pictograms: pictogramNames.filter((name) => form.all('pictograms').includes(name)),
    mayGoHome: form.text('mayGoHome') === 'yes',
    language: form.text('language') as SheetLanguage,
    text: empty ? null : written,
    awaits: form.optional('awaits'),
  }
}

/** Problems by the fields of this form: `text.openings.2` is a line of `openings`. */
export const onSheetForm = (problem: Problem): Problem => ({
  ...problem,
  fields: Object.fromEntries(
    Object.entries(problem.fields).map(([name, code]) => {
      const [first, second, third] = name.split('.')
      if (first === 'moment') return ['number', code]
      if (first === 'text' && second === 'headings')
        return [third === 'help' ? 'headingHelp' : 'headingOpenings', code]
      if (first === 'text') return [second ?? 'title', code]
      return [first ?? name, code]
    }),
  ),
})

export const filledSheet = (content: SheetContent, language: SheetLanguage) => {
  const text = content.texts[language]
  const { moment } = content
  return {
    at: moment.at,
    number: String(moment.at === 'month' ? moment.month : moment.session),
    pictograms: content.pictograms,
    mayGoHome: content.mayGoHome ? 'yes' : 'no',
    language,
    awaits: content.awaits?.[language],
    title: text?.title,
    ...Object.fromEntries(parts.map((part) => [part, text?.[part].join('\n')])),
    headingOpenings: text?.headings?.openings,
    headingHelp: text?.headings?.help,
  }
}

/** Everything a sheet is made of, one language at a time. */
export const SheetFields = ({ state, language }: { state: FormState; language: SheetLanguage | null }) => {
  const { t } = state
  return (
    <>
      <Radios
        state={state}
        name="at"
        label={t('sheet.moment')}
        options={(['month', 'session'] as const).map((value) => ({ value, label: t(`sheet.at.${value}`) }))}
        row
      />
      <TextField state={state} name="number" label={t('sheet.number')} inputMode="numeric" width={4} />
      {language === null ? (
        <Radios
          state={state}
          name="language"
          label={t('sheet.in-language')}
          options={sheetLanguages.map((value) => ({ value, label: t.languageName(value) }))}
          row
        />
      ) : (
        <>
          <input type="hidden" name="language" value={language} />
          <Heading>{t.languageName(language)}</Heading>
          <Text quiet>{t('sheet.language-hint')}</Text>
        </>
      )}
      <div class="naast-sheet__write">
        <TextField state={state} name="title" label={t('sheet.part.title')} />
        {parts.map((part) => (
          <TextArea
            key={part}
            state={state}
            name={part}
            label={t(`sheet.part.${part}`)}
            hint={t(part === 'watchFor' ? 'sheet.lines-watch' : 'sheet.lines')}
            rows={5}
          />
        ))}
      </div>
      <details open={state.form.text('headingOpenings') !== '' || state.form.text('headingHelp') !== ''}>
        <summary>{t('sheet.headings')}</summary>
        <Text quiet>{t('sheet.headings-hint')}</Text>
        <Pair>
          <TextField state={state} name="headingOpenings" label={t('sheet.part.openings')} optional />
          <TextField state={state} name="headingHelp" label={t('sheet.part.help')} optional />
        </Pair>
      </details>
      <TextField
        state={state}
        name="awaits"
        label={t('sheet.awaits-who')}
        hint={t('sheet.awaits-hint')}
        optional
      />
      <Checkboxes
        state={state}
        name="pictograms"
        label={t('sheet.pictograms')}
        hint={t('sheet.pictograms-hint')}
        options={pictogramNames.map((value) => ({ value, label: t(`sheet.pictogram.${value}`) }))}
        row
      />
      <Drawn names={pictogramNames.filter((name) => state.form.all('pictograms').includes(name))} />
      <Radios
        state={state}
        name="mayGoHome"
        label={t('sheet.may-go-home')}
        hint={t('sheet.may-go-home-hint')}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`sheet.may-go-home.${value}`) }))}
        row
      />
    </>
  )
}

const Drawn = ({ names }: { names: readonly Pictogram[] }) => (
  <p class="naast-sheet__pictures">
    {names.map((name) => (
      <Picture key={name} name={name} />
    ))}
  </p>
)
