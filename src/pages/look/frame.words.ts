export const nl = {
  'frame.demo': 'Demo: iedereen hier is verzonnen',
  'frame.skip': 'Naar de inhoud',
  'frame.rail': 'Hoofdmenu',
  'frame.optional': '(niet verplicht)',
  'frame.today': 'Vandaag',
  'frame.sign-out': 'Uitloggen',
  'frame.problem-title': 'Er klopt iets niet',
  'frame.not-found-title': 'Deze pagina is er niet',
  'frame.not-found-text': 'Of hij is niet voor iedereen. Ga terug naar het begin en probeer het daar.',
  'frame.forbidden-title': 'Dit mag je niet doen',
  'frame.forbidden-text': 'Je ziet dit wel, maar mag het niet wijzigen. Vraag je coördinator of beheerder.',
  'frame.error-title': 'Er ging iets mis bij ons',
  'frame.error-text':
    'Wat eerder is opgeslagen, is bewaard. Probeer het zo weer. Blijft het misgaan? Noem dan dit nummer:',
  'frame.held-title': 'Je bent uitgelogd',
  'frame.held-text':
    'Wat je typte staat er nog, maar is nog niet bewaard. Log opnieuw in, in een nieuw venster. Kom dan hier terug en verstuur het. Laat dit venster tot die tijd open.',
  'frame.held-sign-in': 'Log opnieuw in (nieuw venster)',
  'frame.held-send': 'Verstuur wat ik typte',
  'frame.too-large': 'Dit is te groot om te versturen. Maak het kleiner en probeer het opnieuw.',
  'frame.unreadable': 'Wat er binnenkwam konden we niet lezen. Open het formulier opnieuw.',
  'frame.home': 'Naar het begin',
  'frame.more': 'Meer',
  'frame.problem-in-title': 'Fout: {{title}}',
  'frame.problem-of': '{{label}}: {{problem}}',
  'frame.exit': 'Verlaat deze pagina',
  'frame.exit-on': 'Verder',
  'frame.exit-about': 'Wat doet ‘Verlaat deze pagina’?',
  'frame.exit-how':
    'De knop opent meteen een pagina over het weer. Op een computer kun je ook drie keer op Shift drukken. Wat je hier invult, blijft niet op je telefoon staan.',
  'frame.exit-not':
    'De knop wist je geschiedenis niet: in de lijst van bezochte pagina’s kan dit adres nog staan. Met de knop Terug komt soms een lege pagina van hier terug. Een telefoon kan worden bekeken of gevolgd zonder dat je het merkt. Twijfel je? Gebruik dan de telefoon van iemand die je vertrouwt.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'frame.demo': 'Demo: everyone here is invented',
  'frame.skip': 'Skip to content',
  'frame.rail': 'Main menu',
  'frame.optional': '(optional)',
  'frame.today': 'Today',
  'frame.sign-out': 'Sign out',
  'frame.problem-title': 'There is a problem',
  'frame.not-found-title': 'This page isn’t here',
  'frame.not-found-text': 'Or it is not here for you. Go back to the start and try from there.',
  'frame.forbidden-title': 'You are not allowed to do this',
  'frame.forbidden-text': 'You can see this but not change it. Ask your coordinator or administrator.',
  'frame.error-title': 'Something went wrong on our side',
  'frame.error-text':
    'What you saved before is safe. Try again in a moment. If it keeps happening, mention this number:',
  'frame.held-title': 'You were signed out',
  'frame.held-text':
    'What you typed is still here, but not saved yet. Sign in again in a new window. Then come back here and send it. Keep this window open until then.',
  'frame.held-sign-in': 'Sign in again (new window)',
  'frame.held-send': 'Send what I typed',
  'frame.too-large': 'What you sent is too large. Make it smaller and try again.',
  'frame.unreadable': 'We could not read what came in. Open the form again.',
  'frame.home': 'To the start',
  'frame.more': 'More',
  'frame.problem-in-title': 'Problem: {{title}}',
  'frame.problem-of': '{{label}}: {{problem}}',
  'frame.exit': 'Leave this page',
  'frame.exit-on': 'Go on',
  'frame.exit-about': 'What does ‘Leave this page’ do?',
  'frame.exit-how':
    'The button opens a page about the weather straight away. On a computer you can also press Shift three times. What you fill in here does not stay on your phone.',
  'frame.exit-not':
    'The button does not wipe your history: this address may still be in the list of pages you visited. Back may bring up an empty page of ours. A phone can be looked at or followed without you noticing. Not sure? Use the phone of somebody you trust.',
}
