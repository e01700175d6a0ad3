import { hits } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 1, label: 'Nee' },
  { value: 2, label: 'Min of meer' },
  { value: 3, label: 'Ja' },
]

export const djg6 = shelved({
  id: 'djg6-nl',
  version: '1',
  language: 'nl',
  title: words('Eenzaamheidsschaal, 6 vragen', 'Loneliness scale, 6 items'),
  about: words('Eenzaamheid', 'Loneliness'),
  licence: {
    class: 'free_survey',
    evidence: 'opened',
    embed: true,
    text: 'De Jong Gierveld & Van Tilburg. Available for (scientific) survey research if the source is mentioned (manual, or 2006 paper for the 6-item version); electronic use allowed; meant for group averages.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: true,
  stem: null,
  items: [
    { id: 'l3', text: 'Ik ervaar een leegte om me heen', wording: 'published', choices: hits(offered, 2, 3) },
    {
      id: 'l4',
      text: 'Er zijn genoeg mensen op wie ik in geval van narigheid kan terugvallen',
      wording: 'published',
      choices: hits(offered, 1, 2),
    },
    {
      id: 'l7',
      text: 'Ik heb veel mensen op wie ik volledig kan vertrouwen',
      wording: 'published',
      choices: hits(offered, 1, 2),
    },
    {
      id: 'l8',
      text: 'Er zijn voldoende mensen met wie ik me nauw verbonden voel',
      wording: 'published',
      choices: hits(offered, 1, 2),
    },
    { id: 'l9', text: 'Ik mis mensen om me heen', wording: 'published', choices: hits(offered, 2, 3) },
    {
      id: 'l10',
      text: 'Vaak voel ik me in de steek gelaten',
      wording: 'published',
      choices: hits(offered, 2, 3),
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['l3', 'l9', 'l10', 'l4', 'l7', 'l8'],
      min: 0,
      max: 6,
      missing: { most: 1, rule: 'counted' },
      bands: [
        { id: 'none', from: 0, label: words('Niet', 'Not') },
        { id: 'moderate', from: 2, label: words('Matig', 'Moderate') },
        { id: 'strong', from: 5, label: words('Sterk', 'Strong') },
      ],
    },
    {
      id: 'emotional',
      label: words('Emotioneel', 'Emotional'),
      op: 'sum',
      items: ['l3', 'l9', 'l10'],
      min: 0,
      max: 3,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'none', from: 0, label: words('Niet', 'Not') },
        { id: 'lonely', from: 1, label: words('Eenzaam', 'Lonely') },
      ],
    },
    {
      id: 'social',
      label: words('Sociaal', 'Social'),
      op: 'sum',
      items: ['l4', 'l7', 'l8'],
      min: 0,
      max: 3,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'none', from: 0, label: words('Niet', 'Not') },
        { id: 'lonely', from: 1, label: words('Eenzaam', 'Lonely') },
      ],
    },
  ],
  alarms: [],
})
