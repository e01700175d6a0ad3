export const nl = {
  'referrer.title': 'Wie aanmeldt',
  'referrer.lead':
    'Mensen met een account die vrouwen aanmelden. Zij zien alleen hoe het met hun eigen aanmeldingen staat.',
  'referrer.empty': 'Er is nog niemand met een account om aan te melden.',
  'referrer.name': 'Naam',
  'referrer.organisation': 'Hoort bij',
  'referrer.none': 'Bij geen van deze',
  'referrer.trainings': 'Scholing',
  'referrer.link-title': 'Bij welke organisatie?',
  'referrer.link': 'Leg vast',
  'referrer.training-title': 'Scholing vastleggen',
  'referrer.training-text':
    'Sommige programma’s vragen een scholing van wie aanmeldt. Zonder scholing komt de aanmelding gewoon binnen, en bespreekt een coördinator het.',
  'referrer.training': 'Welke scholing?',
  'referrer.trained-on': 'Op welke dag?',
  'referrer.record-training': 'Leg scholing vast',
  'referrer.said.linked': 'Vastgelegd.',
  'referrer.said.trained': 'De scholing is vastgelegd.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'referrer.title': 'Who refers',
  'referrer.lead': 'People with an account who refer women. They see only how their own referrals stand.',
  'referrer.empty': 'Nobody has an account to refer with yet.',
  'referrer.name': 'Name',
  'referrer.organisation': 'Belongs to',
  'referrer.none': 'None of these',
  'referrer.trainings': 'Training',
  'referrer.link-title': 'At which organisation?',
  'referrer.link': 'Record',
  'referrer.training-title': 'Record a training',
  'referrer.training-text':
    'Some programmes ask a training of who refers. Without it the referral comes in all the same, and a coordinator talks about it.',
  'referrer.training': 'Which training?',
  'referrer.trained-on': 'On which day?',
  'referrer.record-training': 'Record the training',
  'referrer.said.linked': 'Recorded.',
  'referrer.said.trained': 'The training is recorded.',
}
