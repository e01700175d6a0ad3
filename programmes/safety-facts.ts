import type { ProgrammeDefinitionInput } from '#domain/programme/definition.ts'

type FactInput = ProgrammeDefinitionInput['facts'][number]
type Origin = Pick<FactInput, 'prov' | 'ref'>

/** The same question with the same answers in every programme that asks it, so that the desk asks it once. */
export const partnerViolence = (origin: Origin): FactInput => ({
  name: 'partnerViolence',
  type: {
    kind: 'choice',
    options: [
      { id: 'none', label: { nl: 'Geen', en: 'None' } },
      { id: 'threat', label: { nl: 'Dreiging', en: 'A threat of it' } },
      { id: 'suspected', label: { nl: 'Een vermoeden', en: 'Suspected' } },
      { id: 'confirmed', label: { nl: 'Ja, door haar partner', en: 'Yes, by her partner' } },
      { id: 'ex_partner', label: { nl: 'Ja, door haar ex-partner', en: 'Yes, by her ex-partner' } },
      { id: 'in_laws', label: { nl: 'Ja, door haar schoonfamilie', en: 'Yes, by her in-laws' } },
    ],
  },
  question: { nl: 'Is er geweld of dwang thuis?', en: 'Is there violence or coercion at home?' },
  hint: {
    nl: 'Vraag dit alleen als ze alleen is. Weet je het niet, kies dan ‘niet bekend’.',
    en: 'Only ask when she is alone. If you don’t know, choose ‘not known’.',
  },
  askedOf: ['referrer', 'mother', 'coordinator'],
  ...origin,
})

export const acuteDanger: FactInput = {
  name: 'acuteDanger',
  type: { kind: 'yes_no' },
  question: {
    nl: 'Is zij of een kind nu in direct gevaar?',
    en: 'Is she or a child in direct danger now?',
  },
  hint: {
    nl: 'Ja? Bel eerst 112. Een programma begint pas als ze veilig is.',
    en: 'Yes? Call 112 first. A programme begins only once she is safe.',
  },
  askedOf: ['referrer', 'coordinator'],
  prov: 'inferred',
}

/** How soon a worker's worry is answered (programmes.yaml, common); "danger now" is always at once. */
export const concernAnswer = {
  veryWorriedHours: { value: 4, prov: 'proposal' },
  worriedWorkdays: { value: 1, prov: 'proposal' },
} as const

/** Signs of a partner who is dangerous (factsheet on intimate terror). */
export const redFlags: NonNullable<ProgrammeDefinitionInput['safety']['redFlags']> = [
  { id: 'rf01', label: { nl: 'Stalking', en: 'Stalking' }, prov: 'opened_source', ref: 'S79' },
  {
    id: 'rf02',
    label: {
      nl: 'Bedreiging met de dood (slachtoffer of kinderen) of dreiging met zelfdoding',
      en: 'Threats to kill her or the children, or threats of suicide',
    },
    prov: 'opened_source',
    ref: 'S79',
  },
  {
    id: 'rf03',
    label: { nl: 'Wapenbezit of gebruik van wapens', en: 'Having or using weapons' },
    prov: 'opened_source',
    ref: 'S79',
  },
  {
    id: 'rf04',
    label: { nl: 'Recent gewelddadig gedrag', en: 'Recent violent behaviour' },
    prov: 'opened_source',
    ref: 'S79',
  },
  {
    id: 'rf05',
    label: { nl: 'Geweld tijdens zwangerschap', en: 'Violence during pregnancy' },
    prov: 'opened_source',
    ref: 'S79',
  },
  { id: 'rf06', label: { nl: 'Gedwongen seks', en: 'Forced sex' }, prov: 'opened_source', ref: 'S79' },
  {
    id: 'rf07',
    label: {
      nl: 'Onthouden van zorg die acuut de gezondheid bedreigt',
      en: 'Withholding care so that her health is in acute danger',
    },
    prov: 'opened_source',
    ref: 'S79',
  },
  {
    id: 'rf08',
    label: {
      nl: 'Poging tot verwurging, verstikking of verdrinking',
      en: 'Attempted strangulation, suffocation or drowning',
    },
    highest: true,
    prov: 'opened_source',
    ref: 'S79b',
  },
  {
    id: 'rf09',
    label: {
      nl: 'Extreme angst voor eigen leven of dat van de kinderen',
      en: 'Extreme fear for her own life or the children’s',
    },
    prov: 'opened_source',
    ref: 'S79',
  },
  {
    id: 'rf10',
    label: {
      nl: 'Durft niet te spreken in de buurt van de partner of toont angst',
      en: 'Doesn’t dare to speak near the partner, or shows fear',
    },
    prov: 'opened_source',
    ref: 'S79',
  },
  {
    id: 'rf11',
    label: {
      nl: 'Toenemende ernst en of frequentie van geweld',
      en: 'Violence that gets worse or more frequent',
    },
    prov: 'opened_source',
    ref: 'S79',
  },
]

export const terrorSources: ProgrammeDefinitionInput['sources'] = {
  S79: {
    nl: 'factsheet intieme terreur (IDEM Rotterdam)',
    en: 'factsheet on intimate terror (IDEM Rotterdam)',
  },
  S79b: { nl: 'EenVandaag over wurging (2025)', en: 'EenVandaag on strangulation (2025)' },
}
