import { defineProgramme } from '#domain/programme/check-definition.ts'
import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import { checkIns } from './check-ins.ts'
import { ladderConfidence, ladderKnowingTheWay, ladderSupport, satisfaction } from './ladders.ts'
import { matchLife } from './match-life.ts'
import { mimClosureReasons, mimEligibility, mimFacts, mimFidelity } from './mim-rules.ts'
import { mimSources } from './mim-sources.ts'
import { mimTalkSheets } from './mim-talk-sheets.ts'
import { concernAnswer } from './safety-facts.ts'
import { inferred, openedSource, proposal, sourceText, toConfirm } from './sourced.ts'
import { alsoKept, alsoShown, pointsBySafety } from './worker-terms.ts'

/** Moeders Informeren Moeders, national method: to 18 months (domain.md 6.3). */
export const to18Months: ProgrammeDefinitionInput = {
  id: 'mim-nl-18m',
  version: '1.0.0',
  variantOf: null,
  label: { nl: 'Moeders Informeren Moeders', en: 'Mothers Inform Mothers' },
  variantLabel: { nl: 'tot 18 maanden', en: 'to 18 months' },
  summary: {
    nl: 'Een ervaren moeder komt minstens een keer per maand op bezoek bij een moeder met een eerste kind.',
    en: 'An experienced mother visits a mother with a first child at least once a month.',
  },
  owner: 'Families Foundation',
  sources: mimSources,
  terms: {
    mother: { nl: 'moeder', en: 'mother' },
    worker: { nl: 'vrijwilliger', en: 'volunteer' },
    workers: { nl: 'vrijwilligers', en: 'volunteers' },
    contact: { nl: 'bezoek', en: 'visit' },
    talkSheet: { nl: 'praatpapier', en: 'talk sheet' },
  },
  shape: sourceText('one_to_one', 'NJi'),
  safety: {
    class: proposal('low_medium'),
    safeContactMandatory: proposal(true),
    reconfirmSafeContactDays: proposal(90),
    portal: proposal('optional'),
    visitCheckIn: proposal('optional'),
    screenAtIntake: proposal(true),
    kindcheck: proposal(false),
    concernAnswer,
  },
  facts: mimFacts,
  eligibility: mimEligibility(18),
  referral: {
    allowedReferrers: openedSource(
      [
        'jgz',
        'midwife',
        'maternity_care',
        'gp',
        'neighbourhood_team',
        'vluchtelingenwerk',
        'library',
        'volunteer_point',
      ],
      'S23',
    ),
    selfReferral: inferred(true),
    firstContactWorkingDays: proposal(2),
    intakeDays: proposal(14),
    acuteSameDay: proposal(false),
    feedbackMoments: openedSource(['started', 'ended'], 'S105'),
  },
  consents: [
    { code: 'C-1', moment: 'referral', need: 'required', prov: 'proposal' },
    { code: 'C-2', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-3', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-5', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-6', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-7', moment: 'intake', need: 'asked', prov: 'proposal' },
    { code: 'C-8', moment: 'later', need: 'offered', prov: 'proposal' },
    { code: 'C-9', moment: 'intake', need: 'required', prov: 'proposal' },
    { code: 'C-10', moment: 'later', need: 'offered', prov: 'proposal' },
  ],
  worker: {
    role: 'visiting_volunteer',
    label: { nl: 'vrijwillige moeder', en: 'visiting volunteer' },
    isMother: sourceText(true, 'NJi'),
    gates: [
      {
        kind: 'vog',
        label: { nl: 'VOG gezien', en: 'certificate of conduct (VOG) seen' },
        required: true,
        validMonths: openedSource(36, 'S96c'),
        prov: 'proposal',
      },
      {
        kind: 'training',
        label: { nl: 'basistraining gevolgd', en: 'induction training done' },
        required: true,
        // Not in the method's texts; the sister programme's number stands in for it.
        halfDays: toConfirm(6, 'S105'),
        prov: 'opened_source',
        ref: 'S22',
      },
      {
        kind: 'agreement',
        label: { nl: 'overeenkomst getekend', en: 'agreement signed' },
        required: true,
        prov: 'proposal',
      },
      {
        kind: 'confidentiality',
        label: { nl: 'geheimhouding getekend', en: 'confidentiality signed' },
        required: true,
        prov: 'proposal',
      },
      ...alsoKept,
    ],
    caseloadMax: proposal(3),
    loadBySafetyClass: toConfirm({ points: pointsBySafety, max: 3 }),
    // That volunteers meet is in the sources (S21); how often is not.
    peerConsultationEveryDays: toConfirm(92),
  },
  matching: {
    hard: [
      { criterion: 'shared_language', prov: 'source_text', ref: 'NJi' },
      { criterion: 'not_same_street', prov: 'opened_source', ref: 'S105c' },
    ],
    soft: [
      { criterion: 'background', weight: 0.3, prov: 'proposal' },
      { criterion: 'interests', weight: 0.2, prov: 'proposal' },
      { criterion: 'distance', weight: 0.15, prov: 'proposal' },
      { criterion: 'availability', weight: 0.15, prov: 'proposal' },
      { criterion: 'child_situation', weight: 0.1, prov: 'proposal' },
      { criterion: 'experience', weight: 0.1, prov: 'proposal' },
      ...alsoShown,
    ],
    bothMustAgree: proposal(true),
    checkIns,
    life: matchLife,
  },
  phases: [
    {
      id: 'getting_to_know',
      label: { nl: 'Kennismaken', en: 'Getting to know each other' },
      goal: {
        nl: 'Vertrouwd raken en samen kiezen waar het over gaat',
        en: 'Feeling at ease and choosing together what to talk about',
      },
      visits: { from: 1 },
      prov: 'inferred',
    },
    {
      id: 'monthly_talks',
      label: { nl: 'Maandelijkse gesprekken', en: 'Monthly talks' },
      goal: {
        nl: 'Praten over wat bij de leeftijd van het kind past',
        en: 'Talking about what fits the child’s age',
      },
      visits: { from: 4 },
      prov: 'inferred',
    },
    {
      id: 'widening',
      label: { nl: 'De kring groter maken', en: 'Widening the circle' },
      goal: {
        nl: 'Er samen op uit en meer mensen leren kennen',
        en: 'Going out together and meeting more people',
      },
      visits: { from: 11 },
      prov: 'inferred',
    },
    {
      id: 'farewell',
      label: { nl: 'Afscheid', en: 'Saying goodbye' },
      goal: {
        nl: 'Terugkijken, en weten bij wie ze nu terechtkan',
        en: 'Looking back, and knowing whom to turn to now',
      },
      visits: { last: 2 },
      prov: 'inferred',
    },
  ],
  contacts: {
    min: sourceText(16, 'NJi'),
    max: sourceText(20, 'NJi'),
    cadenceDays: sourceText(30, 'NJi'),
    graceDays: proposal(7),
    shortestGapDays: proposal(14),
    minutes: sourceText({ min: 60, max: 90 }, 'NJi'),
    modes: openedSource(['home', 'outing', 'phone', 'online', 'group'], 'S25'),
  },
  parallelCare: [],
  circle: {
    askAt: proposal(['T0', 'T1', 'T2']),
    partnerTakesPart: proposal(true),
    partnerWhen: 'not currentPartnerViolence',
    prov: 'proposal',
  },
  endRule: sourceText('childAgeMonths >= 18', 'NJi'),
  talkSheets: mimTalkSheets,
  materials: [
    {
      id: 'talk_sheets',
      kind: 'talk_sheets',
      label: { nl: 'praatpapieren', en: 'talk sheets' },
      licence: 'owner',
      select: { by: 'always' },
      prov: 'source_text',
      ref: 'NJi',
    },
    {
      id: 'conversation_sheets',
      kind: 'talk_sheets',
      label: { nl: 'gespreksbladen van Naast', en: 'conversation sheets by Naast' },
      licence: 'own',
      library: 'mim',
      select: { by: 'always' },
      prov: 'proposal',
    },
    {
      id: 'picture_stories',
      kind: 'picture_stories',
      label: { nl: 'beeldmateriaal', en: 'pictures' },
      licence: 'owner',
      select: { by: 'always' },
      prov: 'source_text',
      ref: 'NJi',
    },
  ],
  outcomes: [
    {
      id: 'parenting_confidence_up',
      ofChild: true,
      label: { nl: 'Meer zelfvertrouwen als moeder', en: 'More confidence as a mother' },
      prov: 'source_text',
      ref: 'NJi',
    },
    {
      id: 'perceived_support_up',
      label: { nl: 'Meer steun om zich heen', en: 'More support around her' },
      prov: 'source_text',
      ref: 'NJi',
    },
    {
      id: 'self_reliance_up',
      label: { nl: 'Meer zelfredzaam', en: 'More self-reliant' },
      prov: 'source_text',
      ref: 'NJi',
    },
    {
      id: 'network_up',
      label: { nl: 'Een groter netwerk', en: 'A larger network' },
      prov: 'source_text',
      ref: 'NJi',
    },
    {
      id: 'uses_facilities',
      label: { nl: 'Kent en gebruikt voorzieningen', en: 'Knows and uses services' },
      prov: 'opened_source',
      ref: 'S26',
    },
    {
      id: 'less_expert_dependent',
      label: { nl: 'Minder afhankelijk van deskundigen', en: 'Less dependent on experts' },
      prov: 'opened_source',
      ref: 'S20',
    },
  ],
  measures: [
    {
      moment: 'T0',
      label: { nl: 'Bij de start', en: 'At the start' },
      when: { at: 'intake' },
      instruments: ['ladder_confidence', 'ladder_support', 'ladder_knowing_the_way'],
      shelf: proposal(['osss3-nl@1']),
      prov: 'proposal',
    },
    {
      moment: 'T1',
      label: { nl: 'Halverwege', en: 'Halfway' },
      when: { at: 'child_age', months: 9 },
      instruments: ['ladder_confidence', 'ladder_support', 'ladder_knowing_the_way'],
      shelf: proposal(['own-bond-nl@1']),
      prov: 'proposal',
    },
    {
      moment: 'T2',
      label: { nl: 'Aan het eind', en: 'At the end' },
      when: { at: 'end' },
      instruments: ['ladder_confidence', 'ladder_support', 'ladder_knowing_the_way', 'satisfaction'],
      shelf: proposal(['osss3-nl@1']),
      prov: 'proposal',
    },
  ],
  primaryOutcome: { instrument: 'ladder_confidence', score: 'now', prov: 'proposal' },
  instruments: [ladderConfidence, ladderSupport, ladderKnowingTheWay, satisfaction],
  fidelity: mimFidelity(18),
  completion: proposal('visitsDone >= 16 or (childAgeMonths >= 18 and visitsDone >= 12)'),
  closureReasons: mimClosureReasons,
  retentionPolicyId: 'volunteer_support',
  bsnAllowed: false,
}

/** The same to about two years, as the product page has it. Only what differs is given again, with its own source. */
const to24Months: ProgrammeDefinitionInput = {
  ...to18Months,
  id: 'mim-nl-24m',
  variantOf: 'mim-nl-18m',
  variantLabel: { nl: 'tot 24 maanden', en: 'to 24 months' },
  eligibility: mimEligibility(24),
  contacts: to18Months.contacts && { ...to18Months.contacts, max: proposal(24) },
  endRule: openedSource('childAgeMonths >= 24', 'S24'),
  fidelity: mimFidelity(24),
  completion: proposal('visitsDone >= 16 or (childAgeMonths >= 24 and visitsDone >= 12)'),
}

export const mim = defineProgramme(to18Months)
export const mim24 = defineProgramme(to24Months)
