import { defineProgramme } from '#domain/programme/check-definition.ts'
import { commonClosureReasons } from './closure-reasons.ts'
import { evtEligibility, evtFacts, evtFidelity } from './evt-rules.ts'
import { casrSf, groupEvaluation, ofOthers } from './own-instruments.ts'
import { concernAnswer, redFlags, terrorSources } from './safety-facts.ts'
import { inferred, openedSource, proposal, sourceText, toConfirm } from './sourced.ts'
import { alsoKept } from './worker-terms.ts'

const theme = (id: string, nl: string, en: string) =>
  ({ id, label: { nl, en }, prov: 'opened_source', ref: 'S61' }) as const
const own = (id: string, nl: string, en: string) => ({ id, label: { nl, en }, prov: 'inferred' }) as const
const groupRule = (id: string, nl: string, en: string) =>
  ({ id, label: { nl, en }, prov: 'proposal' }) as const

const part = (id: string, minutes: number, nl: string, en: string) =>
  ({ id, label: { nl, en }, minutes: toConfirm(minutes) }) as const

/** "Een Veilig Thuis", the talk group for women; in code never by that name, which is the agency's (domain.md 6.6). */
export const evtGroup = defineProgramme({
  id: 'evt-group',
  version: '1.0.0',
  variantOf: null,
  label: { nl: 'Een Veilig Thuis, gespreksgroep', en: 'A Safe Home, talk group' },
  summary: {
    nl: 'Twaalf bijeenkomsten voor zes tot twaalf vrouwen die thuis te maken hebben met (dreiging van) partnergeweld. Daarnaast heeft ieder een eigen hulpverlener.',
    en: 'Twelve sessions for six to twelve women who live with partner violence or the threat of it. Each has a helper of her own beside it.',
  },
  owner: 'Scala en Charlois Welzijn, Rotterdam (2005)',
  sources: {
    M: { nl: 'beschrijving van de gespreksgroep (mei 2005)', en: 'description of the talk group (May 2005)' },
    S61: {
      nl: 'over het handboek (huiselijkgeweld.nl, 2005)',
      en: 'about the manual (huiselijkgeweld.nl, 2005)',
    },
    S90c: { nl: 'bewaartermijn Wmo (artikel 5.3.4)', en: 'retention under the Wmo (article 5.3.4)' },
    S96c: { nl: 'advies over de VOG (Jeugdwerk Limburg)', en: 'advice about the VOG (Jeugdwerk Limburg)' },
    ...terrorSources,
  },
  terms: {
    mother: { nl: 'deelneemster', en: 'participant' },
    worker: { nl: 'begeleider', en: 'facilitator' },
    workers: { nl: 'begeleiders', en: 'facilitators' },
    contact: { nl: 'bijeenkomst', en: 'session' },
    talkSheet: { nl: 'onderwerp', en: 'subject' },
    group: { nl: 'groep', en: 'group' },
    session: { nl: 'bijeenkomst', en: 'session' },
  },
  shape: sourceText('closed_group', 'M'),
  safety: {
    class: inferred('very_high'),
    safeContactMandatory: proposal(true),
    // Asked again at every meeting; one may be missed.
    reconfirmSafeContactDays: proposal(14),
    portal: proposal('off'),
    visitCheckIn: proposal('off'),
    screenAtIntake: sourceText(true, 'M'),
    rescreenEveryDays: proposal(28),
    kindcheck: proposal(true),
    redFlagSetId: 'intimate_terror',
    redFlags,
    redFlagReviewWorkdays: proposal(1),
    concernAnswer,
  },
  facts: evtFacts,
  eligibility: evtEligibility,
  referral: {
    allowedReferrers: inferred([
      'social_work',
      'neighbourhood_team',
      'veilig_thuis_agency',
      'womens_shelter',
      'gp',
    ]),
    selfReferral: inferred(true),
    firstContactWorkingDays: toConfirm(2),
    intakeDays: toConfirm(14),
    acuteSameDay: proposal(true),
    whenLate: proposal('coordinator'),
    feedbackMoments: proposal(['started', 'ended']),
  },
  consents: [
    { code: 'C-1', moment: 'referral', need: 'required', prov: 'proposal' },
    { code: 'C-2', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-3', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-4', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-5', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-6', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-7', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-9', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-11', moment: 'group_start', need: 'required', prov: 'proposal' },
  ],
  worker: {
    role: 'facilitator',
    label: { nl: 'begeleider uit het maatschappelijk werk', en: 'facilitator from social work' },
    isMother: toConfirm(false),
    count: sourceText(2, 'M'),
    gates: [
      {
        kind: 'qualification',
        label: { nl: 'maatschappelijk werker', en: 'social worker' },
        required: true,
        prov: 'source_text',
        ref: 'M',
      },
      {
        kind: 'training',
        label: { nl: 'getraind in het methodiekboek', en: 'trained in the manual' },
        required: true,
        prov: 'proposal',
      },
      {
        kind: 'vog',
        label: { nl: 'VOG gezien', en: 'certificate of conduct (VOG) seen' },
        required: true,
        validMonths: openedSource(36, 'S96c'),
        prov: 'proposal',
      },
      ...alsoKept,
    ],
  },
  phases: [],
  group: {
    open: proposal(false),
    sizeMin: sourceText(6, 'M'),
    sizeMax: sourceText(12, 'M'),
    sessions: sourceText(12, 'M'),
    sessionMinutes: sourceText(150, 'M'),
    sessionMinutesBetween: proposal({ min: 120, max: 180 }),
    cadenceDays: proposal(7),
    facilitators: sourceText(2, 'M'),
    closedAfterSession: proposal(2),
    reviewBelow: proposal(4),
    minAttendance: proposal(9),
    // No source says how a missed session is made up for, when she hears the place, or how the time is divided.
    makeUp: toConfirm({ withinDays: 21, counts: true }),
    placeToldDays: toConfirm(2),
    sessionParts: [
      part('arrival', 20, 'Aankomen, en hoe is het nu met ieder', 'Arriving, and how is everybody now'),
      part('theme', 45, 'Het thema', 'The theme'),
      part('break', 20, 'Pauze', 'Break'),
      part('exercise', 45, 'Samen oefenen', 'Practising together'),
      part('going_home', 20, 'Afronden, en veilig naar huis', 'Rounding off, and home safely'),
    ],
    handouts: [
      {
        id: 'session_attachment',
        label: {
          nl: 'Bijlage bij deze bijeenkomst, uit het methodiekboek',
          en: 'Attachment to this session, from the manual',
        },
        takeHome: false,
        prov: 'to_confirm',
        ref: 'M',
      },
    ],
    gates: [
      {
        kind: 'intake_talk',
        label: { nl: 'gesprek met een begeleider', en: 'talk with a facilitator' },
        prov: 'proposal',
      },
      {
        kind: 'individual_help',
        label: { nl: 'eigen hulpverlener', en: 'helper of her own' },
        prov: 'source_text',
        ref: 'M',
      },
      {
        kind: 'safe_contact',
        label: { nl: 'afspraak over veilig contact', en: 'safe-contact agreement' },
        prov: 'proposal',
      },
      {
        kind: 'safe_attendance',
        label: { nl: 'plan om veilig te komen en te gaan', en: 'plan to come and go safely' },
        prov: 'proposal',
      },
      {
        kind: 'group_rules',
        label: { nl: 'groepsregels getekend', en: 'group rules signed' },
        prov: 'proposal',
      },
    ],
    rules: [
      groupRule('confidential', 'Wat hier gezegd wordt, blijft hier.', 'What is said here stays here.'),
      groupRule('first_names', 'We gebruiken alleen voornamen.', 'We use first names only.'),
      groupRule(
        'no_pictures',
        'Geen foto’s, en geen berichten over de groep.',
        'No pictures, and no messages about the group.',
      ),
      groupRule(
        'say_when_absent',
        'Kun je niet komen? Laat het weten langs de weg die we afspraken.',
        'Can’t come? Let us know in the way we agreed.',
      ),
      groupRule(
        'own_pace',
        'Je vertelt alleen wat je wilt vertellen.',
        'You tell only what you want to tell.',
      ),
    ],
    // Ten themes are the manual's; their order, the opening and the farewell are a reconstruction.
    sessionPlan: [
      own(
        'introduction_and_rules',
        'Kennismaken, regels en veilig komen',
        'Getting to know each other, rules and coming safely',
      ),
      theme('forms_of_violence', 'Vormen van huiselijk geweld', 'Forms of domestic violence'),
      theme('safety_tips', 'Veiligheidstips', 'Safety tips'),
      theme('spiral_of_violence', 'De spiraal van geweld', 'The spiral of violence'),
      theme('gender_roles', 'Rollen van mannen en vrouwen', 'Gender roles'),
      theme('perpetrator_types', 'Soorten plegers', 'Types of perpetrators'),
      theme('reporting_to_police', 'Aangifte doen', 'Reporting to the police'),
      theme('assertiveness', 'Opkomen voor jezelf', 'Assertiveness'),
      theme(
        'choices_and_responsibility',
        'Kiezen en verantwoordelijkheid nemen',
        'Making choices and taking responsibility',
      ),
      theme('difference_of_opinion', 'Omgaan met verschil van mening', 'Dealing with differences of opinion'),
      theme('recovery_recipe', 'Je eigen herstelrecept', 'A recovery recipe of your own'),
      own(
        'evaluation_and_farewell',
        'Terugkijken, hoe verder, afscheid',
        'Looking back, what next, farewell',
      ),
    ],
    // The method uses what is different in a group; how much that weighs no source says.
    variety: [
      { by: 'age', points: toConfirm(4), prov: 'source_text', ref: 'M' },
      { by: 'background', points: toConfirm(4), prov: 'source_text', ref: 'M' },
    ],
    adjacentMinutesApart: toConfirm(60),
    adjacentOffers: [
      {
        id: 'men',
        for: 'men',
        label: { nl: 'aanbod voor mannen', en: 'offer for men' },
        prov: 'source_text',
        ref: 'M',
      },
      {
        id: 'children',
        for: 'children',
        label: { nl: 'aanbod voor kinderen', en: 'offer for children' },
        prov: 'source_text',
        ref: 'M',
      },
    ],
  },
  parallelCare: [
    {
      type: 'individual_help',
      label: { nl: 'eigen hulpverlener', en: 'helper of her own' },
      required: sourceText(true, 'M'),
      named: true,
      checkEveryDays: proposal(21),
    },
  ],
  talkSheets: [],
  materials: [
    {
      id: 'manual',
      kind: 'manual',
      label: { nl: 'methodiekboek voor begeleiders', en: 'manual for facilitators' },
      licence: 'owner',
      select: { by: 'always' },
      prov: 'source_text',
      ref: 'M',
    },
    {
      id: 'leaflets',
      kind: 'leaflet',
      label: { nl: 'folders', en: 'leaflets' },
      licence: 'owner',
      select: { by: 'always' },
      prov: 'source_text',
      ref: 'M',
    },
    {
      id: 'conversation_sheets',
      kind: 'talk_sheets',
      label: { nl: 'gespreksbladen van Naast', en: 'conversation sheets by Naast' },
      licence: 'own',
      library: 'evt',
      select: { by: 'always' },
      prov: 'proposal',
    },
  ],
  outcomes: [
    {
      id: 'resilience_up',
      label: { nl: 'Weerbaarder', en: 'More resilient' },
      prov: 'source_text',
      ref: 'M',
    },
    {
      id: 'control_over_safety_up',
      label: {
        nl: 'Meer regie over haar veiligheid en die van haar kinderen',
        en: 'More control over her safety and her children’s',
      },
      prov: 'source_text',
      ref: 'M',
    },
    {
      id: 'violence_stopped',
      label: { nl: 'Het geweld stopt', en: 'The violence stops' },
      prov: 'source_text',
      ref: 'M',
    },
  ],
  // What is about herself is asked in her own talks, never in the room (instruments.md 5 E).
  measures: [
    {
      moment: 'T0',
      label: { nl: 'Bij de intake', en: 'At intake' },
      when: { at: 'intake' },
      instruments: ['casr_sf', 'self_efficacy'],
      shelf: toConfirm(['k10-nl@1', 'gse10-nl@1', 'own-safety-nl@1', 'hark-nl@1']),
      prov: 'proposal',
    },
    {
      moment: 'T1',
      label: { nl: 'Bij bijeenkomst 6', en: 'At session 6' },
      when: { at: 'session', session: 6 },
      instruments: [],
      shelf: toConfirm(['k10-nl@1', 'own-safety-nl@1']),
      prov: 'proposal',
    },
    {
      moment: 'T2',
      label: { nl: 'Bij bijeenkomst 12', en: 'At session 12' },
      when: { at: 'session', session: 12 },
      instruments: ['group_evaluation', 'casr_sf', 'self_efficacy'],
      shelf: toConfirm(['k10-nl@1', 'gse10-nl@1', 'own-safety-nl@1']),
      prov: 'proposal',
    },
    {
      moment: 'T3',
      label: { nl: 'Drie maanden na het eind', en: 'Three months after the end' },
      when: { at: 'after_end', months: 3 },
      instruments: [],
      shelf: toConfirm(['own-safety-nl@1']),
      optional: true,
      prov: 'proposal',
    },
  ],
  instruments: [
    groupEvaluation,
    casrSf,
    ofOthers(
      'self_efficacy',
      { nl: 'schaal voor weerbaarheid, te kiezen', en: 'scale for self-efficacy, to be chosen' },
      'nog te kiezen met de eigenaar van de methode',
      { nl: 'Alleen een schaal die vrij te gebruiken is.', en: 'Only a scale that is free to use.' },
      { prov: 'to_confirm' },
    ),
  ],
  fidelity: evtFidelity,
  completion: proposal('sessionsAttended >= 9'),
  closureReasons: commonClosureReasons,
  followUp: [
    {
      id: 'after_three_months',
      label: { nl: 'Na drie maanden: hoe gaat het nu?', en: 'After three months: how is it now?' },
      monthsAfterEnd: proposal(3),
      optional: true,
      prov: 'proposal',
    },
  ],
  retentionPolicyId: 'wmo',
  retention: { years: toConfirm(15, 'S90c'), from: toConfirm('each_item', 'S90c') },
  bsnAllowed: false,
})
