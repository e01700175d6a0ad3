import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'
import type { Words } from '#domain/programme/provenance.ts'
import { referrerKinds } from '#domain/referral/referral-submission.ts'

/** Nothing here was said by anybody yet: each value is a place to begin, and is marked as still to be confirmed. */
const prov = 'to_confirm' as const
const open = <const Value>(value: Value) => ({ value, prov })
const both = (nl: string, en: string): Words => ({ nl, en })

/**
 * A programme to begin with when there is none to copy: every part that must be there, with the careful choice where
 * safety is concerned, and nothing that only one programme would say.
 */
export const emptyDefinition = (id: string, version: string, label: Words): ProgrammeDefinitionInput => ({
  id,
  version,
  variantOf: null,
  label,
  summary: label,
  owner: '–',
  sources: {},
  terms: {
    people: 'anybody',
    mother: both('deelnemer', 'participant'),
    worker: both('vrijwilliger', 'volunteer'),
    contact: both('bezoek', 'visit'),
    talkSheet: both('praatpapier', 'talk sheet'),
  },
  shape: open('one_to_one'),
  safety: {
    class: open('high'),
    safeContactMandatory: open(true),
    reconfirmSafeContactDays: open(90),
    portal: open('off'),
    visitCheckIn: open('optional'),
    screenAtIntake: open(true),
    kindcheck: open(true),
  },
  facts: [
    {
      name: 'wantsSupport',
      type: { kind: 'yes_no' },
      question: both('Wil deze persoon zelf meedoen?', 'Does this person want to take part?'),
      askedOf: ['referrer', 'mother', 'coordinator'],
      prov,
    },
  ],
  eligibility: [
    {
      id: 'wants-support',
      kind: 'include',
      when: 'wantsSupport',
      label: both('Wil zelf meedoen', 'Wants to take part'),
      notMet: both('Meedoen gebeurt alleen uit vrije wil.', 'Taking part is always by free will.'),
      prov,
    },
  ],
  referral: {
    allowedReferrers: open([...referrerKinds]),
    selfReferral: open(true),
    firstContactWorkingDays: open(2),
    intakeDays: open(14),
    acuteSameDay: open(true),
    feedbackMoments: open(['started', 'ended']),
  },
  consents: [
    { code: 'C-1', moment: 'referral', need: 'required', prov },
    { code: 'C-2', moment: 'intake', need: 'required', prov },
    { code: 'C-3', moment: 'intake', need: 'required', prov },
    { code: 'C-5', moment: 'intake', need: 'asked', prov },
    { code: 'C-6', moment: 'intake', need: 'asked', prov },
    { code: 'C-9', moment: 'intake', need: 'required', prov },
  ],
  worker: {
    role: 'volunteer',
    label: both('vrijwilliger', 'volunteer'),
    isMother: open(false),
    gates: [
      gate('vog', both('VOG gezien', 'certificate of conduct (VOG) seen')),
      gate('training', both('basistraining gevolgd', 'induction training done')),
      gate('agreement', both('overeenkomst getekend', 'agreement signed')),
      gate('confidentiality', both('geheimhouding getekend', 'confidentiality signed')),
    ],
    caseloadMax: open(3),
  },
  matching: {
    hard: [{ criterion: 'shared_language', prov }],
    soft: [
      { criterion: 'background', weight: 0.25, prov },
      { criterion: 'interests', weight: 0.25, prov },
      { criterion: 'distance', weight: 0.25, prov },
      { criterion: 'availability', weight: 0.25, prov },
    ],
    bothMustAgree: open(true),
    checkIns: { weeks: open([3, 10, 18]), everyWeeks: open(4), graceDays: open(7) },
    life: { trialDays: open(42), taper: open({ days: 84, gapDays: 28 }), askAfterMonths: open(3) },
  },
  phases: [
    {
      id: 'whole',
      label: both('Het hele programma', 'The whole programme'),
      goal: both('Van begin tot eind samen optrekken', 'Together from beginning to end'),
      visits: { from: 1 },
      prov,
    },
  ],
  contacts: {
    min: open(null),
    max: open(null),
    cadenceDays: open(30),
    graceDays: open(7),
    shortestGapDays: open(14),
    minutes: open({ min: 60, max: 90 }),
    modes: open(['home', 'outing', 'phone']),
  },
  parallelCare: [],
  endRule: open('weeksSinceStart >= 52'),
  talkSheets: [],
  outcomes: [],
  measures: [],
  instruments: [],
  fidelity: [],
  completion: open('visitsDone >= 6'),
  closureReasons: [
    ending('completed', 'completed', both('Programma afgerond', 'Programme carried through')),
    ending('stopped', 'stopped', both('Eerder gestopt', 'Stopped earlier')),
    ending('moved', 'stopped', both('Verhuisd', 'Moved away')),
    ending('not_started', 'not_started', both('Niet begonnen', 'Never began')),
    ending('not_eligible', 'not_eligible', both('Dit programma past niet', 'This programme does not fit')),
  ],
  retentionPolicyId: 'volunteer_support',
  bsnAllowed: false,
})

const gate = (kind: 'vog' | 'training' | 'agreement' | 'confidentiality', label: Words) => ({
  kind,
  label,
  required: true,
  prov,
})
const ending = (
  id: string,
  kind: 'completed' | 'stopped' | 'not_started' | 'not_eligible',
  label: Words,
) => ({ id, label, kind, prov })
