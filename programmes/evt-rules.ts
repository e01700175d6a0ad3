import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import { generalPractitioner, mentorMother, shelter, socialWork, veiligThuisAgency } from './elsewhere.ts'
import { genericRules } from './generic-rules.ts'
import { acuteDanger, partnerViolence } from './safety-facts.ts'

const yesNo = { kind: 'yes_no' } as const
export const evtFacts: ProgrammeDefinitionInput['facts'] = [
  partnerViolence({ prov: 'source_text', ref: 'M' }),
  {
    name: 'hasIndividualHelp',
    type: yesNo,
    question: {
      nl: 'Heeft ze nu een eigen hulpverlener die haar regelmatig spreekt?',
      en: 'Does she have a helper of her own now, who speaks with her regularly?',
    },
    askedOf: ['referrer', 'mother', 'coordinator'],
    prov: 'source_text',
    ref: 'M',
  },
  {
    name: 'noSafeWayToAttend',
    type: yesNo,
    question: {
      nl: 'Is er geen veilige manier om naar de groep te komen?',
      en: 'Is there no safe way for her to come to the group?',
    },
    hint: { nl: 'Vraag het haar zelf, en alleen.', en: 'Ask her, and only when she is alone.' },
    askedOf: ['mother', 'coordinator'],
    prov: 'inferred',
  },
  acuteDanger,
  {
    name: 'relationWithOtherParticipant',
    type: yesNo,
    question: {
      nl: 'Is zij, of haar partner, familie of bekende van een andere deelneemster?',
      en: 'Is she, or her partner, a relative or acquaintance of another participant?',
    },
    askedOf: ['coordinator'],
    prov: 'inferred',
  },
  {
    name: 'cannotTakePartInGroup',
    type: yesNo,
    question: {
      nl: 'Lukt het haar nu niet om in een groep mee te doen?',
      en: 'Is she unable to take part in a group now?',
    },
    askedOf: ['mother', 'coordinator'],
    prov: 'inferred',
  },
  {
    name: 'intimateTerror',
    type: yesNo,
    question: {
      nl: 'Houdt haar partner haar met angst en dwang onder controle?',
      en: 'Does her partner control her through fear and coercion?',
    },
    askedOf: ['coordinator'],
    prov: 'proposal',
    ref: 'S79',
  },
]

export const evtEligibility: ProgrammeDefinitionInput['eligibility'] = [
  {
    id: 'ev-i1',
    kind: 'include',
    when: 'partnerViolence in [threat, suspected, confirmed, ex_partner]',
    label: {
      nl: 'Er is geweld door haar partner of ex-partner, of dreiging daarvan',
      en: 'There is violence by her partner or ex-partner, or a threat of it',
    },
    notMet: {
      nl: 'Er is geen (dreiging van) geweld door een partner of ex-partner',
      en: 'There is no violence by a partner or ex-partner, nor a threat of it',
    },
    redirect: [socialWork],
    prov: 'source_text',
    ref: 'M',
  },
  {
    id: 'ev-i2',
    kind: 'include',
    when: 'hasIndividualHelp',
    label: {
      nl: 'Ze heeft een eigen hulpverlener naast de groep',
      en: 'She has a helper of her own beside the group',
    },
    notMet: {
      nl: 'Ze heeft nog geen eigen hulpverlener: regel die eerst',
      en: 'She has no helper of her own yet: arrange that first',
    },
    redirect: [socialWork, mentorMother],
    prov: 'source_text',
    ref: 'M',
  },
  {
    id: 'ev-x1',
    kind: 'exclude',
    when: 'noSafeWayToAttend or acuteDanger',
    label: {
      nl: 'Ze kan veilig komen en is nu niet in gevaar',
      en: 'She can come safely and is not in danger now',
    },
    notMet: {
      nl: 'Komen is nu niet veilig. Eerst veiligheid: 112, politie of opvang.',
      en: 'Coming is not safe now. Safety first: 112, police or a shelter.',
    },
    safetyRoute: true,
    redirect: [shelter, veiligThuisAgency, mentorMother],
    prov: 'inferred',
  },
  {
    id: 'ev-x2',
    kind: 'exclude',
    when: 'relationWithOtherParticipant',
    label: { nl: 'Ze kent niemand in deze groep', en: 'She knows nobody in this group' },
    notMet: {
      nl: 'Iemand in deze groep kent haar of haar partner',
      en: 'Somebody in this group knows her or her partner',
    },
    redirect: [socialWork],
    prov: 'inferred',
  },
  {
    id: 'ev-x3',
    kind: 'exclude',
    when: 'cannotTakePartInGroup',
    label: { nl: 'Ze kan in een groep meedoen', en: 'She is able to take part in a group' },
    notMet: { nl: 'Een groep is nu te veel voor haar', en: 'A group is too much for her now' },
    redirect: [generalPractitioner, mentorMother],
    prov: 'inferred',
  },
  {
    // The manual sees a share of both partners; today's practice treats a partner who terrorises apart (domain.md C14).
    id: 'ev-x4',
    kind: 'exclude',
    when: 'intimateTerror',
    label: {
      nl: 'Haar partner heerst niet met angst en dwang',
      en: 'Her partner does not rule through fear and coercion',
    },
    notMet: {
      nl: 'Haar partner heerst met angst en dwang: eerst weegt een deskundige of de groep veilig is',
      en: 'Her partner rules through fear and coercion: an expert first weighs whether the group is safe',
    },
    exception: {
      code: 'weighed_by_expert',
      label: {
        nl: 'De aandachtsfunctionaris vindt de groep veilig genoeg; schrijf op waarom.',
        en: 'The safeguarding lead finds the group safe enough; write down why.',
      },
      decidedBy: 'safeguarding_lead',
      prov: 'proposal',
      ref: 'S79',
    },
    redirect: [mentorMother, veiligThuisAgency],
    prov: 'proposal',
    ref: 'S79',
  },
]

/** What to watch while the group runs (domain.md 6.6). */
export const evtFidelity: ProgrammeDefinitionInput['fidelity'] = [
  {
    id: 'EV-F1',
    when: 'startSize < 6',
    severity: 'warn',
    owner: 'manager',
    message: {
      nl: 'De groep begint met minder dan zes vrouwen',
      en: 'The group starts with fewer than six women',
    },
    prov: 'source_text',
    ref: 'M',
  },
  {
    id: 'EV-F2',
    when: 'groupSize > 12',
    severity: 'block',
    owner: 'coordinator',
    message: { nl: 'Meer dan twaalf vrouwen in de groep', en: 'More than twelve women in the group' },
    prov: 'source_text',
    ref: 'M',
  },
  {
    id: 'EV-F3',
    when: 'facilitatorsPresent < 2',
    severity: 'warn',
    owner: 'manager',
    message: { nl: 'Een bijeenkomst met één begeleider', en: 'A session with one facilitator' },
    prov: 'source_text',
    ref: 'M',
  },
  {
    id: 'EV-F4',
    when: 'sessionMinutes < 120 or sessionMinutes > 180',
    severity: 'info',
    owner: 'coordinator',
    message: {
      nl: 'Een bijeenkomst duurde korter dan 2 of langer dan 3 uur',
      en: 'A session took less than 2 or more than 3 hours',
    },
    prov: 'proposal',
  },
  {
    id: 'EV-F5',
    when: 'participant and not individualHelpActive',
    severity: 'breach',
    owner: 'coordinator',
    message: {
      nl: 'Ze heeft geen eigen hulpverlener meer: praat met haar voor de volgende keer',
      en: 'She has no helper of her own any more: talk with her before the next session',
    },
    prov: 'source_text',
    ref: 'M',
  },
  {
    id: 'EV-F6',
    when: 'absentUnnotified',
    severity: 'warn',
    owner: 'coordinator',
    action: 'safe_call_same_day',
    message: {
      nl: 'Ze kwam niet en liet niets weten: bel vandaag langs de veilige weg',
      en: 'She did not come and gave no word: call today, the safe way',
    },
    prov: 'proposal',
  },
  {
    id: 'EV-F7',
    when: 'sessionsHeld >= 1 and groupSize < 4',
    severity: 'warn',
    owner: 'manager',
    message: {
      nl: 'Minder dan vier vrouwen over: gaat de groep door?',
      en: 'Fewer than four women left: does the group go on?',
    },
    prov: 'proposal',
  },
  {
    id: 'EV-F8',
    when: 'themeChanged',
    severity: 'info',
    owner: 'coordinator',
    message: { nl: 'Een onderwerp is overgeslagen of samengevoegd', en: 'A subject was skipped or merged' },
    prov: 'proposal',
  },
  {
    id: 'EV-F9',
    when: 'ended and not evaluationHeld',
    severity: 'warn',
    owner: 'coordinator',
    message: { nl: 'Er is niet met haar teruggekeken', en: 'Nobody looked back on it with her' },
    prov: 'proposal',
  },
  {
    id: 'EV-F10',
    when: 'relationConflict',
    severity: 'block',
    owner: 'coordinator',
    message: {
      nl: 'Twee vrouwen in deze groep kennen elkaar of elkaars partner',
      en: 'Two women in this group know each other or each other’s partner',
    },
    prov: 'proposal',
  },
  ...genericRules,
]
