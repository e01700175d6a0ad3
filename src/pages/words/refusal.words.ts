/** What a rule's refusal (`refusal.…`) and a field's problem (`field.…`) say: what is wrong and how to mend it. */
export const nl = {
  'refusal.changed-meanwhile':
    'Iemand anders heeft dit intussen gewijzigd. Kijk wat er nu staat en sla dan opnieuw op. Uw tekst staat er nog.',
  'refusal.submission-key-reused': 'Dit formulier is al verstuurd met andere gegevens. Open het opnieuw.',
  'refusal.not-from-this-state': 'Dit kan nu niet: de stap past niet bij waar het traject is.',
  'refusal.version-not-from-this-state':
    'Dit kan nu niet: deze versie is al voorgelegd, goedgekeurd of ingetrokken. Open haar opnieuw.',
  'refusal.version-none-newer': 'Er is geen nieuwere versie van wat hier gekopieerd is.',
  'refusal.version-taken': 'Iemand anders begon net aan dezelfde versie. Kijk bij de concepten.',
  'refusal.own-version':
    'Je maakte of wijzigde deze versie zelf. Laat een collega die er niet aan meewerkte haar goedkeuren.',
  'refusal.programme-has-problems': 'Er klopt nog iets niet. Los eerst op wat hieronder staat.',
  'refusal.programme-outgrown':
    'Deze versie past niet meer bij hoe programma’s nu gemaakt worden. Begin opnieuw met een kopie.',
  'refusal.programme-offered-already': 'Deze versie staat al in het aanbod.',
  'refusal.programme-not-offered': 'Dit programma staat niet in het aanbod.',
  'refusal.programme-file-too-large': 'Dit bestand is te groot voor een programma. Er is niets ingelezen.',
  'refusal.programme-file-too-deep':
    'In dit bestand zit te veel in elkaar. Het is geen programma; er is niets ingelezen.',
  'refusal.programme-file-unreadable': 'Dit bestand kunnen we niet lezen. Er is niets ingelezen.',
  'refusal.programme-file-other':
    'In dit bestand staat geen programma. Kies een bestand dat met Naast is gemaakt.',
  'refusal.programme-file-changed':
    'Dit bestand is onderweg veranderd: de controlesom klopt niet. Vraag het bestand opnieuw.',
  'refusal.move-not-running': 'Dit traject is afgesloten.',
  'refusal.move-not-newer': 'Er is geen nieuwere versie van dit programma.',
  'refusal.move-not-eligible': 'De nieuwe versie is volgens haar regels niet voor deze persoon.',
  'refusal.move-loses-phase': 'De nieuwe versie kent de fase niet waar dit traject in is.',
  'field.required': 'Vul dit in.',
  'field.too-long': 'Deze tekst is te lang. Maak hem korter.',
  'field.too-small': 'Dit getal is te klein.',
  'field.too-big': 'Dit getal is te groot.',
  'field.not-valid': 'Dit begrijpen we niet. Kijk na wat hier is ingevuld.',
  'field.not-a-day': 'Dit is geen datum die bestaat. Schrijf bijvoorbeeld 3-11-2026.',
  'field.not-a-time': 'Dit is geen tijd. Schrijf bijvoorbeeld 9.30.',
  'field.not-an-email': 'Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@example.nl.',
  'field.not-a-language': 'Deze taal kennen we niet. Kies een taal uit de lijst.',
  'field.not-a-year': 'Vul een jaar in, zoals 2026.',
  'field.not-an-anchor':
    'Dit is geen zegel van deze organisatie. Neem de hele regel over, zoals die in het bestand staat.',
  'field.unknown-field': 'Dit veld kennen we niet.',
  'field.not-a-number': 'Dit is geen getal. Schrijf bijvoorbeeld 12.',
  'field.rule-unfinished': 'Kies bij elke voorwaarde hoe, en vul een getal in als dat nodig is.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'refusal.changed-meanwhile':
    'Someone else changed this in the meantime. See what it says now and save again. Your text is still here.',
  'refusal.submission-key-reused': 'This form was already sent with other details. Open it again.',
  'refusal.not-from-this-state': 'This can’t be done now: the step does not fit where the trajectory is.',
  'refusal.version-not-from-this-state':
    'This can’t be done now: this version was already submitted, approved or withdrawn. Open it again.',
  'refusal.version-none-newer': 'There is no newer version of what was copied here.',
  'refusal.version-taken': 'Someone else just began the same version. Look among the drafts.',
  'refusal.own-version':
    'You made or changed this version yourself. Let a colleague who did not work on it approve it.',
  'refusal.programme-has-problems': 'Something is not right yet. First mend what is listed below.',
  'refusal.programme-outgrown':
    'This version no longer fits how programmes are made now. Begin again with a copy.',
  'refusal.programme-offered-already': 'This version is offered already.',
  'refusal.programme-not-offered': 'This programme is not offered.',
  'refusal.programme-file-too-large': 'This file is too large for a programme. Nothing was read.',
  'refusal.programme-file-too-deep':
    'This file has too much inside each other. It is no programme; nothing was read.',
  'refusal.programme-file-unreadable': 'We can’t read this file. Nothing was read.',
  'refusal.programme-file-other': 'There is no programme in this file. Choose one that was made with Naast.',
  'refusal.programme-file-changed':
    'This file was changed on its way: the checksum does not match. Ask for the file again.',
  'refusal.move-not-running': 'This trajectory is closed.',
  'refusal.move-not-newer': 'There is no newer version of this programme.',
  'refusal.move-not-eligible': 'By its rules the new version is not for this person.',
  'refusal.move-loses-phase': 'The new version does not know the phase that this trajectory is in.',
  'field.required': 'Fill this in.',
  'field.too-long': 'This text is too long. Make it shorter.',
  'field.too-small': 'This number is too small.',
  'field.too-big': 'This number is too big.',
  'field.not-valid': 'We don’t understand this. Check what you filled in.',
  'field.not-a-day': 'This is not a date that exists. Write for example 3-11-2026.',
  'field.not-a-time': 'This is not a time. Write for example 9:30.',
  'field.not-an-email': 'This is not an e-mail address. Write for example name@example.nl.',
  'field.not-a-language': 'We don’t know this language. Choose one from the list.',
  'field.not-a-year': 'Fill in a year, like 2026.',
  'field.not-an-anchor':
    'This is no seal of this organisation. Copy the whole line as it stands in the file.',
  'field.unknown-field': 'We don’t know this field.',
  'field.not-a-number': 'This is not a number. Write for example 12.',
  'field.rule-unfinished': 'Choose how for each condition, and fill in a number where it is needed.',
}
