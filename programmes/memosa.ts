import { defineProgramme } from '#domain/programme/check-definition.ts'
import { checkIns } from './check-ins.ts'
import { commonClosureReasons, lossClosureReason } from './closure-reasons.ts'
import { ladderSupport } from './ladders.ts'
import { matchLife } from './match-life.ts'
import { memosaEligibility, memosaFacts, memosaFidelity } from './memosa-rules.ts'
import { awareness, cas30, casrSf, participation, scl90Depression, uclSupport } from './own-instruments.ts'
import { concernAnswer, redFlags, terrorSources } from './safety-facts.ts'
import { inferred, openedSource, proposal, sourceText, toConfirm } from './sourced.ts'
import { alsoKept, alsoShown, pointsBySafety } from './worker-terms.ts'

/** Asked at the beginning and at the end, to be held against each other. */
const atBothEnds = [
  'awareness_and_help',
  'ladder_support',
  'participation',
  'cas_30',
  'scl90_dep',
  'ucl_support',
] as const

/** MeMoSA: a mentor mother, weekly, for women who live with a violent partner (domain.md 6.2). */
export const memosa = defineProgramme({
  id: 'memosa',
  version: '1.0.0',
  variantOf: null,
  label: { nl: 'MeMoSA', en: 'MeMoSA' },
  summary: {
    nl: 'Een mentormoeder komt vier maanden lang elke week bij een vrouw die zwanger is of kinderen thuis heeft, en bij wie er (misschien) geweld is door haar partner.',
    en: 'For four months a mentor mother visits every week a woman who is pregnant or has children at home, and whose partner is (perhaps) violent.',
  },
  owner: 'Radboudumc, Eerstelijnsgeneeskunde',
  sources: {
    KS: { nl: 'MeMoSA op de menukaart van Kansrijke Start', en: 'MeMoSA on the menu of Kansrijke Start' },
    S1: { nl: 'Prosman e.a., Family Practice 2014', en: 'Prosman et al., Family Practice 2014' },
    S3: {
      nl: 'Prosman e.a., gesprekken met vrouwen en mentoren',
      en: 'Prosman et al., interviews with women and mentors',
    },
    S4: { nl: 'MeMoSA in de databank van Movisie (2011)', en: 'MeMoSA in Movisie’s database (2011)' },
    S8b: { nl: 'MOSAIC, het programma waaruit het komt', en: 'MOSAIC, the programme it comes from' },
    S90: { nl: 'bewaartermijn medische dossiers (BW 7:454)', en: 'retention of medical files (BW 7:454)' },
    S96c: { nl: 'advies over de VOG (Jeugdwerk Limburg)', en: 'advice about the VOG (Jeugdwerk Limburg)' },
    ...terrorSources,
  },
  terms: {
    mother: { nl: 'moeder', en: 'mother' },
    worker: { nl: 'mentormoeder', en: 'mentor mother' },
    workers: { nl: 'mentormoeders', en: 'mentor mothers' },
    contact: { nl: 'bezoek', en: 'visit' },
    talkSheet: { nl: 'onderwerp', en: 'subject' },
    coordinator: { nl: 'mentorcoördinator', en: 'mentor coordinator' },
  },
  shape: sourceText('one_to_one', 'KS'),
  safety: {
    class: inferred('very_high'),
    safeContactMandatory: proposal(true),
    // Asked again at every contact; one may be missed.
    reconfirmSafeContactDays: proposal(14),
    portal: proposal('off'),
    visitCheckIn: proposal('required'),
    checkInGraceMinutes: toConfirm(15),
    screenAtIntake: sourceText(true, 'KS'),
    rescreenEveryDays: proposal(28),
    kindcheck: proposal(true),
    kindcheckAtVisits: proposal([8, 16]),
    safetyPlanByVisit: proposal(3),
    redFlagSetId: 'intimate_terror',
    redFlags,
    redFlagReviewWorkdays: proposal(1),
    concernAnswer,
  },
  facts: memosaFacts,
  eligibility: memosaEligibility,
  referral: {
    allowedReferrers: openedSource(['gp', 'midwife', 'jgz'], 'S4'),
    selfReferral: inferred(false),
    precondition: sourceText('trained_in_ipv', 'KS'),
    preconditionLabel: {
      nl: 'training in het herkennen en bespreken van partnergeweld, en in de sociale kaart',
      en: 'training in recognising and discussing partner violence, and in the local services',
    },
    firstContactWorkingDays: proposal(2),
    intakeDays: proposal(10),
    acuteSameDay: proposal(true),
    whenLate: proposal('coordinator'),
    feedbackMoments: inferred(['started', 'ended'], 'S4'),
  },
  consents: [
    { code: 'C-1', moment: 'referral', need: 'required', prov: 'proposal' },
    { code: 'C-2', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-3', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-4', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-5', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-6', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-7', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-8', moment: 'later', need: 'offered', prov: 'proposal' },
    { code: 'C-9', moment: 'intake', need: 'required', prov: 'proposal' },
  ],
  worker: {
    role: 'mentor_mother',
    label: { nl: 'mentormoeder', en: 'mentor mother' },
    isMother: sourceText(true, 'KS'),
    gates: [
      {
        kind: 'qualification',
        label: {
          nl: 'minimaal een mbo-opleiding in de zorg',
          en: 'at least a vocational (mbo) education in care',
        },
        required: true,
        prov: 'source_text',
        ref: 'KS',
      },
      {
        // How long the training is was not found; its owner has to say.
        kind: 'training',
        label: { nl: 'verplichte training gevolgd', en: 'compulsory training done' },
        required: true,
        prov: 'source_text',
        ref: 'KS',
      },
      {
        kind: 'vog',
        label: { nl: 'VOG gezien', en: 'certificate of conduct (VOG) seen' },
        required: true,
        validMonths: openedSource(36, 'S96c'),
        prov: 'proposal',
      },
      {
        kind: 'confidentiality',
        label: { nl: 'geheimhouding getekend', en: 'confidentiality signed' },
        required: true,
        prov: 'proposal',
      },
      {
        // Her coordinator guides her (KS); how often is a proposal, and only a rule says that it slipped.
        kind: 'supervision',
        label: { nl: 'begeleiding bij', en: 'supervision up to date' },
        required: false,
        validDays: proposal(28),
        prov: 'source_text',
        ref: 'KS',
      },
      ...alsoKept,
    ],
    caseloadMax: proposal(2),
    // Two women here are as much as she carries; who also stands beside others elsewhere carries those too.
    loadBySafetyClass: toConfirm({ points: pointsBySafety, max: 6 }),
    supervisionEveryDays: proposal(28),
    // Monthly is a proposal; the method says that she is guided and not how often they meet.
    peerConsultationEveryDays: toConfirm(31),
  },
  matching: {
    hard: [
      { criterion: 'shared_language', prov: 'proposal' },
      { criterion: 'not_known_to_her_network', prov: 'proposal' },
    ],
    // The parent programme matches on what she prefers and names no weights.
    soft: [
      { criterion: 'availability', weight: 0.3, prov: 'proposal' },
      { criterion: 'experience', weight: 0.3, prov: 'proposal' },
      { criterion: 'distance', weight: 0.2, prov: 'proposal' },
      { criterion: 'background', weight: 0.2, prov: 'proposal' },
      ...alsoShown,
    ],
    bothMustAgree: openedSource(true, 'S8b'),
    // Whoever shares no language may come with an interpreter whom she accepts; whether she is matched so, its owner says.
    interpreterCounts: toConfirm(true),
    checkIns,
    life: matchLife,
  },
  phases: [
    {
      id: 'bonding',
      label: { nl: 'Vertrouwen', en: 'Trust' },
      goal: {
        nl: 'Elkaar leren kennen, veilig contact en een eerste veiligheidsplan',
        en: 'Getting to know each other, safe contact and a first safety plan',
      },
      visits: { from: 1 },
      prov: 'inferred',
    },
    {
      id: 'working',
      label: { nl: 'Aan het werk', en: 'At work' },
      goal: {
        nl: 'Netwerk, de kinderen, hulp aannemen, somberheid en meedoen',
        en: 'Network, the children, accepting help, low mood and taking part',
      },
      visits: { from: 5 },
      prov: 'inferred',
    },
    {
      id: 'closing',
      label: { nl: 'Afronden', en: 'Closing' },
      goal: { nl: 'Hoe verder, en een warme overdracht', en: 'What next, and a warm handover' },
      visits: { from: 13 },
      prov: 'inferred',
    },
  ],
  contacts: {
    min: proposal(12),
    target: openedSource(16, 'S1'),
    max: proposal(18),
    cadenceDays: sourceText(7, 'KS'),
    graceDays: proposal(3),
    shortestGapDays: proposal(4),
    minutes: toConfirm({ min: 60, max: 90 }),
    totalWeeks: inferred({ min: 16, max: 18 }, 'S1'),
    modes: openedSource(['home', 'safe_place', 'phone'], 'S3'),
  },
  circle: { askAt: proposal(['T0', 'T2', 'T3']), partnerTakesPart: proposal(false), prov: 'proposal' },
  parallelCare: [
    {
      type: 'gp',
      label: { nl: 'haar huisarts', en: 'her general practitioner' },
      required: openedSource(true, 'S1'),
      named: true,
    },
  ],
  endRule: openedSource('weeksSinceStart >= 16', 'S1'),
  extension: {
    reasons: [
      {
        id: 'visits_missed',
        label: { nl: 'Er vielen bezoeken uit', en: 'Visits were missed' },
        prov: 'proposal',
      },
      {
        id: 'not_safe_yet',
        label: { nl: 'Het is nog niet veilig genoeg', en: 'It is not safe enough yet' },
        prov: 'proposal',
      },
      {
        id: 'handover_pending',
        label: { nl: 'De overdracht loopt nog', en: 'The handover is still under way' },
        prov: 'proposal',
      },
    ],
    prov: 'proposal',
  },
  talkSheets: [],
  outcomes: [
    {
      id: 'violence_down',
      label: { nl: 'Minder geweld', en: 'Less violence' },
      prov: 'source_text',
      ref: 'KS',
    },
    {
      id: 'social_support_up',
      label: { nl: 'Meer mensen om zich heen', en: 'A larger network' },
      prov: 'source_text',
      ref: 'KS',
    },
    {
      id: 'depression_down',
      label: { nl: 'Minder somber', en: 'Less low in mood' },
      prov: 'source_text',
      ref: 'KS',
    },
    {
      id: 'aware_of_effect_on_children',
      ofChild: true,
      label: { nl: 'Ziet wat geweld met de kinderen doet', en: 'Sees what violence does to the children' },
      prov: 'source_text',
      ref: 'KS',
    },
    {
      id: 'help_accepted_self',
      label: { nl: 'Neemt hulp aan voor zichzelf', en: 'Accepts help for herself' },
      prov: 'source_text',
      ref: 'KS',
    },
    {
      id: 'help_accepted_child',
      ofChild: true,
      label: { nl: 'Neemt hulp aan voor haar kinderen', en: 'Accepts help for her children' },
      prov: 'source_text',
      ref: 'KS',
    },
    {
      id: 'participation_up',
      label: { nl: 'Werkt of leert weer', en: 'Works or learns again' },
      prov: 'opened_source',
      ref: 'S1',
    },
  ],
  // What the study asked is other people's; from the shelf comes what is free and stands closest (instruments.md 5 A).
  measures: [
    {
      moment: 'T0',
      label: { nl: 'Voor bezoek 2', en: 'Before visit 2' },
      when: { at: 'before_visit', visit: 2 },
      instruments: [...atBothEnds],
      shelf: proposal(['k10-nl@1', 'osss3-nl@1', 'own-safety-nl@1', 'hark-nl@1']),
      prov: 'opened_source',
      ref: 'S1',
    },
    {
      moment: 'T1',
      label: { nl: 'Week 8', en: 'Week 8' },
      when: { at: 'week', week: 8 },
      instruments: ['awareness_and_help'],
      shelf: proposal(['k10-nl@1', 'own-safety-nl@1', 'own-bond-nl@1']),
      prov: 'proposal',
    },
    {
      moment: 'T2',
      label: { nl: 'Week 16', en: 'Week 16' },
      when: { at: 'week', week: 16 },
      instruments: [...atBothEnds],
      shelf: proposal(['k10-nl@1', 'osss3-nl@1', 'own-safety-nl@1', 'own-bond-nl@1']),
      prov: 'opened_source',
      ref: 'S1',
    },
    {
      moment: 'T3',
      label: { nl: 'Zes maanden na het eind', en: 'Six months after the end' },
      when: { at: 'after_end', months: 6 },
      instruments: ['awareness_and_help', 'casr_sf'],
      shelf: proposal(['k10-nl@1', 'osss3-nl@1', 'own-safety-nl@1', 'hark-nl@1']),
      optional: true,
      prov: 'opened_source',
      ref: 'S3',
    },
  ],
  primaryOutcome: { instrument: 'ladder_support', score: 'now', prov: 'proposal' },
  instruments: [awareness, ladderSupport, participation, cas30, casrSf, scl90Depression, uclSupport],
  fidelity: memosaFidelity,
  completion: proposal('visitsDone >= 12 and evaluationHeld'),
  closureReasons: [...commonClosureReasons, lossClosureReason],
  followUp: [
    {
      id: 'after_six_months',
      label: { nl: 'Na een half jaar: hoe gaat het nu?', en: 'After half a year: how is it now?' },
      monthsAfterEnd: openedSource(6, 'S3'),
      optional: true,
      prov: 'opened_source',
      ref: 'S3',
    },
  ],
  // The host is a care provider, so that the term for medical files is likely; the organisation confirms it.
  retentionPolicyId: 'care_file',
  retention: { years: toConfirm(20, 'S90'), from: toConfirm('last_change', 'S90') },
  bsnAllowed: false,
})
