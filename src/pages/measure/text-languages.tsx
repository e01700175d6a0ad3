import { writtenFromRight } from '#domain/conversation-sheet/conversation-sheet.ts'
import { Link } from '#pages/look/parts.tsx'
import type { StaffRequest } from '#pages/page.ts'
import type { T } from '#pages/words/words.ts'

/** The language in which the texts of a holder are wanted: as chosen, else the page's own. */
export const textsIn = ({ query, t }: StaffRequest): string =>
  query.get('texts')?.slice(0, longest) ?? t.language
const longest = 8

/** From right to left, where a language is written so. */
export const directionOf = (language: string | null): 'rtl' | undefined =>
  writtenFromRight.some((one) => one === language) ? 'rtl' : undefined

export function addressWith(path: string, query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** Where a holder's texts are here in more than one language: the way to each. */
export const TextLanguages = ({
  t,
  languages,
  addressIn,
}: {
  t: T
  languages: readonly string[]
  addressIn: (language: string) => string
}) =>
  languages.length < 2 ? null : (
    <p class="naast-actions">
      {t('measure.texts-in')}{' '}
      {languages.map((language) => (
        <Link key={language} href={addressIn(language)}>
          {t.languageName(language)}
        </Link>
      ))}
    </p>
  )
