export const nl = {
  'measure.change.better': 'Van begin tot nu: beter, en meer dan de meetfout.',
  'measure.change.same': 'Van begin tot nu: geen verschil dat groter is dan de meetfout.',
  'measure.change.worse': 'Van begin tot nu: slechter, en meer dan de meetfout. Vraag haar hoe zij het ziet.',
  'measure.change.no-room': 'Ze begon zo gunstig dat er weinig ruimte was om beter te worden.',
  'measure.change.band': 'In de lichte strook is een verschil niet meer dan de meetfout.',
  'measure.change.of-safety':
    'Een ongunstiger cijfer kan vertrouwen zijn: ze durft nu te vertellen hoe het is. Vraag het haar.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'measure.change.better': 'From the beginning until now: better, and by more than the measurement error.',
  'measure.change.same': 'From the beginning until now: no difference larger than the measurement error.',
  'measure.change.worse':
    'From the beginning until now: worse, and by more than the measurement error. Ask her how she sees it.',
  'measure.change.no-room': 'She began so well that there was little room to get better.',
  'measure.change.band': 'Within the light band a difference is no more than the measurement error.',
  'measure.change.of-safety':
    'A less favourable number may be trust: she dares to tell how it is now. Ask her.',
}
