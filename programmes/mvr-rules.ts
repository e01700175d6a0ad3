import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import { neighbourhoodTeam, prenatalHomeVisit } from './elsewhere.ts'
import { genericRules } from './generic-rules.ts'

const domain = (fact: string, nl: string, en: string) => ({ fact, label: { nl, en } })

/** Domains of life, as a list to choose from (domain.md 7.9); the study's own list was not found. */
export const lifeDomains = [
  domain('adversityMoney', 'Geld en schulden', 'Money and debts'),
  domain('adversityHousing', 'Wonen', 'Housing'),
  domain('adversityWork', 'Werk en opleiding', 'Work and education'),
  {
    ...domain('adversityBody', 'Lichamelijke gezondheid en zwangerschap', 'Physical health and pregnancy'),
    quietLabel: { nl: 'Lichamelijke gezondheid', en: 'Physical health' },
  },
  domain('adversityMind', 'Psychische gezondheid', 'Mental health'),
  domain('adversityAddiction', 'Verslaving', 'Addiction'),
  { ...domain('adversitySafety', 'Relaties en veiligheid', 'Relations and safety'), staysHere: true },
  domain('adversityNetwork', 'Mensen om haar heen', 'People around her'),
  { ...domain('adversityParenting', 'Opvoeden en kinderen', 'Parenting and children'), ofChild: true },
  domain('adversityPapers', 'Papieren en rechten', 'Papers and rights'),
  domain('adversityHousehold', 'Voor zichzelf en het huishouden zorgen', 'Self-care and household'),
  domain('adversityLanguage', 'Taal en digitale vaardigheden', 'Language and digital skills'),
] as const

export const mvrFacts: ProgrammeDefinitionInput['facts'] = [
  {
    name: 'livesInRotterdam',
    type: { kind: 'yes_no' },
    question: { nl: 'Woont ze in Rotterdam?', en: 'Does she live in Rotterdam?' },
    hint: { nl: 'Ook als ze geen vast adres heeft.', en: 'Also if she has no fixed address.' },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'inferred',
  },
  ...lifeDomains.map(({ fact, label }): ProgrammeDefinitionInput['facts'][number] => ({
    name: fact,
    type: { kind: 'number', min: 0, max: 5 },
    question: {
      nl: `${label.nl}: hoeveel tegenslagen spelen er?`,
      en: `${label.en}: how many adversities are there?`,
    },
    hint: {
      nl: '0 als er niets speelt. Laat leeg wat je niet weet.',
      en: '0 if there are none. Leave empty what you don’t know.',
    },
    askedOf: ['mother', 'coordinator'],
    prov: 'proposal',
  })),
]

export const mvrEligibility: ProgrammeDefinitionInput['eligibility'] = [
  {
    id: 'mv-i1',
    kind: 'include',
    // The limit is at the referral, to the day (36+0): who waits for her intake does not lose her place by it.
    when: 'pregnantAtReferral and gestationalWeeksAtReferral <= 36',
    label: {
      nl: 'Ze was bij de aanmelding zwanger, hoogstens 36 weken',
      en: 'She was pregnant at the referral, at most 36 weeks',
    },
    notMet: {
      nl: 'Ze was bij de aanmelding langer dan 36 weken zwanger, of haar kind was er al',
      en: 'She was more than 36 weeks pregnant at the referral, or her child was born',
    },
    exception: {
      code: 'after_36_weeks',
      label: {
        nl: 'Na 36 weken of na de geboorte beslist het aanmeldpunt; schrijf op waarom.',
        en: 'After 36 weeks or after the birth the desk decides; write down why.',
      },
      decidedBy: 'coordinator',
      prov: 'proposal',
    },
    redirect: [neighbourhoodTeam],
    prov: 'opened_source',
    ref: 'S42',
  },
  {
    id: 'mv-i2',
    kind: 'include',
    when: 'adversityCount >= 3 and lifeDomainsAffected >= 2',
    label: {
      nl: 'Er zijn minstens drie tegenslagen, verdeeld over twee of meer levensgebieden',
      en: 'There are at least three adversities over two or more domains of life',
    },
    notMet: {
      nl: 'Er zijn minder dan drie tegenslagen, of ze liggen op één levensgebied',
      en: 'There are fewer than three adversities, or they lie in one domain of life',
    },
    redirect: [neighbourhoodTeam, prenatalHomeVisit],
    prov: 'opened_source',
    ref: 'S41',
  },
  {
    id: 'mv-i3',
    kind: 'include',
    when: 'livesInRotterdam',
    label: { nl: 'Ze woont in Rotterdam', en: 'She lives in Rotterdam' },
    notMet: { nl: 'Ze woont niet in Rotterdam', en: 'She does not live in Rotterdam' },
    redirect: [neighbourhoodTeam],
    prov: 'inferred',
  },
]

/** What to watch while it runs (domain.md 6.5). */
export const mvrFidelity: ProgrammeDefinitionInput['fidelity'] = [
  {
    id: 'MV-F1',
    when: 'daysReferralToIntakeContact > 14',
    severity: 'breach',
    owner: 'manager',
    message: {
      nl: 'Meer dan twee weken tussen aanmelding en contact voor de intake',
      en: 'More than two weeks between referral and contact for the intake',
    },
    prov: 'opened_source',
    ref: 'S49',
  },
  {
    id: 'MV-F2',
    when: 'not closed and daysSinceLastContact > 1.5 * phaseCadence',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'Anderhalf keer zo lang geen contact als in deze fase past',
      en: 'No contact for one and a half times as long as fits this phase',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F3',
    when: 'not closed and ((daysSinceIntake > 28 and not actionPlan) or (actionPlan and daysSincePlanReview > 91))',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'Vier weken na de intake geen plan, of het plan is drie maanden niet bekeken',
      en: 'No plan four weeks after intake, or the plan has not been looked at for three months',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F4',
    when: 'daysDiaryWaiting > 28',
    severity: 'info',
    owner: 'coordinator',
    message: {
      nl: 'Het dagboek is na vier weken nog niet begonnen',
      en: 'The diary has not been begun after four weeks',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F5',
    when: 'not closed and requiredCareMissing',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'Niet bekend wie haar verloskundige of jeugdverpleegkundige is',
      en: 'Not known who her midwife or youth nurse is',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F6',
    when: 'not closed and daysSinceAdversityGrid > 182',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'De levensgebieden zijn een half jaar niet opnieuw bekeken',
      en: 'The domains of life have not been looked at again for half a year',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F7',
    when: 'not closed and phaseOverdue',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'Deze fase duurt langer dan bedoeld: kijk samen wat er nodig is',
      en: 'This phase takes longer than meant: look together at what is needed',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F8',
    when: 'closed and childAgeMonths < 24 and not handover',
    severity: 'warn',
    owner: 'manager',
    message: {
      nl: 'Gestopt voor de tweede verjaardag, zonder overdracht',
      en: 'Stopped before the second birthday, without a handover',
    },
    prov: 'proposal',
  },
  {
    id: 'MV-F9',
    when: 'workerChanges > 2',
    severity: 'info',
    owner: 'manager',
    message: { nl: 'Ze kreeg al drie keer een andere coach', en: 'She has had another coach three times' },
    prov: 'proposal',
  },
  {
    id: 'MV-F10',
    when: 'daysSinceRedirect > 30 and not verifiedStarted',
    severity: 'breach',
    owner: 'coordinator',
    message: {
      nl: 'Dertig dagen na doorverwijzen niet gevraagd of de hulp begon',
      en: 'Thirty days after redirecting nobody asked whether help had started',
    },
    prov: 'opened_source',
    ref: 'S49',
  },
  {
    id: 'MV-F11',
    when: 'daysSinceBirth > 14 and not childAdded',
    severity: 'info',
    owner: 'coordinator',
    message: {
      nl: 'Het kind is twee weken geleden geboren en staat er nog niet bij',
      en: 'The child was born two weeks ago and has not been added yet',
    },
    prov: 'proposal',
  },
  ...genericRules,
]
