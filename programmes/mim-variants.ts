import { defineProgramme } from '#domain/programme/check-definition.ts'
import { childCentre, homeVisiting } from './elsewhere.ts'
import { to18Months } from './mim.ts'
import { mimFacts, mimFidelity, moreThanAVolunteerGives } from './mim-rules.ts'
import { inferred, openedSource, proposal, sourceText, toConfirm } from './sourced.ts'

/** The method as NIZW described it in 2004: eighteen monthly visits, its own words, 44 picture stories (domain.md 0.3). */
export const mimNizw2004 = defineProgramme({
  ...to18Months,
  id: 'mim-nizw-2004',
  variantOf: 'mim-nl-18m',
  variantLabel: { nl: 'NIZW 2004, achttien bezoeken', en: 'NIZW 2004, eighteen visits' },
  owner: 'NIZW (nu Families Foundation)',
  terms: {
    ...to18Months.terms,
    mother: { nl: 'programmamoeder', en: 'programme mother' },
    worker: { nl: 'bezoekmoeder', en: 'visiting mother' },
    workers: { nl: 'bezoekmoeders', en: 'visiting mothers' },
  },
  contacts: to18Months.contacts && {
    ...to18Months.contacts,
    min: openedSource(18, 'S21'),
    max: openedSource(18, 'S21'),
    cadenceDays: openedSource(30, 'S21'),
    // How long a visit takes is only known from later descriptions.
    minutes: toConfirm({ min: 60, max: 90 }, 'NJi'),
  },
  endRule: toConfirm('childAgeMonths >= 18', 'NJi'),
  materials: [
    ...(to18Months.materials ?? []).filter(({ id }) => id !== 'picture_stories'),
    {
      id: 'picture_stories',
      kind: 'picture_stories',
      label: { nl: 'beeldverhalen', en: 'picture stories' },
      licence: 'owner',
      select: { by: 'always' },
      pieces: openedSource(44, 'S21'),
      prov: 'opened_source',
      ref: 'S21',
    },
  ],
  fidelity: mimFidelity(18, 18),
  completion: proposal('visitsDone >= 18 or (childAgeMonths >= 18 and visitsDone >= 12)'),
})

const subjects = [
  {
    id: 'vaccination',
    label: { nl: 'Het belang van vaccinatie', en: 'Why vaccination matters' },
    prov: 'source_text',
    ref: 'VGZ',
  },
  {
    id: 'raising_in_two_cultures',
    label: { nl: 'Opvoeden in twee culturen', en: 'Raising children in two cultures' },
    prov: 'source_text',
    ref: 'VGZ',
  },
  {
    id: 'setting_limits',
    label: { nl: 'Grenzen stellen', en: 'Setting limits' },
    prov: 'source_text',
    ref: 'VGZ',
  },
] as const

const asked = new Set(['insecure', 'lowSupport', 'multipleSeriousProblems', 'currentPartnerViolence'])

/** MIM Den Haag: from pregnancy to the fourth birthday, at home and in groups (domain.md 6.4). */
export const mimDenHaag = defineProgramme({
  ...to18Months,
  id: 'mim-denhaag-48m',
  variantOf: 'mim-nl-18m',
  label: { nl: 'Moeders informeren Moeders Den Haag', en: 'Mothers Inform Mothers The Hague' },
  variantLabel: { nl: 'zwanger tot 4 jaar, met groepen', en: 'pregnancy to 4 years, with groups' },
  consents: [...to18Months.consents, { code: 'C-12', moment: 'later', need: 'offered', prov: 'proposal' }],
  summary: {
    nl: 'Een ervaren moeder komt minstens een keer per maand bij een vrouw die zwanger is of een kind tot 4 jaar heeft. Er zijn ook groepen.',
    en: 'An experienced mother visits at least once a month a woman who is pregnant or has a child under 4. There are groups as well.',
  },
  owner: 'Gemeente Den Haag',
  shape: sourceText('mixed', 'VGZ'),
  facts: mimFacts
    .filter(({ name }) => asked.has(name))
    .map((fact) =>
      fact.name === 'insecure' || fact.name === 'lowSupport'
        ? { ...fact, prov: 'source_text', ref: 'VGZ' }
        : fact,
    ),
  eligibility: [
    {
      id: 'dh-i1',
      kind: 'include',
      when: 'pregnant or (childAgeMonths >= 0 and childAgeMonths < 48)',
      label: {
        nl: 'Ze is zwanger of haar kind is nog geen 4 jaar',
        en: 'She is pregnant or her child is not yet 4 years old',
      },
      notMet: { nl: 'Haar kind is 4 jaar of ouder', en: 'Her child is 4 years or older' },
      redirect: [childCentre, homeVisiting],
      prov: 'source_text',
      ref: 'VGZ',
    },
    {
      id: 'dh-i2',
      kind: 'include',
      when: 'insecure or lowSupport',
      label: {
        nl: 'Ze is onzeker over opvoeden of mist steun om zich heen',
        en: 'She is unsure about raising her child or lacks support around her',
      },
      notMet: {
        nl: 'Ze zoekt niet wat dit programma biedt',
        en: 'She is not looking for what this programme offers',
      },
      redirect: [childCentre],
      prov: 'source_text',
      ref: 'VGZ',
    },
    // Nothing in The Hague's own text; taken over from the national method until its owner says.
    { ...moreThanAVolunteerGives, prov: 'to_confirm' },
  ],
  matching: to18Months.matching && {
    ...to18Months.matching,
    hard: [
      { criterion: 'shared_language', prov: 'source_text', ref: 'VGZ' },
      ...to18Months.matching.hard.slice(1),
    ],
  },
  contacts: to18Months.contacts && {
    ...to18Months.contacts,
    min: sourceText(null, 'VGZ'),
    max: sourceText(null, 'VGZ'),
    cadenceDays: sourceText(30, 'VGZ'),
    minutes: inferred({ min: 60, max: 90 }, 'NJi'),
    modes: sourceText(['home', 'outing', 'phone', 'online', 'group'], 'VGZ'),
  },
  group: {
    open: sourceText(true, 'VGZ'),
    sizeMin: proposal(4),
    sizeMax: proposal(20),
    sessions: sourceText(null, 'VGZ'),
    sessionMinutes: toConfirm(120),
    cadenceDays: sourceText(7, 'VGZ'),
    cadenceChoices: sourceText([7, 30], 'VGZ'),
    facilitators: toConfirm(1),
    sessionPlan: [...subjects],
  },
  workerSessions: [...subjects],
  endRule: sourceText('childAgeMonths >= 48', 'VGZ'),
  reviews: [
    {
      id: 'trajectory',
      label: {
        nl: 'Samen kijken hoe het gaat en of ze doorgaat',
        en: 'Looking together at how it goes and whether she goes on',
      },
      everyDays: proposal(182),
      owner: 'coordinator',
      prov: 'proposal',
    },
  ],
  outcomes: [
    {
      id: 'parenting_confidence_up',
      ofChild: true,
      label: { nl: 'Meer zelfvertrouwen als moeder', en: 'More confidence as a mother' },
      prov: 'source_text',
      ref: 'VGZ',
    },
    {
      id: 'network_up',
      label: { nl: 'Een groter netwerk', en: 'A larger network' },
      prov: 'source_text',
      ref: 'VGZ',
    },
    {
      id: 'less_expert_dependent',
      label: { nl: 'Minder afhankelijk van deskundigen', en: 'Less dependent on experts' },
      prov: 'source_text',
      ref: 'VGZ',
    },
  ],
  // Without a number of visits, nothing can be said about too few; the rest is the national method's.
  fidelity: [
    ...mimFidelity(48).filter(({ id }) => id !== 'MI-F1' && id !== 'MI-F3'),
    {
      id: 'MI-F1',
      when: 'not closed and daysSinceLastContact > 37 and not (daysSinceGroupAttendance <= 37)',
      severity: 'warn',
      owner: 'coordinator',
      message: { nl: 'Al meer dan 37 dagen geen contact', en: 'No contact for more than 37 days' },
      prov: 'proposal',
    },
    {
      id: 'DH-F1',
      when: 'not closed and daysSinceLastContact > 37 and daysSinceGroupAttendance <= 37',
      severity: 'info',
      owner: 'coordinator',
      message: {
        nl: 'Al meer dan 37 dagen geen bezoek; ze komt wel in de groep',
        en: 'No visit for more than 37 days; she does come to the group',
      },
      prov: 'proposal',
    },
    {
      id: 'DH-F2',
      when: 'not closed and weeksSinceStart > 104 and daysSinceReview > 182',
      severity: 'warn',
      owner: 'coordinator',
      message: {
        nl: 'Langer dan twee jaar bezig en niet samen bekeken',
        en: 'Running for more than two years and not looked at together',
      },
      prov: 'proposal',
    },
    {
      id: 'DH-F3',
      when: 'daysPastDue > 21',
      severity: 'info',
      owner: 'coordinator',
      message: {
        nl: 'Drie weken na de uitgerekende dag is er nog geen geboorte bekend. Vraag het voorzichtig: het kan een verlies zijn.',
        en: 'Three weeks after the due day no birth is known. Ask gently: it may be a loss.',
      },
      prov: 'proposal',
    },
    {
      id: 'DH-F4',
      when: 'groupFacilitators < 1',
      severity: 'warn',
      owner: 'coordinator',
      message: { nl: 'Voor deze groep staat geen begeleider', en: 'Nobody is down to lead this group' },
      prov: 'proposal',
    },
  ],
  completion: toConfirm('visitsDone >= 1 and (childAgeMonths >= 48 or goalsMet)'),
  funders: [
    {
      id: 'gemeente_den_haag',
      label: { nl: 'Gemeente Den Haag', en: 'Municipality of The Hague' },
      kind: 'municipality',
      gets: 'aggregates',
      prov: 'source_text',
      ref: 'VGZ',
    },
    {
      id: 'vgz',
      label: { nl: 'Coöperatie VGZ', en: 'VGZ (health insurer)' },
      kind: 'insurer',
      gets: 'aggregates',
      prov: 'source_text',
      ref: 'VGZ',
    },
  ],
})
