export const nl = {
  'refusal.not-with-her': 'Dit kan niet bij haar. Kies iemand anders, of vraag het de aandachtsfunctionaris.',
}

export const en: typeof nl = {
  'refusal.not-with-her': 'This isn’t possible with her. Choose somebody else, or ask the safeguarding lead.',
}
