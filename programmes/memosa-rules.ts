import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import {
  childCentre,
  generalPractitioner,
  neighbourhoodTeam,
  shelter,
  socialWork,
  veiligThuisAgency,
} from './elsewhere.ts'
import { genericRules } from './generic-rules.ts'
import { acuteDanger, partnerViolence } from './safety-facts.ts'

/** What intake asks to decide. Always when she is alone. */
export const memosaFacts: ProgrammeDefinitionInput['facts'] = [
  {
    name: 'childrenAtHome',
    type: { kind: 'number', min: 0, max: 20 },
    question: {
      nl: 'Hoeveel kinderen wonen er bij haar thuis?',
      en: 'How many children live with her at home?',
    },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'KS',
  },
  partnerViolence({ prov: 'source_text', ref: 'KS' }),
  acuteDanger,
  {
    name: 'noSharedLanguage',
    type: { kind: 'yes_no' },
    question: {
      nl: 'Is er geen mentormoeder die haar taal spreekt?',
      en: 'Is there no mentor mother who speaks her language?',
    },
    askedOf: ['coordinator'],
    prov: 'inferred',
  },
  {
    name: 'interpreterAccepted',
    type: { kind: 'yes_no' },
    question: { nl: 'Vindt ze een tolk goed?', en: 'Does she accept an interpreter?' },
    hint: {
      nl: 'Nooit haar partner, een kind of familie.',
      en: 'Never her partner, a child or a relative.',
    },
    askedOf: ['mother', 'coordinator'],
    prov: 'inferred',
  },
  {
    name: 'isolated',
    type: { kind: 'yes_no' },
    question: { nl: 'Staat ze er alleen voor?', en: 'Is she isolated?' },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'KS',
  },
  {
    name: 'helpThresholdHigh',
    type: { kind: 'yes_no' },
    question: {
      nl: 'Is de drempel naar hulpverlening voor haar te hoog?',
      en: 'Is the threshold to professional help too high for her?',
    },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'KS',
  },
]

export const memosaEligibility: ProgrammeDefinitionInput['eligibility'] = [
  {
    id: 'me-i1',
    kind: 'include',
    when: 'pregnant or childrenAtHome >= 1',
    label: {
      nl: 'Ze is zwanger of er wonen kinderen bij haar thuis',
      en: 'She is pregnant or children live with her at home',
    },
    notMet: {
      nl: 'Ze is niet zwanger en er wonen geen kinderen bij haar thuis',
      en: 'She is not pregnant and no children live with her at home',
    },
    redirect: [socialWork, veiligThuisAgency],
    prov: 'source_text',
    ref: 'KS',
  },
  {
    id: 'me-i2',
    kind: 'include',
    when: 'partnerViolence in [suspected, confirmed]',
    label: {
      nl: 'Er is geweld door haar partner, of een vermoeden daarvan',
      en: 'There is violence by her partner, or it is suspected',
    },
    notMet: {
      nl: 'Er is geen (vermoeden van) geweld door haar partner',
      en: 'Violence by her partner is neither known nor suspected',
    },
    exception: {
      code: 'violence_by_ex_or_in_laws',
      label: {
        nl: 'Bij geweld door een ex-partner of schoonfamilie mag ze meedoen als je opschrijft waarom.',
        en: 'With violence by an ex-partner or in-laws she may take part if you write down why.',
      },
      prov: 'to_confirm',
    },
    redirect: [neighbourhoodTeam, childCentre],
    prov: 'source_text',
    ref: 'KS',
  },
  {
    id: 'me-x1',
    kind: 'exclude',
    when: 'acuteDanger',
    label: {
      nl: 'Zij en haar kinderen zijn nu niet in direct gevaar',
      en: 'She and her children are not in direct danger now',
    },
    notMet: {
      nl: 'Eerst veiligheid: 112, politie of opvang. Daarna kan ze terugkomen.',
      en: 'Safety first: 112, police or a shelter. After that she can come back.',
    },
    safetyRoute: true,
    redirect: [shelter, veiligThuisAgency],
    prov: 'inferred',
  },
  {
    id: 'me-x2',
    kind: 'exclude',
    when: 'noSharedLanguage and not interpreterAccepted',
    label: {
      nl: 'Er is een mentormoeder die haar taal spreekt, of een tolk die zij goedvindt',
      en: 'A mentor mother speaks her language, or there is an interpreter she accepts',
    },
    notMet: {
      nl: 'Niemand hier spreekt haar taal en ze wil geen tolk',
      en: 'Nobody here speaks her language and she wants no interpreter',
    },
    redirect: [generalPractitioner, socialWork],
    prov: 'inferred',
  },
]

/** What to watch while it runs (domain.md 6.2). */
export const memosaFidelity: ProgrammeDefinitionInput['fidelity'] = [
  {
    id: 'ME-F1',
    when: 'not closed and daysSinceLastContact > 10',
    severity: 'warn',
    owner: 'coordinator',
    action: 'safety_call',
    message: {
      nl: 'Al meer dan 10 dagen geen bezoek: bel haar langs de veilige weg',
      en: 'No visit for more than 10 days: call her the safe way',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F2',
    when: "consecutiveCancellations >= 2 or lastCancelledBy == 'partner'",
    severity: 'breach',
    owner: 'safeguarding_lead',
    action: 'safeguarding_review',
    message: {
      nl: 'Twee keer achter elkaar afgezegd, of afgezegd door haar partner: is ze veilig?',
      en: 'Cancelled twice in a row, or cancelled by her partner: is she safe?',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F3',
    when: 'not worker.trainingValid or not worker.vogValid',
    severity: 'block',
    owner: 'coordinator',
    message: {
      nl: 'Training of VOG van de mentormoeder ontbreekt of is verlopen',
      en: 'The mentor mother’s training or VOG is missing or expired',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F4',
    when: 'not closed and daysSinceSupervision > 28',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'De mentormoeder had 28 dagen geen begeleiding',
      en: 'The mentor mother has had no supervision for 28 days',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F5',
    when: 'visitsDone >= 3 and not safetyPlan',
    severity: 'breach',
    owner: 'coordinator',
    message: {
      nl: 'Na bezoek 3 is er nog geen veiligheidsplan',
      en: 'There is no safety plan yet after visit 3',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F6',
    when: 'not kindcheckAtIntake or (visitsDone >= 8 and kindcheckCount < 2) or (visitsDone >= 16 and kindcheckCount < 3)',
    severity: 'breach',
    owner: 'coordinator',
    message: {
      nl: 'De kindcheck ontbreekt: bij de intake, bij bezoek 8 en bij bezoek 16',
      en: 'The check on the children is missing: at intake, at visit 8 and at visit 16',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F7',
    when: '(visitsDone > 18 or weeksSinceStart > 20) and not extensionReason and not closed',
    severity: 'warn',
    owner: 'manager',
    message: {
      nl: 'Meer dan 18 bezoeken of 20 weken: rond af of schrijf op waarom het langer duurt',
      en: 'More than 18 visits or 20 weeks: close, or write down why it takes longer',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F8',
    when: 'not worker.isMother or not worker.qualificationValid',
    severity: 'block',
    owner: 'manager',
    message: {
      nl: 'De mentormoeder is geen moeder of heeft geen mbo-opleiding',
      en: 'The mentor is not a mother or has no vocational (mbo) education',
    },
    prov: 'source_text',
    ref: 'KS',
  },
  {
    id: 'ME-F9',
    when: '(visitsDone >= 1 and not firstMeasureDone) or (closed and not endMeasureDone)',
    severity: 'warn',
    owner: 'coordinator',
    message: {
      nl: 'De meting voor bezoek 2 of bij het afsluiten ontbreekt',
      en: 'The measurement before visit 2 or at closing is missing',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F10',
    when: 'openRedFlag and workdaysSinceFlag > 1',
    severity: 'breach',
    owner: 'safeguarding_lead',
    message: {
      nl: 'Een alarmsignaal is na een werkdag nog niet bekeken',
      en: 'A red flag has not been looked at within a working day',
    },
    prov: 'proposal',
  },
  {
    id: 'ME-F11',
    when: 'outboundViolatesSafeContact',
    severity: 'block',
    owner: 'coordinator',
    overridable: false,
    message: {
      nl: 'Dit bericht past niet bij haar veilige contact en gaat niet uit',
      en: 'This message does not fit her safe contact and is not sent',
    },
    prov: 'proposal',
  },
  ...genericRules,
]
