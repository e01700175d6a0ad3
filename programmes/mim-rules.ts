import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import { commonReason } from './closure-reasons.ts'
import { childCentre, homeVisiting, mentorMother, neighbourhoodTeam, veiligThuisAgency } from './elsewhere.ts'
import { genericRules } from './generic-rules.ts'

/** What intake asks to decide. Asked in her own words, never as a test. */
export const mimFacts: ProgrammeDefinitionInput['facts'] = [
  {
    name: 'firstChild',
    type: { kind: 'yes_no' },
    question: { nl: 'Is het haar eerste kind?', en: 'Is it her first child?' },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'NJi',
  },
  {
    name: 'everydayQuestions',
    type: { kind: 'yes_no' },
    question: {
      nl: 'Heeft ze alledaagse vragen over opvoeden en verzorgen?',
      en: 'Does she have everyday questions about raising and caring for her child?',
    },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'NJi',
  },
  {
    name: 'insecure',
    type: { kind: 'yes_no' },
    question: { nl: 'Is ze onzeker als moeder?', en: 'Is she unsure of herself as a mother?' },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'opened_source',
    ref: 'S22',
  },
  {
    name: 'lowSupport',
    type: { kind: 'yes_no' },
    question: {
      nl: 'Krijgt ze weinig steun van mensen om haar heen?',
      en: 'Does she get little support from people around her?',
    },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'NJi',
  },
  {
    name: 'childNeedsExtraCare',
    type: { kind: 'yes_no' },
    question: { nl: 'Heeft haar kind extra zorg nodig?', en: 'Does her child need extra care?' },
    hint: {
      nl: 'Bijvoorbeeld met slapen, eten of huilen, na een couveuse, bij een tweeling of een beperking.',
      en: 'For example with sleeping, eating or crying, after an incubator, with twins or a disability.',
    },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'opened_source',
    ref: 'S22',
  },
  {
    name: 'multipleSeriousProblems',
    type: { kind: 'yes_no' },
    question: {
      nl: 'Spelen er meerdere ernstige problemen tegelijk?',
      en: 'Are there several serious problems at the same time?',
    },
    hint: {
      nl: 'Zoals schulden, geen vaste plek om te wonen, verslaving of ernstige psychische klachten.',
      en: 'Such as debts, no settled home, addiction or serious mental health problems.',
    },
    askedOf: ['referrer', 'coordinator'],
    prov: 'inferred',
  },
  {
    name: 'currentPartnerViolence',
    type: { kind: 'yes_no' },
    question: {
      nl: 'Is er nu geweld of dwang door haar partner of ex-partner?',
      en: 'Is there violence or coercion by her partner or ex-partner now?',
    },
    hint: {
      nl: 'Vraag dit alleen als ze alleen is. Weet je het niet zeker, kies dan ‘niet bekend’.',
      en: 'Only ask when she is alone. If you are not sure, choose ‘not known’.',
    },
    askedOf: ['referrer', 'coordinator'],
    prov: 'inferred',
  },
]

/** Where a volunteer is not enough, or not safe. */
export const moreThanAVolunteerGives = {
  id: 'mi-x1',
  kind: 'exclude',
  when: 'multipleSeriousProblems or currentPartnerViolence',
  label: {
    nl: 'Geen meerdere ernstige problemen en geen geweld door een partner',
    en: 'No combination of serious problems and no violence by a partner',
  },
  notMet: {
    nl: 'Er is meer nodig dan een vrijwilliger kan geven',
    en: 'More is needed than a volunteer can give',
  },
  redirect: [neighbourhoodTeam, mentorMother, veiligThuisAgency],
  prov: 'inferred',
} satisfies ProgrammeDefinitionInput['eligibility'][number]

/** For whom it is; the child's age limit is what the variants differ in. */
export const mimEligibility = (untilMonths: 18 | 24): ProgrammeDefinitionInput['eligibility'] => [
  {
    id: 'mi-i1',
    kind: 'include',
    when: 'firstChild',
    label: { nl: 'Het is haar eerste kind', en: 'It is her first child' },
    notMet: { nl: 'Het is niet haar eerste kind', en: 'It is not her first child' },
    exception: {
      code: 'second_or_later_child',
      label: {
        nl: 'Een moeder met een tweede of later kind mag meedoen als je opschrijft waarom.',
        en: 'A mother with a second or later child may take part if you write down why.',
      },
      prov: 'opened_source',
      ref: 'S22',
    },
    redirect: [homeVisiting, childCentre],
    prov: 'source_text',
    ref: 'NJi',
  },
  {
    id: 'mi-i2',
    kind: 'include',
    when: `childAgeMonths >= 0 and childAgeMonths < ${untilMonths}`,
    label: {
      nl: `Haar kind is geboren en nog geen ${untilMonths} maanden oud`,
      en: `Her child is born and not yet ${untilMonths} months old`,
    },
    notMet: {
      nl: `Haar kind is ${untilMonths} maanden of ouder`,
      en: `Her child is ${untilMonths} months or older`,
    },
    redirect: [childCentre, homeVisiting],
    ...(untilMonths === 18
      ? ({ prov: 'source_text', ref: 'NJi' } as const)
      : ({ prov: 'opened_source', ref: 'S24' } as const)),
  },
  {
    id: 'mi-i3',
    kind: 'include',
    when: 'everydayQuestions or insecure or lowSupport or childNeedsExtraCare',
    label: {
      nl: 'Ze heeft vragen, is onzeker, mist steun, of haar kind heeft extra zorg nodig',
      en: 'She has questions, is unsure, lacks support, or her child needs extra care',
    },
    notMet: {
      nl: 'Ze zoekt niet wat dit programma biedt',
      en: 'She is not looking for what this programme offers',
    },
    redirect: [childCentre],
    prov: 'source_text',
    ref: 'NJi',
  },
  moreThanAVolunteerGives,
]

/** What to watch while it runs (domain.md 6.3). Those that a contact's length or topics decide come with their facts. */
export const mimFidelity = (
  untilMonths: 18 | 24 | 48,
  minVisits: 16 | 18 = 16,
): ProgrammeDefinitionInput['fidelity'] => [
  {
    id: 'MI-F1',
    when: 'daysSinceLastContact > 37',
    severity: 'warn',
    owner: 'coordinator',
    message: { nl: 'Al meer dan 37 dagen geen contact', en: 'No contact for more than 37 days' },
    prov: 'proposal',
  },
  {
    id: 'MI-F2',
    when: 'visitsOutsideMinutes >= 3',
    severity: 'info',
    owner: 'coordinator',
    message: {
      nl: 'Drie bezoeken waren veel korter of langer dan bedoeld',
      en: 'Three visits were much shorter or longer than meant',
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F3',
    when: `ended and visitsDone < ${minVisits}`,
    severity: 'warn',
    owner: 'manager',
    message: {
      nl: `Afgelopen met minder dan ${minVisits} bezoeken`,
      en: `Ended with fewer than ${minVisits} visits`,
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F4',
    when: 'not worker.trainingValid or not worker.vogValid',
    severity: 'block',
    owner: 'coordinator',
    message: {
      nl: 'Training of VOG van de vrijwilliger ontbreekt of is verlopen',
      en: 'The volunteer’s training or VOG is missing or expired',
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F5',
    when: 'visitsWithoutTalkSheet >= 3',
    severity: 'info',
    owner: 'coordinator',
    message: {
      nl: 'Drie bezoeken achter elkaar zonder praatpapier',
      en: 'Three visits in a row without a talk sheet',
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F6',
    when: 'not languageShared and not interpreter',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'Ze delen geen taal en er is geen tolk',
      en: 'They share no language and there is no interpreter',
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F7',
    when: `childAgeMonths > ${untilMonths} and not extensionReason`,
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: `Het kind is ouder dan ${untilMonths} maanden: rond af of zoek een vervolg`,
      en: `The child is older than ${untilMonths} months: close or find what comes next`,
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F8',
    when: 'daysSinceCoordinatorTalk > 60',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'De coördinator sprak de vrijwilliger 60 dagen niet',
      en: 'The coordinator hasn’t spoken to the volunteer for 60 days',
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F9',
    when: 'openSignal and workdaysSinceSignal > 1',
    severity: 'breach',
    owner: 'coordinator',
    message: {
      nl: 'Een zorg van de vrijwilliger is na een werkdag nog niet beantwoord',
      en: 'A volunteer’s worry has not been answered within a working day',
    },
    prov: 'proposal',
  },
  {
    id: 'MI-F10',
    when: 'visitsDone >= 6 and not partnerContactRecorded',
    severity: 'info',
    owner: 'coordinator',
    message: {
      nl: 'Over de vader of partner is nog niets opgeschreven',
      en: 'Nothing has been noted yet about the father or partner',
    },
    prov: 'proposal',
  },
  ...genericRules,
]

/** How it ends; the first reasons to stop are those that the national figures count. */
export const mimClosureReasons: ProgrammeDefinitionInput['closureReasons'] = [
  commonReason('goals_met'),
  {
    id: 'end_age',
    ofChild: true,
    kind: 'completed',
    label: {
      nl: 'Afgerond: haar kind heeft de eindleeftijd',
      en: 'Completed: her child reached the end age',
    },
    prov: 'source_text',
    ref: 'NJi',
  },
  ...['no_longer_needed', 'moved', 'no_time', 'work_or_study'].map((id) =>
    commonReason(id, { prov: 'opened_source', ref: 'S22' }),
  ),
  {
    ...commonReason('no_match'),
    label: { nl: 'Geen passende vrijwilliger gevonden', en: 'No suitable volunteer found' },
  },
  ...['declined', 'referred_on', 'unsafe', 'unreachable', 'not_eligible', 'other'].map((id) =>
    commonReason(id),
  ),
]
