export const nl = {
  'match.state.trial': 'Op proef',
  'match.state.paused': 'Even stil',
  'match.state.tapering': 'Wordt afgebouwd',
  'match.state.handed_over': 'Doorgegeven',
  'match.end-reason.goals_reached': 'De doelen zijn bereikt',
  'match.end-reason.on_own_feet': 'Het lukt nu op eigen kracht',
  'match.end-reason.programme_done': 'Het programma is klaar',
  'match.end-reason.goes_on_elsewhere': 'Gaat verder bij een groep of iemand in de buurt',
  'match.end-reason.worker_away': 'De vrijwilliger is lang weg',
  'match.end-reason.no_time_together': 'Er is geen tijd te vinden die allebei past',
  'match.end-reason.not_safe': 'Het is nu niet veilig',
  'refusal.match-rests-for-her':
    'Deze koppeling is stil na een verlies. Leg bij het verloop vast hoe het verder gaat.',
  'refusal.match-same-worker': 'Deze vrijwilliger staat al naast dit traject. Kies iemand anders.',
  'refusal.shortlist-already': 'Deze naam staat al op het lijstje.',
  'refusal.shortlist-full': 'Er staan al {{most}} namen op het lijstje. Haal er eerst een af.',
  'field.before-the-match': 'Deze dag ligt voor het begin van de koppeling.',
  'task.reason.ask-after-trial': 'De proef loopt af. Vraag allebei of zij verder willen.',
  'task.reason.trial-stops':
    'Een van de twee wil na de proef niet verder. Praat met allebei; niemand heeft schuld.',
  'task.reason.look-at-pause': 'De bezoeken zijn een tijd stil. Kijk of het weer verder kan.',
  'task.reason.last-visit-near': 'Het laatste bezoek komt eraan. Bereid het samen voor.',
  'task.reason.ask-after-match':
    'Het is een tijd geleden dat de steun stopte. Vraag hoe het gaat, zoals is afgesproken. Er gaat niets vanzelf weg.',
}

export const en: Record<keyof typeof nl, string> = {
  'match.state.trial': 'On trial',
  'match.state.paused': 'Resting',
  'match.state.tapering': 'Winding down',
  'match.state.handed_over': 'Passed on',
  'match.end-reason.goals_reached': 'The goals were reached',
  'match.end-reason.on_own_feet': 'It works without help now',
  'match.end-reason.programme_done': 'The programme is done',
  'match.end-reason.goes_on_elsewhere': 'Goes on with a group or somebody nearby',
  'match.end-reason.worker_away': 'The volunteer is away for long',
  'match.end-reason.no_time_together': 'No time can be found that suits both',
  'match.end-reason.not_safe': 'It is not safe now',
  'refusal.match-rests-for-her': 'This match rests after a loss. Write down in the course how it goes on.',
  'refusal.match-same-worker': 'This volunteer stands beside this trajectory already. Choose somebody else.',
  'refusal.shortlist-already': 'This name is on the list already.',
  'refusal.shortlist-full': 'There are {{most}} names on the list already. Take one off first.',
  'field.before-the-match': 'This day lies before the match began.',
  'task.reason.ask-after-trial': 'The trial ends. Ask both whether they want to go on.',
  'task.reason.trial-stops':
    'One of the two does not want to go on after the trial. Talk with both; nobody is at fault.',
  'task.reason.look-at-pause': 'Visits have rested for a while. See whether they can go on.',
  'task.reason.last-visit-near': 'The last visit is near. Prepare it together.',
  'task.reason.ask-after-match':
    'It is some time since the support ended. Ask how it goes, in the way that was agreed. Nothing is sent by itself.',
}
