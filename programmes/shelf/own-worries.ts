import { straight, upTo } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = upTo(10)

export const ownWorries = shelved({
  id: 'own-worries-nl',
  version: '1',
  language: 'nl',
  title: words('Zorgenmeter', 'Worries'),
  about: words('Zorgen over geld, wonen en gezondheid', 'Worries about money, housing and health'),
  licence: { class: 'own', evidence: 'own', embed: true, text: 'Written for this project; not validated.' },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: 'Hoeveel zorgen had u de afgelopen week over ... (0 = geen zorgen, 10 = heel veel zorgen)',
  items: [
    { id: 'money', text: 'geld of schulden', wording: 'published', choices: straight(offered) },
    {
      id: 'housing',
      text: 'uw woning of een plek om te wonen',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'health',
      text: 'uw gezondheid of die van uw kind(eren)',
      wording: 'published',
      choices: straight(offered),
    },
  ],
  scores: [
    {
      id: 'money',
      label: words('Geld of schulden', 'Money or debts'),
      op: 'sum',
      items: ['money'],
      min: 0,
      max: 10,
      missing: { most: 0, rule: 'none' },
    },
    {
      id: 'housing',
      label: words('Wonen', 'Housing'),
      op: 'sum',
      items: ['housing'],
      min: 0,
      max: 10,
      missing: { most: 0, rule: 'none' },
    },
    {
      id: 'health',
      label: words('Gezondheid', 'Health'),
      op: 'sum',
      items: ['health'],
      min: 0,
      max: 10,
      missing: { most: 0, rule: 'none' },
    },
  ],
  alarms: [],
})
