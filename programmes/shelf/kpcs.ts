import { straight, upTo } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = upTo(3)
/** “Not applicable” counts for two where it is offered (its manual). */
const notApplicable = { value: 9, counts: 2, label: null }

export const kpcs = shelved({
  id: 'kpcs',
  version: '1',
  language: null,
  title: words('KPCS', 'KPCS'),
  about: words('Vertrouwen als ouder, kind tot 12 maanden', 'Parenting confidence, child up to 12 months'),
  licence: {
    class: 'free_unaltered',
    evidence: 'opened',
    embed: false,
    text: 'Črnčec, Barnett & Matthey 2008. Free for clinical and research contexts provided the scale is not altered and full reference is on all copies.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    { id: 'c1', text: null, wording: 'none', choices: [...straight(offered), notApplicable] },
    { id: 'c2', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c3', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c4', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c5', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c6', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c7', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c8', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c9', text: null, wording: 'none', choices: [...straight(offered), notApplicable] },
    { id: 'c10', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c11', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c12', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c13', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c14', text: null, wording: 'none', choices: straight(offered) },
    { id: 'c15', text: null, wording: 'none', choices: straight(offered) },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12', 'c13', 'c14', 'c15'],
      min: 0,
      max: 45,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'low', from: 0, label: words('Laag', 'Low') },
        { id: 'usual', from: 40, label: words('Gewoon', 'Usual') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'total',
    points: 6,
    status: 'derived',
    better: 'higher',
    inputs:
      'test-retest .88 (opened) x SD 5.5 (Nepal SD 5.48, opened): 5.28; watch ceiling: Danish means 39.5-42.4 of 45',
    noRoomFrom: 42,
  },
})
