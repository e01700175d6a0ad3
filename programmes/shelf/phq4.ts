import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 0, label: 'Helemaal niet', code: 'LA6568-5' },
  { value: 1, label: 'Meerdere dagen', code: 'LA6569-3' },
  { value: 2, label: 'Meer dan de helft van de dagen', code: 'LA6570-1' },
  { value: 3, label: 'Bijna elke dag', code: 'LA6571-9' },
]

export const phq4 = shelved({
  id: 'phq4-nl',
  version: '1',
  language: 'nl',
  title: words('PHQ-4', 'PHQ-4'),
  about: words('Somberheid en angst, twee weken', 'Depression and anxiety, two weeks'),
  licence: { class: 'free', evidence: 'opened', embed: true, text: 'As PHQ.' },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: null,
  items: [
    {
      id: 'p1',
      text: 'Zich zenuwachtig, angstig of gespannen voelen',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69725-0',
    },
    {
      id: 'p2',
      text: 'Niet in staat zijn om te stoppen met piekeren of om controle te krijgen over het piekeren',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '68509-9',
    },
    {
      id: 'p3',
      text: 'Weinig interesse of plezier in activiteiten',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '44250-9',
    },
    {
      id: 'p4',
      text: 'Zich neerslachtig, depressief of hopeloos voelen',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '44255-8',
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['p1', 'p2', 'p3', 'p4'],
      min: 0,
      max: 12,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'normal', from: 0, label: words('Gewoon', 'Normal') },
        { id: 'mild', from: 3, label: words('Licht', 'Mild') },
        { id: 'moderate', from: 6, label: words('Matig', 'Moderate') },
        { id: 'severe', from: 9, label: words('Ernstig', 'Severe') },
      ],
    },
    {
      id: 'anxiety',
      label: words('Angst', 'Anxiety'),
      op: 'sum',
      items: ['p1', 'p2'],
      min: 0,
      max: 6,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'negative', from: 0, label: words('Negatief', 'Negative') },
        { id: 'positive', from: 3, label: words('Positief', 'Positive') },
      ],
    },
    {
      id: 'depression',
      label: words('Somberheid', 'Depression'),
      op: 'sum',
      items: ['p3', 'p4'],
      min: 0,
      max: 6,
      missing: { most: 0, rule: 'none' },
      bands: [
        { id: 'negative', from: 0, label: words('Negatief', 'Negative') },
        { id: 'positive', from: 3, label: words('Positief', 'Positive') },
      ],
    },
  ],
  alarms: [],
  change: {
    score: 'total',
    points: 3,
    status: 'uncertain',
    better: 'lower',
    inputs: 'SD 2.1, alpha .78 (background)',
  },
})
