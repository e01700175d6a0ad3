import type { Handed } from '#domain/end-report/hand-over.ts'
import type { Doer } from '#domain/plan/plan.ts'

export type LetterLanguage = 'nl' | 'en'

/** Our own words in a letter and in a file that goes in its place. */
export const letterWords = {
  nl: {
    title: { plan: 'Haar plan', 'end-report': 'Eindverslag' },
    about: 'Over: ',
    approved: { plan: 'Haar plan, goedgekeurd op ', 'end-report': 'Eindverslag van ' },
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
    title: { plan: 'Her plan', 'end-report': 'End report' },
    about: 'About: ',
    approved: { plan: 'Her plan, approved on ', 'end-report': 'End report of ' },
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

export const successorWords = {
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

export const doerWords = {
  nl: { mother: 'zijzelf', worker: 'de coach', party: 'een ander' },
  en: { mother: 'she herself', worker: 'the coach', party: 'somebody else' },
} as const satisfies Record<LetterLanguage, Record<Doer, string>>
