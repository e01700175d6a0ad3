export const nl = {
  'refusal.meeting-not-open': 'Dit koppeloverleg is al afgerond. Begin een nieuw overleg.',
  'refusal.meeting-open-already': 'Er loopt al een koppeloverleg. Ga daarmee verder, of sluit het af.',
  'refusal.meeting-no-answer':
    'Er kwam geen verdeling uit, of het duurde te lang. Er is niets veranderd. Probeer het nog eens.',
  'refusal.meeting-not-in-it': 'Zij staat niet in dit overleg. Kijk of zij nog wacht, of nog meedoet.',
  'refusal.meeting-stands-already': 'Dat staat al zo in dit overleg.',
  'refusal.meeting-undone-already': 'Dit was al teruggedraaid.',
  'refusal.meeting-left-out': 'Zij doet dit keer niet mee. Draai dat eerst terug.',
  'refusal.meeting-pair-forbidden': 'Hier staat dat deze twee niet samen gaan. Draai dat eerst terug.',
  'refusal.meeting-pair-pinned': 'Zij staat vast bij iemand. Draai dat eerst terug.',
  'refusal.meeting-no-place-left':
    'Al haar plekken zijn vastgezet voor anderen. Draai er daarvan eerst een terug.',
  'refusal.meeting-below-running': 'Zij staat nu al naast meer vrouwen. Minder kan dit overleg niet maken.',
  'refusal.meeting-over-most': 'Meer plekken staat haar programma niet toe.',
  'refusal.meeting-no-criterion': 'Dit telt in dat programma niet mee.',
  'refusal.meeting-no-weight': 'Zo telt er niets meer mee. Laat ten minste één ding meetellen.',
  'refusal.meeting-nobody-chosen': 'Kies ten minste één voorstel om te doen.',
  'refusal.meeting-chosen-twice': 'Zij staat er twee keer in. Kies één voorstel voor haar.',
}
export const en: Record<keyof typeof nl, string> = {
  'refusal.meeting-not-open': 'This matching meeting is over. Begin a new one.',
  'refusal.meeting-open-already': 'A matching meeting is open already. Go on with that one, or end it.',
  'refusal.meeting-no-answer': 'No plan came out, or it took too long. Nothing was changed. Try again.',
  'refusal.meeting-not-in-it':
    'She is not in this meeting. See whether she still waits, or still takes part.',
  'refusal.meeting-stands-already': 'It stands so in this meeting already.',
  'refusal.meeting-undone-already': 'This was undone already.',
  'refusal.meeting-left-out': 'She is left out this time. Undo that first.',
  'refusal.meeting-pair-forbidden': 'It says here that these two don’t go together. Undo that first.',
  'refusal.meeting-pair-pinned': 'She is pinned to somebody. Undo that first.',
  'refusal.meeting-no-place-left': 'All her places are pinned for others. Undo one of those first.',
  'refusal.meeting-below-running':
    'She stands beside more women already. This meeting can’t make it fewer than that.',
  'refusal.meeting-over-most': 'Her programme doesn’t allow her more places.',
  'refusal.meeting-no-criterion': 'This doesn’t count in that programme.',
  'refusal.meeting-no-weight': 'This way nothing counts any more. Let at least one thing count.',
  'refusal.meeting-nobody-chosen': 'Choose at least one proposal to make.',
  'refusal.meeting-chosen-twice': 'She is in it twice. Choose one proposal for her.',
}
