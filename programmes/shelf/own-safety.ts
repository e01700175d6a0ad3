import { straight, upTo } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = upTo(10)

export const ownSafety = shelved({
  id: 'own-safety-nl',
  version: '1',
  language: 'nl',
  title: words('Veiligheidscijfer', 'Safety mark'),
  about: words('Hoe veilig het thuis is', 'How safe it is at home'),
  licence: { class: 'own', evidence: 'own', embed: true, text: 'Written for this project; not validated.' },
  channels: ['staff'],
  neverRemote: true,
  alone: true,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    {
      id: 'mother',
      text: 'Hoe veilig voelde u zich thuis de afgelopen week? (0 = helemaal niet veilig, 10 = helemaal veilig)',
      wording: 'published',
      choices: straight(offered),
    },
    {
      id: 'children',
      text: 'Hoe veilig waren uw kinderen thuis de afgelopen week?',
      wording: 'published',
      choices: straight(offered),
    },
  ],
  scores: [
    {
      id: 'mother',
      label: words('Zijzelf', 'She herself'),
      op: 'sum',
      items: ['mother'],
      min: 0,
      max: 10,
      missing: { most: 0, rule: 'none' },
    },
    {
      id: 'children',
      label: words('De kinderen', 'The children'),
      op: 'sum',
      items: ['children'],
      min: 0,
      max: 10,
      missing: { most: 0, rule: 'none' },
    },
  ],
  alarms: [
    { kind: 'partner_violence', within: 'same_day', of: { item: 'mother' }, atMost: 5 },
    { kind: 'child_safety', within: 'same_day', of: { item: 'children' }, atMost: 5 },
  ],
})
