import { hasTexts, withTexts } from '#domain/instrument/instrument-texts.ts'
import { asQuestions } from '#domain/instrument/shelf-questions.ts'
import type { Work } from '#usecases/context.ts'
import { loadedTexts } from '#usecases/instrument/loaded-texts.ts'
import type { Questionnaire } from '#usecases/measure/questionnaire-of.ts'

/**
 * The same questionnaires, with the texts that a holder of the licence loaded where Naast may give none: in this language
 * if they are there in it, else in Dutch, else in the first there is. For pages that ask; what goes out as a file goes
 * by the shelf, and has none.
 */
export async function withLoadedTexts<Asked extends Questionnaire>(
  work: Work,
  asked: readonly Asked[],
  language: string,
): Promise<{ readonly questionnaires: readonly Asked[]; readonly languages: readonly string[] }> {
  const texts = await loadedTexts(
    work,
    asked.flatMap(({ shelf }) => (shelf && !hasTexts(shelf) ? [shelf] : [])),
  )
  const languages = new Set<string>()
  const questionnaires = asked.map((one): Asked => {
    const there = one.shelf ? texts(one.shelf) : []
    for (const each of there) languages.add(each.language)
    const chosen =
      there.find((each) => each.language === language) ??
      there.find((each) => each.language === 'nl') ??
      there[0]
    if (!one.shelf || !chosen) return one
    const shelf = withTexts(one.shelf, chosen.language, chosen.texts)
    return { ...one, shelf, instrument: asQuestions(shelf) }
  })
  return { questionnaires, languages: [...languages].toSorted() }
}
