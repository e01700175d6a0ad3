import {
  type SheetContent,
  type SheetLanguage,
  type SheetMoment,
  type SheetText,
  sheetLanguages,
  textIn,
  writtenFromRight,
} from '#domain/conversation-sheet/conversation-sheet.ts'
import { type Pictogram, pictograms } from '#domain/conversation-sheet/pictogram.ts'
import { memberLanguages } from '#domain/member/language.ts'
import { Heading, Link, Notice, Text } from '#pages/look/parts.tsx'
import { type T, wordsIn } from '#pages/words/words.ts'

/** A sheet as it stands on a page: in the reader's language, and beside it in another. */
export interface ShownSheet {
  readonly sheet: SheetContent
  readonly beside: SheetLanguage | null
  readonly mayGoHome: boolean
}

/** The language beside the reader's: the one that was asked for, or the first of hers in which the sheet was written. */
export function languageBeside(
  { texts }: Pick<SheetContent, 'texts'>,
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

export const Picture = ({ name }: { name: Pictogram }) => (
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
    <PartHeading t={t} language={language} text={text} part="openings" />
    <ul>
      {text.openings.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <PartHeading t={t} language={language} text={text} part="help" />
    <ul>
      {text.help.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </article>
)

/** A part's heading as its writer calls it, in the sheet's language if pages speak it, or else as the reader's own word. */
const PartHeading = ({
  t,
  language,
  text,
  part,
}: {
  t: T
  language: SheetLanguage
  text: SheetText
  part: 'openings' | 'help'
}) => {
  const spoken = memberLanguages.find((one) => one === language)
  const own = text.headings?.[part] ?? (spoken && wordsIn(spoken)(`sheet.${part}`))
  return <Heading level={3}>{own ?? <span lang={t.language}>{t(`sheet.${part}`)}</span>}</Heading>
}

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
export const WatchFor = ({ t, sheet }: { t: T; sheet: Pick<SheetContent, 'texts'> }) => {
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
      {Object.entries(sheet.awaits ?? {}).map(([language, who]) => (
        <Text key={language}>
          {t('sheet.awaits-review', { language: t.languageName(language), who: who ?? '' })}
        </Text>
      ))}
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
