export const nl = {
  'refusal.paper-not-asked':
    'Er is nog niet met haar besproken hoe zij veilig bereikt wordt, ook niet of papier veilig is. Bespreek dat eerst. Lees het haar nu voor.',
  'refusal.paper-asked-long-ago':
    'Haar afspraken zijn te oud om op te vertrouwen. Vraag eerst of ze nog kloppen. Lees het haar nu voor.',
  'refusal.paper-not-home':
    'Zij wil thuis geen papier. Geef niets mee: lees het haar voor, of leer samen uit het hoofd wat zij nodig heeft.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'refusal.paper-not-asked':
    'Nobody has talked with her yet about how she is reached safely, nor whether paper is safe. Do that first. Read it to her now.',
  'refusal.paper-asked-long-ago':
    'Her agreement is too old to rely on. First ask whether it is still right. Read it to her now.',
  'refusal.paper-not-home':
    'She wants no paper at home. Give her nothing: read it to her, or learn together by heart what she needs.',
}
