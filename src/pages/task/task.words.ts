export const nl = {
  'task.title': 'Iets voor jou',
  'task.about': 'Over wie',
  'task.since': 'Staat er sinds',
  'task.due': 'Uiterlijk',
  'task.to-trajectory': 'Naar het traject',
  'task.to-referral': 'Naar de aanmelding',
  'task.to-contact-rule': 'Afspraken over contact',
  'task.done-title': 'Klaar?',
  'task.ending': 'Hoe is het afgelopen?',
  'task.ending.done': 'Gedaan',
  'task.ending.done_otherwise': 'Op een andere manier opgelost',
  'task.ending.not_needed': 'Niet meer nodig',
  'task.ending.not_possible': 'Het kon niet',
  'task.finish': 'Klaar',
  'task.finished': 'Dit is afgehandeld op {{day}}: {{ending}}.',
  'task.said.finished': 'Mooi, dat is van je lijst.',
  'task.reason.consent-withdrawn':
    'Een toestemming waar het traject op rust, is teruggenomen. Bespreek samen of jullie doorgaan.',
  'task.reason.ask-to-erase': 'Zij vraagt om haar dossier te wissen: leg dat voor',
  'task.reason.tell-of-child-request':
    'Iemand vroeg om gegevens over het kind. Vertel dat aan wie je begeleidt, alleen zoals is afgesproken. Schrijf niets, en laat geen bericht achter.',
  'task.reason.consent-ends':
    'Een toestemming om te delen loopt bijna af. Vraag of het nog goed is, en tot wanneer.',
  'task.reason.consent-ended':
    'Een toestemming om te delen is verlopen. Zonder een nieuw ja wordt er niets meer gedeeld.',
  'task.reason.consent-after-phase':
    'Er is een andere fase begonnen. Vraag of het nog goed is dat er iets wordt gedeeld.',
  'task.reason.tell-of-withdrawal':
    'Een toestemming is teruggenomen. Bel wie eerder iets hoorde, en vraag het niet meer te gebruiken.',
  'task.reason.hear-of-withdrawal':
    'Iemand hoorde dat een toestemming is teruggenomen, maar bevestigde het nog niet. Vraag het na.',
  'task.to-sharing': 'Naar wat er is gedeeld',
  'task.reason.activity-cancelled':
    'De activiteit waarvoor zij was aangemeld, gaat niet door. Vertel het haar langs de afgesproken weg.',
  'task.to-trainings': 'Naar de trainingen',
  'task.reason.training-moved-up':
    'Er kwam een plek vrij in een training en deze vrijwilliger schoof op van de wachtlijst. Het staat op de eigen pagina; vertel het ook zelf.',
  'task.reason.activity-moved-up':
    'Er kwam een plek vrij bij een activiteit. Vertel haar langs de afgesproken weg dat zij erbij is.',
  'task.reason.group-absent-unnotified':
    'Iemand bleef weg uit de groep en liet niets horen. Laat de eigen hulpverlener vandaag nog bellen, zoals is afgesproken, of bel zelf. Stuur niets.',
  'task.reason.red-flag':
    'Er is een alarmsignaal genoemd. Bekijk het vandaag, en leg vast wat je doet of waarom niet.',
  'task.reason.red-flag-highest':
    'Er is een poging tot verwurging, verstikking of verdrinking genoemd. Dat weegt het zwaarst. Bekijk het nu.',
  'task.reason.concern-watch': 'Bij een zorg is afgesproken om vandaag opnieuw te kijken.',
  'task.reason.kindcheck-concern':
    'Bij de kindcheck is er zorg over de kinderen. Begin de stappen van de meldcode.',
  'task.reason.plan-review': 'Het is tijd om het veiligheidsplan samen opnieuw te bekijken.',
  'task.reason.plan-review-now':
    'Er is iets veranderd aan het gevaar. Bekijk het veiligheidsplan vandaag samen opnieuw.',
  'task.reason.cancelled-by-partner': 'De partner zegde een bezoek af. Bel zelf, zoals is afgesproken.',
  'task.reason.message-erased': 'De gegevens zijn gewist. Er ging niets weg.',
  'task.reason.message-without-consent': 'Voor dit bericht is geen ja (meer). Er ging niets weg.',
  'task.reason.message-without-agreement':
    'Er is geen afspraak over veilig contact. Maak die eerst samen; tot dan gaat er niets weg.',
  'task.reason.message-address-changed': 'Het adres of nummer is veranderd nadat het bericht klaarstond.',
  'task.reason.message-empty': 'Het bericht was leeg.',
  'task.reason.message-too-long': 'Het bericht was te lang.',
  'task.reason.message-names-someone': 'Er stond een naam of nummer in het bericht. Er ging niets weg.',
  'task.reason.message-says-too-much':
    'In het bericht stond iets waaraan een ander ziet dat er hulp is. Er ging niets weg.',
  'task.reason.message-with-link': 'Er stond een link in het bericht. Er ging niets weg.',
  'task.reason.message-after-closing': 'Het traject is afgesloten. Er gaat niets meer weg.',
  'task.reason.message-expired': 'Het bericht kon niet op tijd weg. Bel zelf, of laat het zo.',
  'task.reason.message-with-number': 'Er stond een telefoonnummer in het bericht. Er ging niets weg.',
  'task.reason.message-language-unknown':
    'Van deze taal weten we niet welke woorden te veel zeggen. Er ging niets weg. Bel op een afgesproken uur.',
  'task.reason.message-not-her-language':
    'Het bericht was niet in de eigen taal. Een ander zou het voorlezen. Er ging niets weg.',
  'task.reason.message-sender-tells':
    'De afzender die is ingesteld, verraadt wie wij zijn. Er ging niets weg. Vraag wie Naast beheert.',
  'task.reason.message-rejected': 'Dit adres of nummer werd geweigerd. Klopt het nog?',
  'task.reason.message-unknown':
    'Het is niet zeker of dit bericht is aangekomen. We sturen het niet nog eens. Vraag het na.',
  'task.reason.call-after-measure': 'Bel haar deze week en vraag hoe de bezoeken voor haar zijn.',
  'task.reason.own-device-came-in':
    'Zij beantwoordde vragen op haar eigen telefoon. Lees vandaag wat ze zei.',
  'task.reason.own-device-call-her':
    'Zij vraagt of iemand haar belt, op de manier die met haar is afgesproken. Doe het vandaag.',
  'task.reason.ask-how-on': 'Er is iets veranderd. Vraag wat nu goed is: doorgaan, even rust, of stoppen.',
  'task.reason.contact-after-phase':
    'Er is een andere fase begonnen. Vraag of de afspraken over veilig contact nog kloppen.',
  'task.reason.review-extension': 'Dit traject loopt langer dan het programma. Kijk of dat nog nodig is.',
  'task.reason.message-held-back': 'Berichten zijn tegengehouden. Er ging niets weg.',
  'task.to-letter': 'Naar de brief',
  'task.reason.letter-to-print': 'Er ligt een brief klaar om te printen en te posten.',
  'task.reason.letter-not-said':
    'Een brief is geprint, en niemand zei of hij gepost is. Vraag het na. Print hem niet opnieuw.',
  'task.reason.letter-not-posted': 'De brief is niet gepost. Bereik haar op een andere manier die mag.',
  'task.reason.message-visit-changed': 'Dit bezoek is veranderd. De herinnering ging niet weg.',
  'task.reason.reminders-off': 'De herinneringen zijn uitgezet.',
  'task.reason.message-not-by-this-way': 'Dit bericht gaat niet op deze manier.',
  'task.reason.message-number-shared':
    'Dit nummer is misschien niet alleen van haar. Er ging niets weg. Vraag haar wie het nog meer gebruikt.',
  'task.reason.contact-letter-elsewhere':
    'Haar adres is niet (meer) het adres waar zij post wil. Vraag haar of een brief daar veilig is.',
  'task.reason.contact-not-confirmed':
    'De afspraken over contact zijn te lang niet nagevraagd. Vraag of ze nog kloppen.',
  'task.reason.contact-not-this-way': 'Zo mag het niet, volgens de afspraken. Kijk hoe het wel mag.',
  'task.reason.contact-not-at-home': 'Thuis komt er niets. Kijk hoe het wel mag.',
  'task.reason.contact-not-now': 'Op dit moment mag er niets uit. Bel op een afgesproken uur.',
  'task.reason.contact-phone-shared':
    'Een ander gebruikt de telefoon ook. Er ging niets weg. Bel op een afgesproken uur.',
  'task.reason.contact-no-message': 'Er mag geen bericht achterblijven. Bel op een afgesproken uur.',
  'refusal.task-already-done': 'Iemand anders heeft dit al afgehandeld.',
  'refusal.task-asks-an-answer': 'Dit verdwijnt van de lijst zodra het antwoord erop is vastgelegd.',
  'task.answer-first': 'Leg het antwoord vast; dan verdwijnt dit vanzelf van de lijst.',
  'task.to-plan': 'Naar het plan',
  'task.to-arrangement': 'Naar de gevraagde hulp',
  'task.to-consultation': 'Naar het meedenken',
  'task.to-handover': 'Naar de overdracht',
  'task.to-follow-up': 'Leg het antwoord vast',
  'task.to-help-offer': 'Naar dit aanbod',
  'task.reason.check-in-does-not-fit':
    'Een van beiden zegt dat het niet past. Praat erover. De ander weet dit niet: zeg alleen wat mag.',
  'task.reason.check-in-wants-to-stop':
    'Een van beiden wil stoppen. Praat erover hoe dat goed kan. De ander weet dit niet: zeg alleen wat mag.',
  'task.reason.approve-plan': 'Het plan wacht op iemand die er niet aan meeschreef. Beoordeel het.',
  'task.to-end-report': 'Naar het eindverslag',
  'task.reason.approve-end-report':
    'Het eindverslag wacht op iemand die er niet aan meeschreef. Beoordeel het.',
  'task.reason.close-plan': 'Het plan lijkt af. Beoordeel of het dicht kan.',
  'task.reason.ask-arrangement': 'Er is hulp gevraagd bij een ander. Vraag na hoe het ermee staat.',
  'task.reason.ask-consultation': 'Een deskundige is gevraagd mee te denken. Vraag na of er antwoord is.',
  'task.reason.check-handover-started': 'Er was een overdracht. Vraag na of de hulp daar echt begon.',
  'task.reason.check-help-started':
    'Er was een verwijzing naar een andere organisatie. Vraag na of de hulp daar echt begonnen is.',
  'task.reason.webhook-given-up':
    'Een systeem van wie aanmeldt was dagenlang niet te bereiken. Het weet niet hoe het met zijn aanmeldingen staat. Vraag de beheerder om bij Andere systemen te kijken.',
  'task.reason.webhook-gone':
    'Een systeem van wie aanmeldt wil geen seintjes meer. Ze zijn gestopt. Vraag de beheerder om bij Andere systemen te kijken.',
  'task.reason.help-offer-stale':
    'Van dit aanbod is al drie maanden niet nagevraagd of het nog klopt. Bel even en leg vast wat je hoort.',
  'task.reason.referrer-not-trained':
    'Dit programma vraagt een scholing van wie aanmeldt. Van deze aanmelder is die niet bekend. Bespreek het; de aanmelding loopt door.',
  'task.reason.call-referrer-started':
    'Bel wie aanmeldde: de begeleiding is begonnen. Schrijf niets: de partner is daar ook bekend.',
  'task.reason.call-referrer-ended':
    'Bel wie aanmeldde: de begeleiding is afgesloten. Schrijf niets: de partner is daar ook bekend.',
  'task.reason.call-referrer-not-started':
    'Bel wie aanmeldde: de begeleiding is hier niet begonnen. Schrijf niets: de partner is daar ook bekend.',
  'task.reason.call-referrer-help-started':
    'Bel wie aanmeldde: de hulp elders is begonnen. Schrijf niets: de partner is daar ook bekend.',
  'task.reason.call-referrer-help-not-started':
    'Bel wie aanmeldde: de hulp elders is niet begonnen. Schrijf niets: de partner is daar ook bekend.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'task.title': 'Something for you',
  'task.about': 'About whom',
  'task.since': 'Here since',
  'task.due': 'Due',
  'task.to-trajectory': 'To the trajectory',
  'task.to-referral': 'To the referral',
  'task.to-contact-rule': 'Agreements on contact',
  'task.done-title': 'Done?',
  'task.ending': 'How did it end?',
  'task.ending.done': 'Done',
  'task.ending.done_otherwise': 'Solved in another way',
  'task.ending.not_needed': 'No longer needed',
  'task.ending.not_possible': 'It was not possible',
  'task.finish': 'Done',
  'task.finished': 'This was dealt with on {{day}}: {{ending}}.',
  'task.said.finished': 'Good, that is off your list.',
  'task.reason.consent-withdrawn':
    'A consent on which the trajectory rests was taken back. Talk together about whether you go on.',
  'task.reason.ask-to-erase': 'She asks that her file is erased: put that to a second person',
  'task.reason.tell-of-child-request':
    'Somebody asked for data about the child. Tell whom you support, only as was agreed. Write nothing, and leave no message.',
  'task.reason.consent-ends':
    'A consent to share is about to end. Ask whether it is still fine, and until when.',
  'task.reason.consent-ended': 'A consent to share has ended. Without a new yes nothing more is shared.',
  'task.reason.consent-after-phase':
    'Another phase has begun. Ask whether it is still fine that something is shared.',
  'task.reason.tell-of-withdrawal':
    'A consent was taken back. Call whoever heard something before, and ask them to use it no more.',
  'task.reason.hear-of-withdrawal':
    'Somebody heard that a consent was taken back, but has not confirmed it yet. Ask again.',
  'task.to-sharing': 'To what was shared',
  'task.reason.activity-cancelled':
    'The activity she was signed up for does not take place. Tell her in the way that was agreed.',
  'task.to-trainings': 'To the trainings',
  'task.reason.training-moved-up':
    'A seat in a training came free and this volunteer moved up from the waiting list. It stands on her own page; tell her yourself as well.',
  'task.reason.activity-moved-up':
    'A place came free at an activity. Tell her in the way that was agreed that she has it.',
  'task.reason.group-absent-unnotified':
    'Somebody stayed away from the group without a word. Have their own helper call today, in the way that was agreed, or call yourself. Send nothing.',
  'task.reason.red-flag': 'A red flag was named. Look at it today, and write down what you do or why not.',
  'task.reason.red-flag-highest':
    'An attempt at strangulation, suffocation or drowning was named. That weighs heaviest. Look at it now.',
  'task.reason.concern-watch': 'It was agreed at a concern to look again today.',
  'task.reason.kindcheck-concern':
    'The kindcheck gives a concern about the children. Begin the steps of the meldcode.',
  'task.reason.plan-review': 'It is time to look at the safety plan together again.',
  'task.reason.plan-review-now': 'The danger has changed. Look at the safety plan together again today.',
  'task.reason.cancelled-by-partner':
    'The partner cancelled a visit. Call yourself, in the way that was agreed.',
  'task.reason.message-erased': 'The data were erased. Nothing was sent.',
  'task.reason.message-without-consent': 'There is no yes (any more) to this message. Nothing was sent.',
  'task.reason.message-without-agreement':
    'There is no agreement on safe contact. Make it together first; until then nothing is sent.',
  'task.reason.message-address-changed': 'The address or number changed after the message was made.',
  'task.reason.message-empty': 'The message was empty.',
  'task.reason.message-too-long': 'The message was too long.',
  'task.reason.message-names-someone': 'There was a name or number in the message. Nothing was sent.',
  'task.reason.message-says-too-much':
    'Something in the message would show others that there is help. Nothing was sent.',
  'task.reason.message-with-link': 'There was a link in the message. Nothing was sent.',
  'task.reason.message-after-closing': 'The trajectory is closed. Nothing more is sent.',
  'task.reason.message-expired': 'The message could not leave in time. Call yourself, or leave it.',
  'task.reason.message-with-number': 'There was a phone number in the message. Nothing was sent.',
  'task.reason.message-language-unknown':
    'Of this language we don’t know which words say too much. Nothing was sent. Call at an hour that was agreed.',
  'task.reason.message-not-her-language':
    'The message was not in their own language. Someone else would read it out. Nothing was sent.',
  'task.reason.message-sender-tells':
    'The sender that is set gives away who we are. Nothing was sent. Ask who runs Naast.',
  'task.reason.message-rejected': 'This address or number was refused. Is it still right?',
  'task.reason.message-unknown':
    'It is not certain whether this message arrived. We do not send it again. Ask after it.',
  'task.reason.call-after-measure': 'Call her this week and ask how the visits are for her.',
  'task.reason.own-device-came-in': 'She answered questions on her own phone. Read today what she said.',
  'task.reason.own-device-call-her':
    'She asks to be called, in the way that was agreed with her. Do it today.',
  'task.reason.ask-how-on': 'Something has changed. Ask what is right now: to go on, to rest, or to stop.',
  'task.reason.contact-after-phase':
    'Another phase has begun. Ask whether the agreements on safe contact still hold.',
  'task.reason.review-extension':
    'This trajectory lasts longer than its programme. See whether that is still needed.',
  'task.reason.message-held-back': 'Messages were held back. Nothing left.',
  'task.to-letter': 'To the letter',
  'task.reason.letter-to-print': 'A letter is ready to be printed and posted.',
  'task.reason.letter-not-said':
    'A letter was printed, and nobody said whether it was posted. Ask. Don’t print it again.',
  'task.reason.letter-not-posted': 'The letter was not posted. Reach her in another way that may be used.',
  'task.reason.message-visit-changed': 'This visit changed. The reminder did not leave.',
  'task.reason.reminders-off': 'The reminders were switched off.',
  'task.reason.message-not-by-this-way': 'This message does not go this way.',
  'task.reason.message-number-shared':
    'This number may not be hers alone. Nothing was sent. Ask her who else uses it.',
  'task.reason.contact-letter-elsewhere':
    'Her address is not (any more) the one where she wants post. Ask her whether a letter there is safe.',
  'task.reason.contact-not-confirmed':
    'The agreements on contact were not checked for too long. Ask whether they still hold.',
  'task.reason.contact-not-this-way': 'This way is not in the agreements. See how it may be done.',
  'task.reason.contact-not-at-home': 'Nothing comes to the home. See how it may be done.',
  'task.reason.contact-not-now': 'Nothing may go out at this moment. Call at an hour that was agreed.',
  'task.reason.contact-phone-shared':
    'Someone else uses the phone too. Nothing was sent. Call at an hour that was agreed.',
  'task.reason.contact-no-message': 'No message may be left. Call at an hour that was agreed.',
  'refusal.task-already-done': 'Somebody else has dealt with this already.',
  'refusal.task-asks-an-answer': 'This leaves the list as soon as the answer to it is recorded.',
  'task.answer-first': 'Record the answer; then this leaves the list by itself.',
  'task.to-plan': 'To the plan',
  'task.to-arrangement': 'To the help asked for',
  'task.to-consultation': 'To thinking along',
  'task.to-handover': 'To the handover',
  'task.to-follow-up': 'Record the answer',
  'task.to-help-offer': 'To this offer',
  'task.reason.check-in-does-not-fit':
    'One of the two says that it does not fit. Talk about it. The other does not know: say only what you may.',
  'task.reason.check-in-wants-to-stop':
    'One of the two wants to stop. Talk about doing that well. The other does not know: say only what you may.',
  'task.reason.approve-plan': 'The plan waits for somebody who wrote nothing in it. Judge it.',
  'task.to-end-report': 'To the end report',
  'task.reason.approve-end-report': 'The end report waits for somebody who wrote nothing in it. Judge it.',
  'task.reason.close-plan': 'The plan seems finished. Judge whether it can be closed.',
  'task.reason.ask-arrangement': 'Help was asked for elsewhere. Ask how it stands.',
  'task.reason.ask-consultation': 'An expert was asked to think along. Ask whether there is an answer.',
  'task.reason.check-handover-started': 'There was a handover. Ask whether help really started there.',
  'task.reason.check-help-started':
    'There was a referral to another organisation. Ask whether the help there really started.',
  'task.reason.webhook-given-up':
    'A system of somebody who refers could not be reached for days. It does not know how its referrals are doing. Ask the administrator to look at Other systems.',
  'task.reason.webhook-gone':
    'A system of somebody who refers wants to be told nothing more. It is told nothing any more. Ask the administrator to look at Other systems.',
  'task.reason.help-offer-stale':
    'For three months nobody has asked whether this offer still holds. Call them and record what you hear.',
  'task.reason.referrer-not-trained':
    'This programme asks a training of who refers. This referrer is not known to have it. Talk about it; the referral goes on.',
  'task.reason.call-referrer-started':
    'Call the one who referred: the support has started. Write nothing: the partner is known there too.',
  'task.reason.call-referrer-ended':
    'Call the one who referred: the support has ended. Write nothing: the partner is known there too.',
  'task.reason.call-referrer-not-started':
    'Call the one who referred: the support did not start here. Write nothing: the partner is known there too.',
  'task.reason.call-referrer-help-started':
    'Call the one who referred: the help elsewhere has started. Write nothing: the partner is known there too.',
  'task.reason.call-referrer-help-not-started':
    'Call the one who referred: the help elsewhere did not start. Write nothing: the partner is known there too.',
}
