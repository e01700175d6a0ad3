import {
  type ConversationSheet,
  type SheetLanguage,
  type SheetMoment,
  type SheetText,
  sheetLanguages,
  textIn,
  writtenFromRight,
} from '#domain/conversation-sheet/conversation-sheet.ts'
import { type Pictogram, pictograms } from '#domain/conversation-sheet/pictogram.ts'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import type { T } from '#pages/words/words.ts'

/** A sheet as it stands on a page: in the reader's language, and beside it in another. */
export interface ShownSheet {
  readonly sheet: ConversationSheet
  readonly beside: SheetLanguage | null
  readonly mayGoHome: boolean
}

/** The language beside the reader's: the one that was asked for, or the first of hers in which the sheet was written. */
export function languageBeside(
  { texts }: Pick<ConversationSheet, 'texts'>,
  reader: string,
  asked: string | null,
  hers: readonly string[],
): SheetLanguage | null {
  const written = sheetLanguages.filter((language) => texts[language] && language !== reader)
  if (asked !== null) return written.find((language) => language === asked) ?? null
  return written.find((language) => hers.includes(language)) ?? null
}

export const momentName = (t: T, moment: SheetMoment): string =>
  moment.at === 'month'
    ? t('sheet.month', { number: moment.month })
    : t('sheet.session', { number: moment.session })

const Picture = ({ name }: { name: Pictogram }) => (
  <svg
    class="naast-pictogram"
    viewBox="0 0 48 48"
    width="64"
    height="64"
    aria-hidden="true"
    focusable="false"
  >
    <path d={pictograms[name]} />
  </svg>
)

/** What she may see: on the screen between them, and on paper. */
const Telling = ({ t, language, text }: { t: T; language: SheetLanguage; text: SheetText }) => (
  <article
    class="naast-sheet__telling"
    lang={language}
    dir={writtenFromRight.includes(language) ? 'rtl' : 'ltr'}
    data-read={language}
  >
    <Heading level={2}>{text.title}</Heading>
    {text.text.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <Heading level={3}>{inLanguage(t, language, 'openings')}</Heading>
    <ul>
      {text.openings.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <Heading level={3}>{inLanguage(t, language, 'help')}</Heading>
    <ul>
      {text.help.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </article>
)

/** The two headings in the languages that pages speak; of another language its speaker writes them with the text. */
const headings: Partial<Record<SheetLanguage, { readonly openings: string; readonly help: string }>> = {
  nl: { openings: 'Om mee te beginnen', help: 'Waar is hulp' },
  en: { openings: 'To begin with', help: 'Where there is help' },
}
const inLanguage = (t: T, language: SheetLanguage, part: 'openings' | 'help'): string =>
  headings[language]?.[part] ?? t(`sheet.${part}`)

export function Sheet({ t, shown: { sheet, beside, mayGoHome } }: { t: T; shown: ShownSheet }) {
  const own = textIn(sheet, [t.language])
  const other = beside && sheet.texts[beside]
  return (
    <>
      {!mayGoHome && (
        <p class="naast-sheet__stays">
          <strong>{t('sheet.stays')}.</strong> {t('sheet.stays-hint')}
        </p>
      )}
      <p class="naast-sheet__pictures">
        {sheet.pictograms.map((name) => (
          <Picture key={name} name={name} />
        ))}
      </p>
      <div class="naast-sheet">
        {own && <Telling t={t} language={own.language} text={own.text} />}
        {beside && other && <Telling t={t} language={beside} text={other} />}
      </div>
    </>
  )
}

/** For whoever stands beside her; on no paper, and apart from what lies on the table. */
export const WatchFor = ({ t, sheet }: { t: T; sheet: ConversationSheet }) => {
  const own = textIn(sheet, [t.language])
  return (
    own && (
      <Notice title={t('sheet.watch-for')}>
        <ul class="naast-list">
          {own.text.watchFor.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Text quiet>{t('sheet.watch-for-hint')}</Text>
      </Notice>
    )
  )
}

/** In which languages it can be seen, and which still wait for somebody who speaks them. */
export const Languages = ({
  t,
  shown: { sheet, beside },
  href,
}: {
  t: T
  shown: ShownSheet
  href: (beside: SheetLanguage | null) => string
}) => {
  const others = sheetLanguages.filter((language) => language !== t.language)
  const awaiting = others.filter((language) => !sheet.texts[language])
  return (
    <nav class="naast-no-print" aria-label={t('sheet.language')}>
      <ul class="naast-list naast-list--row">
        {[null, ...others.filter((language) => sheet.texts[language])].map((language) => (
          <li key={language ?? 'none'}>
            {language === beside ? (
              <strong aria-current="true">{besideName(t, language)}</strong>
            ) : (
              <Link href={href(language)}>{besideName(t, language)}</Link>
            )}
          </li>
        ))}
      </ul>
      {awaiting.length > 0 && (
        <Text quiet>
          {t('sheet.awaiting', { languages: awaiting.map((one) => t.languageName(one)).join(', ') })}
        </Text>
      )}
    </nav>
  )
}
const besideName = (t: T, language: SheetLanguage | null): string =>
  language ? `${t('sheet.beside')} ${t.languageName(language)}` : t('sheet.beside-none')
