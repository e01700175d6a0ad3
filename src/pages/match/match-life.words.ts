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
}
