import type { Instrument } from '#domain/programme/measuring.ts'

/** Naast's own questions, free to use and not validated, and the names of questionnaires that belong to others. */
const words = (nl: string, en: string) => ({ nl, en })
const mark = (
  id: string,
  question: Instrument['label'],
  low: Instrument['label'],
  high: Instrument['label'],
  better: 'higher' | 'lower' = 'higher',
) => ({ kind: 'scale', id, question, min: 0, max: 10, low, high, better }) as const

const unsafe = words('Helemaal niet veilig', 'Not safe at all')
const safe = words('Helemaal veilig', 'Completely safe')
const option = (id: string, score: number | null, nl: string, en: string) => ({
  id,
  score,
  label: words(nl, en),
})
export const awareness: Instrument = {
  id: 'awareness_and_help',
  version: '1',
  ofChild: true,
  label: words('Effect op de kinderen, en hulp', 'Effect on the children, and help'),
  introduction: words('Vul dit samen met haar in.', 'Fill this in together with her.'),
  items: [
    {
      kind: 'choice',
      id: 'children',
      question: words('Wat doet het geweld met de kinderen?', 'What does the violence do to the children?'),
      options: [
        option('not_discussed', null, 'Niet besproken', 'Not discussed'),
        option('sees_none', 1, 'Ze ziet nog geen effect', 'She sees no effect yet'),
        option('suspects', 2, 'Ze vermoedt of benoemt een effect', 'She suspects or names an effect'),
        option(
          'adapts',
          3,
          'Ze geeft voorbeelden en past iets aan',
          'She gives examples and changes something',
        ),
        option(
          'asked_help',
          4,
          'Ze vroeg of nam hulp aan voor de kinderen',
          'She asked for or accepted help for the children',
        ),
      ],
    },
    {
      kind: 'choice',
      id: 'help',
      question: words('Hulp voor haarzelf', 'Help for herself'),
      options: [
        option('not_discussed', null, 'Niet besproken', 'Not discussed'),
        option('wants_none', 1, 'Ze wil geen hulp', 'She wants no help'),
        option('thinks', 2, 'Ze denkt erover na', 'She is thinking about it'),
        option(
          'accepted',
          3,
          'Ze nam een afspraak of verwijzing aan',
          'She accepted an appointment or referral',
        ),
        option('started', 4, 'De hulp is begonnen', 'Help has started'),
      ],
    },
  ],
  prov: 'proposal',
}

export const participation: Instrument = {
  id: 'participation',
  version: '1',
  label: words('Meedoen: werk en opleiding', 'Taking part: work and education'),
  items: [
    {
      kind: 'choice',
      id: 'now',
      question: words('Werk je of volg je een opleiding?', 'Do you work or follow a course?'),
      options: [
        option('no', 0, 'Nee', 'No'),
        option('looking', 1, 'Ik ben ernaar op zoek', 'I am looking for it'),
        option('volunteering', 2, 'Ik doe vrijwilligerswerk', 'I do voluntary work'),
        option('course', 3, 'Ik volg een opleiding of cursus', 'I follow a course'),
        option('work', 3, 'Ik werk', 'I work'),
      ],
    },
  ],
  prov: 'proposal',
}

const none = words('Geen zorgen', 'No worries')
const many = words('Heel veel zorgen', 'Very many worries')
export const worries: Instrument = {
  id: 'worries',
  version: '1',
  label: words('Zorgenmeter', 'Worries'),
  introduction: words(
    'Hoeveel zorgen had je de afgelopen week?',
    'How many worries did you have this past week?',
  ),
  items: [
    mark('money', words('Over geld of schulden', 'About money or debts'), none, many, 'lower'),
    mark(
      'housing',
      words('Over je woning of een plek om te wonen', 'About your home or a place to live'),
      none,
      many,
      'lower',
    ),
    mark(
      'health',
      words('Over je gezondheid of die van je kinderen', 'About your health or your children’s'),
      none,
      many,
      'lower',
    ),
  ],
  prov: 'proposal',
}

export const birthOutcomes: Instrument = {
  id: 'birth_outcomes',
  version: '1',
  ofChild: true,
  label: words('De geboorte', 'The birth'),
  introduction: words(
    'Vraag het haar, of de verloskundige als zij dat goedvindt.',
    'Ask her, or the midwife if she agrees.',
  ),
  items: [
    {
      kind: 'text',
      id: 'weeks',
      question: words('Bij hoeveel weken werd haar kind geboren?', 'At how many weeks was her child born?'),
    },
    {
      kind: 'text',
      id: 'weight',
      question: words('Hoeveel woog het, in grammen?', 'How much did it weigh, in grams?'),
    },
  ],
  prov: 'proposal',
}

export const groupEvaluation: Instrument = {
  id: 'group_evaluation',
  version: '1',
  label: words('Hoe was de groep voor je?', 'How was the group for you?'),
  introduction: words(
    'Er zijn geen goede of foute antwoorden. We willen het beter leren doen.',
    'There are no right or wrong answers. We want to learn to do it better.',
  ),
  items: [
    mark(
      'safe_in_group',
      words('Hoe veilig voelde je je in de groep?', 'How safe did you feel in the group?'),
      unsafe,
      safe,
    ),
    mark(
      'own_control',
      words('Hoeveel heb je nu zelf in de hand?', 'How much is in your own hands now?'),
      words('Niets', 'Nothing'),
      words('Alles', 'Everything'),
    ),
    { kind: 'text', id: 'kept', question: words('Wat neem je mee?', 'What do you take with you?') },
    { kind: 'text', id: 'better', question: words('Wat kan er beter?', 'What could be better?') },
  ],
  prov: 'proposal',
}

/** A questionnaire of somebody else: named where the method uses it, its texts only where the holder allows. */
export const ofOthers = (
  id: string,
  label: Instrument['label'],
  holder: string,
  terms: Instrument['label'],
  origin: Pick<Instrument, 'prov' | 'ref'>,
): Instrument => ({ id, version: '1', label, items: [], reference: { holder, terms }, ...origin })
const paid = words('Alleen met een licentie van de uitgever.', 'Only with a licence from the publisher.')
const asked = words('Alleen met toestemming van de makers.', 'Only with permission of the authors.')

export const cas30 = ofOthers(
  'cas_30',
  words('Composite Abuse Scale (30 vragen)', 'Composite Abuse Scale (30 items)'),
  'K. Hegarty',
  asked,
  {
    prov: 'opened_source',
    ref: 'S1',
  },
)
export const casrSf = ofOthers(
  'casr_sf',
  words('CASR-SF (15 vragen)', 'CASR-SF (15 items)'),
  'M. Ford-Gilboe e.a.',
  asked,
  {
    prov: 'proposal',
  },
)
export const scl90Depression = ofOthers(
  'scl90_dep',
  words('SCL-90, somberheid', 'SCL-90, depression'),
  'Pearson',
  paid,
  {
    prov: 'opened_source',
    ref: 'S1',
  },
)
export const uclSupport = ofOthers(
  'ucl_support',
  words('Utrechtse Coping Lijst, steun zoeken', 'Utrecht Coping List, seeking support'),
  'Pearson',
  paid,
  { prov: 'opened_source', ref: 'S1' },
)
