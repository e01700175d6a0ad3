import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

export const osss3 = shelved({
  id: 'osss3-nl',
  version: '1',
  language: 'nl',
  title: words('OSSS-3', 'OSSS-3'),
  about: words('Steun van anderen', 'Social support'),
  licence: {
    class: 'free_attribution',
    evidence: 'opened',
    embed: true,
    text: 'Kocalevent et al. 2018, BMC Psychology 6:31 (open access; CC BY 4.0 = background); used in EHIS and by Sciensano. Cite Dalgard et al. and Kocalevent 2018.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    {
      id: 'o1',
      text: 'Hoeveel mensen staan zo dicht bij u dat u op hen kunt rekenen als u grote persoonlijke problemen hebt?',
      wording: 'draft',
      choices: straight([
        { value: 1, label: 'Geen' },
        { value: 2, label: '1 of 2' },
        { value: 3, label: '3 tot 5' },
        { value: 4, label: 'Meer dan 5' },
      ]),
    },
    {
      id: 'o2',
      text: 'Hoeveel interesse en belangstelling tonen mensen voor wat u doet?',
      wording: 'draft',
      choices: straight([
        { value: 5, label: 'Veel' },
        { value: 4, label: 'Enige' },
        { value: 3, label: 'Weet ik niet' },
        { value: 2, label: 'Weinig' },
        { value: 1, label: 'Geen' },
      ]),
    },
    {
      id: 'o3',
      text: 'Hoe makkelijk kunt u praktische hulp krijgen van buren als u die nodig hebt?',
      wording: 'draft',
      choices: straight([
        { value: 5, label: 'Heel makkelijk' },
        { value: 4, label: 'Makkelijk' },
        { value: 3, label: 'Mogelijk' },
        { value: 2, label: 'Moeilijk' },
        { value: 1, label: 'Heel moeilijk' },
      ]),
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['o1', 'o2', 'o3'],
      min: 3,
      max: 14,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'little', from: 3, label: words('Weinig', 'Little') },
        { id: 'moderate', from: 9, label: words('Matig', 'Moderate') },
        { id: 'strong', from: 12, label: words('Sterk', 'Strong') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'total',
    points: 4,
    status: 'group_only',
    better: 'higher',
    inputs: 'alpha .64 (background) x SD 2.2 women (opened): 3.66; too coarse for individuals',
  },
})
