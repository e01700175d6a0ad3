import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 5, label: 'Altijd' },
  { value: 4, label: 'Meestal' },
  { value: 3, label: 'Soms' },
  { value: 2, label: 'Af en toe' },
  { value: 1, label: 'Nooit' },
]

export const k10 = shelved({
  id: 'k10-nl',
  version: '1',
  language: 'nl',
  title: words('K10', 'Kessler-10'),
  about: words('Psychische klachten, vier weken', 'Psychological distress, four weeks'),
  licence: {
    class: 'free_attribution',
    evidence: 'opened',
    embed: true,
    text: '© World Health Organization 2003. K6/K10 available for unrestricted use; cite Kessler et al. 2003 Arch Gen Psychiatry 60:184-189 (and 2002 Psychol Med 32:959-976)',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: 'De volgende vragen gaan over hoe u zich voelde in de afgelopen 4 weken',
  items: [
    {
      id: 'k1',
      text: 'Hoe vaak voelde u zich erg vermoeid zonder duidelijke reden?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k2',
      text: 'Hoe vaak voelde u zich zenuwachtig?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k3',
      text: 'Hoe vaak was u zo zenuwachtig dat u niet tot rust kon komen?',
      wording: 'published',
      choices: straight(offered),
    },
    { id: 'k4', text: 'Hoe vaak voelde u zich hopeloos?', wording: 'published', choices: straight(offered) },
    {
      id: 'k5',
      text: 'Hoe vaak voelde u zich rusteloos of ongedurig?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k6',
      text: 'Hoe vaak voelde u zich zo rusteloos dat u niet meer stil kon zitten?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k7',
      text: 'Hoe vaak voelde u zich somber of depressief?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k8',
      text: 'Hoe vaak had u het gevoel dat alles veel moeite kostte?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k9',
      text: 'Hoe vaak voelde u zich zo somber dat niets hielp om u op te vrolijken?',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'k10',
      text: 'Hoe vaak vond u zichzelf afkeurenswaardig, minderwaardig of waardeloos?',
      wording: 'published',
      choices: straight(offered),
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9', 'k10'],
      min: 10,
      max: 50,
      missing: { most: 2, rule: 'prorate' },
      bands: [
        { id: 'low', from: 10, label: words('Laag', 'Low') },
        { id: 'moderate', from: 16, label: words('Matig', 'Moderate') },
        { id: 'high', from: 30, label: words('Hoog', 'High') },
      ],
    },
    {
      id: 'k6_6_30',
      label: words('K6 (6 tot 30)', 'K6 (6 to 30)'),
      op: 'sum',
      items: ['k2', 'k4', 'k5', 'k8', 'k9', 'k10'],
      min: 6,
      max: 30,
      missing: { most: 0, rule: 'none' },
    },
    {
      id: 'k6',
      label: words('K6 (0 tot 24)', 'K6 (0 to 24)'),
      op: 'sum',
      items: ['k2', 'k4', 'k5', 'k8', 'k9', 'k10'],
      min: 0,
      max: 24,
      missing: { most: 0, rule: 'none' },
      plus: -6,
      bands: [
        { id: 'below', from: 0, label: words('Onder het afkappunt', 'Below the cut-off') },
        { id: 'above', from: 13, label: words('Boven het afkappunt', 'Above the cut-off') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'total',
    points: 6,
    status: 'derived',
    better: 'lower',
    inputs:
      'alpha .93 (Fassaert 2009, opened) x SD 8 (assumed help-seeking SD; replace by own baseline SD): 1.96*8*sqrt(2*(1-.93))=5.87',
    cutOff: 30,
    noRoomFrom: 15,
  },
})
