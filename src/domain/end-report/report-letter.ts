import type { Handed, HandedGoal } from '#domain/end-report/hand-over.ts'

/** A piece of a letter: our own words, or what somebody typed and the gate looks at. */
export interface Piece {
  readonly text: string
  readonly typed: boolean
}
export type LetterLanguage = 'nl' | 'en'

const words = {
  nl: {
    about: 'Over: ',
    approved: 'Eindverslag van ',
    unknownReview: 'Haar plan is niet samen bekeken.',
    reviewed: 'Haar plan is voor het laatst samen bekeken op ',
    goals: 'Haar doelen',
    goal: 'Doel',
    reached: 'bereikt',
    partly: 'deels bereikt',
    not: 'niet bereikt',
    unknown: 'niet bekend',
    letGo: 'losgelaten',
    expected: 'Zij is tevreden als: ',
    hers: 'Zij zegt: ',
    coach: 'De coach zegt: ',
    open: 'Nog te doen, uiterlijk ',
    whole: 'Terugblik',
    after: 'Hoe het verdergaat',
    takesOver: 'Wie het overneemt: ',
    grid: 'Hoeveel tegenslagen er speelden, eerst en nu',
    noCount: 'niet bekend',
    around: 'Wie er om haar heen staan',
  },
  en: {
    about: 'About: ',
    approved: 'End report of ',
    unknownReview: 'Her plan was not looked at together.',
    reviewed: 'Her plan was last looked at together on ',
    goals: 'Her goals',
    goal: 'Goal',
    reached: 'reached',
    partly: 'partly reached',
    not: 'not reached',
    unknown: 'not known',
    letGo: 'let go',
    expected: 'She is content when: ',
    hers: 'She says: ',
    coach: 'The coach says: ',
    open: 'Still to do, by ',
    whole: 'Looking back',
    after: 'How it goes on',
    takesOver: 'Who takes over: ',
    grid: 'How many adversities there were, first and now',
    noCount: 'not known',
    around: 'Who is around her',
  },
} as const

const successorWords = {
  nl: {
    midwife: 'de verloskundige',
    jgz: 'het consultatiebureau (JGZ)',
    gp: 'de huisarts',
    neighbourhood_team: 'het wijkteam',
    maternity_care: 'de kraamzorg',
    school: 'school of opvang',
    other: 'iemand anders',
    nobody: 'niemand: het is klaar',
  },
  en: {
    midwife: 'the midwife',
    jgz: 'youth health care',
    gp: 'the GP',
    neighbourhood_team: 'the neighbourhood team',
    maternity_care: 'maternity care',
    school: 'school or day care',
    other: 'somebody else',
    nobody: 'nobody: it is done',
  },
} as const satisfies Record<LetterLanguage, Record<NonNullable<Handed['takesOver']>, string>>

/** The plain letter for who has no FHIR: the same things as the file, in sentences. A line each; days as they are written. */
export function letterOf(handed: Handed, language: LetterLanguage, day: (iso: string) => string): Piece[] {
  const say = words[language]
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
    ours(`${say.approved}${day(handed.approvedOn)}\n`),
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
      ...goal.actions.flatMap(({ words: typed, byDay }) => line(`   ${say.open}${day(byDay)}: `, typed)),
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
