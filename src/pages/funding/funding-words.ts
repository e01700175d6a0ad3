import { decimal } from '#pages/outcome/decimal.ts'
import type { T } from '#pages/words/words.ts'
import type { SubsidyStatementPage } from '#usecases/funding/read-subsidy-statement.ts'

type Statement = NonNullable<SubsidyStatementPage['statement']>

/** A share as it was agreed: `60 %`, `33,33 %`. */
export const shareWords = (t: T, hundredths: number): string =>
  `${decimal(t, hundredths / 100, hundredths % 100 === 0 ? 0 : 2)} %`
/** Hours of minutes with one decimal, as in the statement. */
export const hoursWords = (t: T, minutes: number): string => decimal(t, Math.round(minutes / 6) / 10)
/** Hidden is said in a word: that few people made them doesn't make the hours few. */
const tenthsWords = (t: T, tenths: number | null): string =>
  tenths === null ? t('funding.hidden') : decimal(t, tenths / 10)

/** The statement row by row, as it stands on the page and in a file: a column for each fund, and the whole. */
export function wordsOfStatement(t: T, { programme, lines, together, undivided }: Statement) {
  const columns = programme.funders.map(({ label }) => label[t.language])
  const shown = undivided ? columns.length + 1 : columns.length
  const row = (name: string, { whole, parts }: Pick<(typeof lines)[number], 'whole' | 'parts'>) => [
    name,
    ...parts.slice(0, shown).map((part) => tenthsWords(t, part)),
    tenthsWords(t, whole),
  ]
  return {
    heads: [
      t('funding.what'),
      ...columns,
      ...(undivided ? [t('funding.undivided')] : []),
      t('figures.total'),
    ],
    body: [
      ...lines.map((line) => row(t(`funding.line.${line.id}`), line)),
      row(t('funding.hours-together'), together),
    ],
  }
}
