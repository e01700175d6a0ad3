export const nl = {
  'refusal.release-own': 'Je hebt dit zelf klaargezet. Een tweede persoon geeft het vrij.',
  'refusal.release-not-prepared': 'Hierover is al beslist.',
  'refusal.release-overtaken':
    'Intussen zijn andere cijfers over dezelfde vrouwen vrijgegeven. Zet deze opnieuw klaar: dan wordt opnieuw bekeken wat verborgen moet blijven.',
  'refusal.release-damaged':
    'Deze cijfers zijn niet meer precies zoals ze zijn vastgelegd. Ze worden niet getoond. Vraag wie Naast beheert om een reservekopie na te kijken.',
  'refusal.release-no-proof':
    'Het lukte niet op tijd om te bewijzen dat niemand herkenbaar is. Er gaat niets weg. Probeer het opnieuw, of met minder tabellen.',
}
export const en: typeof nl = {
  'refusal.release-own': 'You prepared this yourself. A second person releases it.',
  'refusal.release-not-prepared': 'This was decided already.',
  'refusal.release-overtaken':
    'Other figures about the same women were released meanwhile. Prepare these anew: then it is looked at again what must stay hidden.',
  'refusal.release-damaged':
    'These figures are no longer exactly as they were frozen. They are not shown. Ask whoever runs Naast to look in a backup.',
  'refusal.release-no-proof':
    'There was no proof in time that nobody can be recognised. Nothing leaves. Try again, or with fewer tables.',
}
