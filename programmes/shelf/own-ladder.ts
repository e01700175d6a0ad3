import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

export const ownLadder = shelved({
  id: 'own-ladder-nl',
  version: '1',
  language: 'nl',
  title: words('Ladder', 'Ladder'),
  about: words(
    'Wat zij ziet bij de kinderen, en hulp voor zichzelf',
    'What she sees in the children, and help for herself',
  ),
  licence: {
    class: 'own',
    evidence: 'own',
    embed: true,
    text: 'Written for this project; not validated. Rated by mentor together with the mother.',
  },
  channels: ['staff'],
  neverRemote: true,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    {
      id: 'children',
      text: 'Effect van het geweld op de kinderen',
      wording: 'published',
      choices: straight([
        { value: 0, label: 'niet besproken' },
        { value: 1, label: 'ziet nog geen effect op de kinderen' },
        { value: 2, label: 'vermoedt of benoemt effect op de kinderen' },
        { value: 3, label: 'kan voorbeelden geven en past eigen gedrag of veiligheid van de kinderen aan' },
        { value: 4, label: 'heeft hulp voor de kinderen gevraagd of geaccepteerd' },
      ]),
    },
    {
      id: 'help',
      text: 'Hulp voor zichzelf',
      wording: 'published',
      choices: straight([
        { value: 0, label: 'niet besproken' },
        { value: 1, label: 'wil geen hulp' },
        { value: 2, label: 'denkt na over hulp' },
        { value: 3, label: 'afspraak of verwijzing geaccepteerd' },
        { value: 4, label: 'is gestart met hulp (minstens 1 contact)' },
      ]),
    },
  ],
  scores: [
    {
      id: 'children',
      label: words('De kinderen', 'The children'),
      op: 'sum',
      items: ['children'],
      min: 0,
      max: 4,
      missing: { most: 0, rule: 'none' },
    },
    {
      id: 'help',
      label: words('Hulp voor zichzelf', 'Help for herself'),
      op: 'sum',
      items: ['help'],
      min: 0,
      max: 4,
      missing: { most: 0, rule: 'none' },
    },
  ],
  alarms: [],
})
