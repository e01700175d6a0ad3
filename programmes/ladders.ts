import type { Instrument } from '#domain/programme/measuring.ts'

/**
 * Naast's own ladders from 0 to 10 and questions about how it was: short, in our own words, free to use. They show
 * where a mother stands herself, not a diagnosis, and have not been validated.
 */
interface Ladder {
  id: string
  label: Instrument['label']
  question: Instrument['label']
  low: Instrument['label']
  high: Instrument['label']
  ofChild?: true
}
const ladder = ({ question, low, high, ...what }: Ladder): Instrument => ({
  ...what,
  version: '1',
  items: [{ kind: 'scale', id: 'now', question, min: 0, max: 10, low, high, better: 'higher' }],
  prov: 'proposal',
})

export const ladderConfidence = ladder({
  id: 'ladder_confidence',
  ofChild: true,
  label: { nl: 'Vertrouwen in jezelf als moeder', en: 'Confidence as a mother' },
  question: {
    nl: 'Hoeveel vertrouwen heb je nu in jezelf als moeder?',
    en: 'How much confidence do you have in yourself as a mother now?',
  },
  low: { nl: 'Helemaal geen', en: 'None at all' },
  high: { nl: 'Heel veel', en: 'Very much' },
})
export const ladderSupport = ladder({
  id: 'ladder_support',
  label: { nl: 'Steun van mensen om je heen', en: 'Support from people around you' },
  question: {
    nl: 'Hoeveel steun krijg je nu van mensen om je heen?',
    en: 'How much support do you get from people around you now?',
  },
  low: { nl: 'Ik sta er alleen voor', en: 'I am on my own' },
  high: { nl: 'Er is altijd iemand', en: 'There is always someone' },
})
export const ladderKnowingTheWay = ladder({
  id: 'ladder_knowing_the_way',
  ofChild: true,
  label: { nl: 'De weg weten', en: 'Knowing the way' },
  question: {
    nl: 'Als je een vraag hebt over je kind of jezelf: hoe goed weet je waar je terecht kunt?',
    en: 'When you have a question about your child or yourself: how well do you know where to go?',
  },
  low: { nl: 'Ik weet het niet', en: 'I don’t know' },
  high: { nl: 'Ik weet het precies', en: 'I know exactly' },
})

const often = [
  { id: 'no', label: { nl: 'Nee', en: 'No' }, score: 0 },
  { id: 'a_little', label: { nl: 'Een beetje', en: 'A little' }, score: 1 },
  { id: 'yes', label: { nl: 'Ja', en: 'Yes' }, score: 2 },
  { id: 'very', label: { nl: 'Ja, heel erg', en: 'Yes, very much' }, score: 3 },
]
export const satisfaction: Instrument = {
  id: 'satisfaction',
  version: '1',
  label: { nl: 'Hoe was het voor je?', en: 'How was it for you?' },
  introduction: {
    nl: 'Er zijn geen goede of foute antwoorden. We willen het beter leren doen.',
    en: 'There are no right or wrong answers. We want to learn to do it better.',
  },
  items: [
    {
      kind: 'choice',
      id: 'helped',
      question: { nl: 'Had je iets aan de bezoeken?', en: 'Did the visits help you?' },
      options: often,
    },
    {
      kind: 'choice',
      id: 'at_ease',
      question: { nl: 'Voelde je je op je gemak bij haar?', en: 'Did you feel at ease with her?' },
      options: often,
    },
    {
      kind: 'choice',
      id: 'own_choice',
      question: { nl: 'Ging het over wat jij belangrijk vond?', en: 'Was it about what mattered to you?' },
      options: often,
    },
    {
      kind: 'scale',
      id: 'mark',
      question: { nl: 'Welk cijfer geef je de bezoeken?', en: 'How do you rate the visits?' },
      min: 0,
      max: 10,
      low: { nl: 'Heel slecht', en: 'Very bad' },
      high: { nl: 'Heel goed', en: 'Very good' },
    },
    { kind: 'text', id: 'better', question: { nl: 'Wat kan er beter?', en: 'What could be better?' } },
  ],
  prov: 'proposal',
}
