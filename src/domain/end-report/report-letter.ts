import type { Handed, HandedGoal } from '#domain/end-report/hand-over.ts'
import {
  doerWords,
  type LetterLanguage,
  letterWords,
  successorWords,
} from '#domain/end-report/letter-words.ts'

/** A piece of a letter: our own words, or what somebody typed and the gate looks at. */
export interface Piece {
  readonly text: string
  readonly typed: boolean
}

/** The plain letter for who has no FHIR: the same things as the file, in sentences. A line each; days as `day` writes them. */
export function letterOf(handed: Handed, language: LetterLanguage, day: (iso: string) => string): Piece[] {
  const say = letterWords[language]
  const ours = (text: string): Piece => ({ text, typed: false })
  /** A line of ours and what was typed; nothing where nothing was typed. */
  const line = (text: string, typed: string | null): Piece[] =>
    typed ? [ours(text), { text: typed, typed: true }, ours('\n')] : []
  const head = (text: string, there: boolean): Piece[] => (there ? [ours(`\n${text}\n`)] : [])
  const outcomeOf = ({ letGo, outcome }: HandedGoal) => (letGo ? say.letGo : say[outcome ?? 'unknown'])
  const count = (number: number | null) => number ?? say.noCount
  const { goals, hers, coach, goesOn, takesOver, grid, around } = handed
  return [
    ...line(say.about, handed.name),
    ours(`${say.approved[handed.kind]}${day(handed.approvedOn)}\n`),
    ...(goals.length > 0
      ? [ours(`${handed.reviewedOn ? `${say.reviewed}${day(handed.reviewedOn)}.` : say.unknownReview}\n`)]
      : []),
    ...head(say.goals, goals.length > 0),
    ...goals.flatMap((goal, at) => [
      ours(`${at + 1}. ${goal.about?.[language] ?? say.goal}: ${outcomeOf(goal)}\n`),
      ...line('   ', goal.words),
      ...line(`   ${say.expected}`, goal.expected),
      ...line(`   ${say.hers}`, goal.hers),
      ...line(`   ${say.coach}`, goal.coach),
      ...goal.actions.flatMap(({ words, doer, byDay }) =>
        line(`   ${say.open}${day(byDay)} (${doerWords[language][doer]}): `, words),
      ),
    ]),
    ...head(say.whole, hers !== null || coach !== null),
    ...line(say.hers, hers),
    ...line(say.coach, coach),
    ...head(say.after, goesOn !== null || takesOver !== null),
    ...line('', goesOn),
    ...(takesOver ? [ours(`${say.takesOver}${successorWords[language][takesOver]}\n`)] : []),
    ...head(say.grid, grid.length > 0),
    ...grid.map(({ about, first, last }) => ours(`${about[language]}: ${count(first)} → ${count(last)}\n`)),
    ...head(say.around, around.length > 0),
    ...around.flatMap(({ role, organisation }) =>
      organisation ? line(`${role[language]}: `, organisation) : [ours(`${role[language]}\n`)],
    ),
  ]
}
