import { straight } from './choices.ts'
import { shelved, words } from './shelved.ts'

const offered = [
  { value: 0, label: 'Helemaal niet', code: 'LA6568-5' },
  { value: 1, label: 'Meerdere dagen', code: 'LA6569-3' },
  { value: 2, label: 'Meer dan de helft van de dagen', code: 'LA6570-1' },
  { value: 3, label: 'Bijna elke dag', code: 'LA6571-9' },
]

export const gad7 = shelved({
  id: 'gad7-nl',
  version: '1',
  language: 'nl',
  title: words('GAD-7', 'GAD-7'),
  about: words('Angst, twee weken', 'Anxiety, two weeks'),
  licence: {
    class: 'free',
    evidence: 'opened',
    embed: true,
    text: 'As PHQ: no permission required to reproduce, translate, display or distribute.',
  },
  channels: ['staff', 'paper', 'remote'],
  neverRemote: false,
  alone: false,
  onCall: false,
  groupsOnly: false,
  stem: 'Hoe vaak hebt u in de afgelopen 2 weken last gehad van een of meer van de volgende problemen?',
  items: [
    {
      id: 'g1',
      text: 'Zich zenuwachtig, angstig of gespannen voelen',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69725-0',
    },
    {
      id: 'g2',
      text: 'Niet in staat zijn om te stoppen met piekeren of om controle te krijgen over het piekeren',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '68509-9',
    },
    {
      id: 'g3',
      text: 'Te veel piekeren over verschillende dingen',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69733-4',
    },
    {
      id: 'g4',
      text: 'Moeite om te ontspannen',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69734-2',
    },
    {
      id: 'g5',
      text: 'Zo rusteloos zijn dat het moeilijk is om stil te zitten',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69735-9',
    },
    {
      id: 'g6',
      text: 'Snel geïrriteerd raken of ergernis voelen',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69689-8',
    },
    {
      id: 'g7',
      text: 'Zich bang voelen alsof er iets vreselijks zou kunnen gebeuren',
      wording: 'to_confirm',
      choices: straight(offered),
      code: '69736-7',
    },
  ],
  scores: [
    {
      id: 'total',
      label: words('Totaal', 'Total'),
      op: 'sum',
      items: ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7'],
      min: 0,
      max: 21,
      missing: { most: 1, rule: 'prorate' },
      bands: [
        { id: 'minimal', from: 0, label: words('Minimaal', 'Minimal') },
        { id: 'mild', from: 5, label: words('Licht', 'Mild') },
        { id: 'moderate', from: 10, label: words('Matig', 'Moderate') },
        { id: 'severe', from: 15, label: words('Ernstig', 'Severe') },
      ],
    },
    {
      id: 'gad2',
      label: words('GAD-2', 'GAD-2'),
      op: 'sum',
      items: ['g1', 'g2'],
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
    points: 4,
    status: 'background',
    better: 'lower',
    inputs:
      'IAPT convention; Bischoff 2020 (opened abstract) established 6 points: show 6 as sensitivity value',
  },
})
