/** What a rule's refusal (`refusal.…`) and a field's problem (`field.…`) say: what is wrong and how to mend it. */
export const nl = {
  'refusal.changed-meanwhile':
    'Iemand anders heeft dit intussen gewijzigd. Kijk wat er nu staat en sla dan opnieuw op. Uw tekst staat er nog.',
  'refusal.submission-key-reused': 'Dit formulier is al verstuurd met andere gegevens. Open het opnieuw.',
  'refusal.not-from-this-state': 'Dit kan nu niet: de stap past niet bij waar het traject is.',
  'field.required': 'Vul dit in.',
  'field.too-long': 'Deze tekst is te lang. Maak hem korter.',
  'field.too-small': 'Dit getal is te klein.',
  'field.too-big': 'Dit getal is te groot.',
  'field.not-valid': 'Dit begrijpen we niet. Controleer wat u invulde.',
  'field.not-a-day': 'Dit is geen datum die bestaat. Schrijf bijvoorbeeld 3-11-2026.',
  'field.not-a-time': 'Dit is geen tijd. Schrijf bijvoorbeeld 9.30.',
  'field.not-an-email': 'Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@example.nl.',
  'field.not-a-language': 'Deze taal kennen we niet. Kies een taal uit de lijst.',
  'field.unknown-field': 'Dit veld kennen we niet.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'refusal.changed-meanwhile':
    'Someone else changed this in the meantime. See what it says now and save again. Your text is still here.',
  'refusal.submission-key-reused': 'This form was already sent with other details. Open it again.',
  'refusal.not-from-this-state': 'This can’t be done now: the step does not fit where the trajectory is.',
  'field.required': 'Fill this in.',
  'field.too-long': 'This text is too long. Make it shorter.',
  'field.too-small': 'This number is too small.',
  'field.too-big': 'This number is too big.',
  'field.not-valid': 'We don’t understand this. Check what you filled in.',
  'field.not-a-day': 'This is not a date that exists. Write for example 3-11-2026.',
  'field.not-a-time': 'This is not a time. Write for example 9:30.',
  'field.not-an-email': 'This is not an e-mail address. Write for example name@example.nl.',
  'field.not-a-language': 'We don’t know this language. Choose one from the list.',
  'field.unknown-field': 'We don’t know this field.',
}
