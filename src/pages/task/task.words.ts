export const nl = {
  'task.title': 'Iets voor jou',
  'task.about': 'Over wie',
  'task.since': 'Staat er sinds',
  'task.due': 'Uiterlijk',
  'task.to-trajectory': 'Naar haar traject',
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
    'Zij nam een toestemming terug waar het traject op rust. Bespreek met haar of jullie doorgaan.',
  'task.reason.tell-of-child-request':
    'Iemand vroeg om gegevens over haar kind. Vertel het haar, alleen zoals met haar is afgesproken. Schrijf niets, en laat geen bericht achter.',
  'task.reason.consent-ends':
    'Een toestemming om te delen loopt bijna af. Vraag haar of het nog goed is, en tot wanneer.',
  'task.reason.consent-ended':
    'Een toestemming om te delen is verlopen. Er wordt niets meer gedeeld, tenzij zij opnieuw ja zegt.',
  'task.reason.consent-after-phase':
    'Zij is in een andere fase. Vraag haar of het nog goed is dat er iets wordt gedeeld.',
  'task.reason.tell-of-withdrawal':
    'Zij nam een toestemming terug. Bel wie eerder iets hoorde, en vraag het niet meer te gebruiken.',
  'task.reason.hear-of-withdrawal':
    'Iemand hoorde dat zij haar toestemming terugnam, maar bevestigde het nog niet. Vraag het na.',
  'task.to-sharing': 'Naar wat er is gedeeld',
  'task.reason.group-absent-unnotified':
    'Zij bleef weg uit de groep en liet niets horen. Laat haar eigen hulpverlener haar vandaag nog bellen, zoals met haar is afgesproken, of bel zelf. Stuur niets.',
  'task.reason.red-flag':
    'Er is een alarmsignaal genoemd. Bekijk het vandaag, en leg vast wat je doet of waarom niet.',
  'task.reason.red-flag-highest':
    'Er is een poging tot verwurging, verstikking of verdrinking genoemd. Dat weegt het zwaarst. Bekijk het nu.',
  'task.reason.concern-watch': 'Bij een zorg over haar is afgesproken om vandaag opnieuw te kijken.',
  'task.reason.kindcheck-concern':
    'Bij de kindcheck is er zorg over de kinderen. Begin de stappen van de meldcode.',
  'task.reason.plan-review': 'Het is tijd om haar veiligheidsplan samen opnieuw te bekijken.',
  'task.reason.plan-review-now':
    'Er is iets veranderd aan het gevaar. Bekijk haar veiligheidsplan vandaag samen opnieuw.',
  'task.reason.cancelled-by-partner':
    'Haar partner zegde een bezoek af. Bel haar, zoals met haar is afgesproken.',
  'task.reason.message-erased': 'Haar gegevens zijn gewist. Er ging niets weg.',
  'task.reason.message-without-consent': 'Zij vond dit bericht niet (meer) goed. Er ging niets weg.',
  'task.reason.message-without-agreement':
    'Er is geen afspraak over veilig contact. Maak die eerst met haar; tot dan gaat er niets weg.',
  'task.reason.message-address-changed': 'Haar adres of nummer is veranderd nadat het bericht klaarstond.',
  'task.reason.message-empty': 'Het bericht was leeg.',
  'task.reason.message-too-long': 'Het bericht was te lang.',
  'task.reason.message-names-someone': 'Er stond een naam of nummer in het bericht. Er ging niets weg.',
  'task.reason.message-says-too-much':
    'In het bericht stond iets waaraan een ander ziet dat ze hulp krijgt. Er ging niets weg.',
  'task.reason.message-with-link': 'Er stond een link in het bericht. Er ging niets weg.',
  'task.reason.message-after-closing': 'Haar traject is afgesloten. Er gaat niets meer weg.',
  'task.reason.message-expired': 'Het bericht kon niet op tijd weg. Bel zelf, of laat het zo.',
  'task.reason.message-with-number': 'Er stond een telefoonnummer in het bericht. Er ging niets weg.',
  'task.reason.message-language-unknown':
    'Van deze taal weten we niet welke woorden te veel zeggen. Er ging niets weg. Bel haar binnen haar uren.',
  'task.reason.message-not-her-language':
    'Het bericht was niet in haar taal. Een ander zou het voorlezen. Er ging niets weg.',
  'task.reason.message-sender-tells':
    'De afzender die is ingesteld, verraadt wie wij zijn. Er ging niets weg. Vraag wie Naast beheert.',
  'task.reason.message-rejected': 'Dit adres of nummer werd geweigerd. Klopt het nog?',
  'task.reason.message-unknown':
    'Het is niet zeker of dit bericht is aangekomen. We sturen het niet nog eens. Vraag het na.',
  'task.reason.ask-how-on':
    'Er is iets veranderd. Vraag haar wat zij nu wil: doorgaan, even rust, of stoppen.',
  'task.reason.contact-after-phase':
    'Zij is in een andere fase. Vraag haar of haar afspraken over veilig contact nog kloppen.',
  'task.reason.review-extension': 'Dit traject loopt langer dan het programma. Kijk of dat nog nodig is.',
  'task.reason.message-held-back': 'Berichten aan haar zijn tegengehouden. Er ging niets weg.',
  'task.reason.contact-not-confirmed':
    'Haar afspraken over contact zijn te lang niet nagevraagd. Vraag haar of ze nog kloppen.',
  'task.reason.contact-not-this-way': 'Zo wil zij niet worden bereikt. Kijk hoe het wel mag.',
  'task.reason.contact-not-at-home': 'Thuis komt er niets. Kijk hoe het wel mag.',
  'task.reason.contact-not-now': 'Op dit moment mag er niets naar haar toe. Bel haar binnen haar eigen uren.',
  'task.reason.contact-phone-shared':
    'Een ander gebruikt haar telefoon ook. Er ging niets weg. Bel haar binnen haar eigen uren.',
  'task.reason.contact-no-message': 'Er mag geen bericht achterblijven. Bel haar binnen haar eigen uren.',
  'refusal.task-already-done': 'Iemand anders heeft dit al afgehandeld.',
  'refusal.task-asks-an-answer': 'Dit verdwijnt van de lijst zodra het antwoord erop is vastgelegd.',
  'task.answer-first': 'Leg het antwoord vast; dan verdwijnt dit vanzelf van de lijst.',
  'task.to-plan': 'Naar het plan',
  'task.to-handover': 'Naar de overdracht',
  'task.to-follow-up': 'Leg het antwoord vast',
  'task.to-help-offer': 'Naar dit aanbod',
  'task.reason.check-in-does-not-fit':
    'Een van beiden zegt dat het niet past. Praat met haar. De ander weet dit niet: zeg alleen wat mag.',
  'task.reason.check-in-wants-to-stop':
    'Een van beiden wil stoppen. Praat met haar over hoe dat goed kan. De ander weet dit niet: zeg alleen wat mag.',
  'task.reason.approve-plan': 'Haar plan wacht op iemand die er niet aan meeschreef. Beoordeel het.',
  'task.reason.close-plan': 'Haar plan lijkt af. Beoordeel of het dicht kan.',
  'task.reason.check-handover-started': 'Zij is overgedragen. Vraag na of de hulp daar echt begon.',
  'task.reason.check-help-started':
    'Zij is naar een andere organisatie verwezen. Vraag na of de hulp daar echt begonnen is.',
  'task.reason.webhook-given-up':
    'Een systeem van wie aanmeldt was dagenlang niet te bereiken. Het weet niet hoe het met zijn aanmeldingen staat. Vraag de beheerder om bij Andere systemen te kijken.',
  'task.reason.webhook-gone':
    'Een systeem van wie aanmeldt wil geen seintjes meer. Ze zijn gestopt. Vraag de beheerder om bij Andere systemen te kijken.',
  'task.reason.help-offer-stale':
    'Van dit aanbod is al drie maanden niet nagevraagd of het nog klopt. Bel even en leg vast wat je hoort.',
  'task.reason.referrer-not-trained':
    'Dit programma vraagt een scholing van wie aanmeldt. Van deze aanmelder is die niet bekend. Bespreek het; de aanmelding loopt door.',
  'task.reason.call-referrer-started':
    'Bel wie aanmeldde: de begeleiding is begonnen. Schrijf niets: haar partner is daar ook bekend.',
  'task.reason.call-referrer-ended':
    'Bel wie aanmeldde: de begeleiding is afgesloten. Schrijf niets: haar partner is daar ook bekend.',
  'task.reason.call-referrer-not-started':
    'Bel wie aanmeldde: de begeleiding is hier niet begonnen. Schrijf niets: haar partner is daar ook bekend.',
  'task.reason.call-referrer-help-started':
    'Bel wie aanmeldde: de hulp elders is begonnen. Schrijf niets: haar partner is daar ook bekend.',
  'task.reason.call-referrer-help-not-started':
    'Bel wie aanmeldde: de hulp elders is niet begonnen. Schrijf niets: haar partner is daar ook bekend.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'task.title': 'Something for you',
  'task.about': 'About whom',
  'task.since': 'Here since',
  'task.due': 'Due',
  'task.to-trajectory': 'To her trajectory',
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
    'She took back a consent on which the trajectory rests. Talk with her about whether you go on.',
  'task.reason.tell-of-child-request':
    'Somebody asked for data about her child. Tell her, only as was agreed with her. Write nothing, and leave no message.',
  'task.reason.consent-ends':
    'A consent to share is about to end. Ask her whether it is still fine, and until when.',
  'task.reason.consent-ended':
    'A consent to share has ended. Nothing more is shared, unless she says yes again.',
  'task.reason.consent-after-phase':
    'She is in another phase. Ask her whether it is still fine that something is shared.',
  'task.reason.tell-of-withdrawal':
    'She took a consent back. Call whoever heard something before, and ask them to use it no more.',
  'task.reason.hear-of-withdrawal':
    'Somebody heard that she took her consent back, but has not confirmed it yet. Ask again.',
  'task.to-sharing': 'To what was shared',
  'task.reason.group-absent-unnotified':
    'She stayed away from the group without a word. Have her own helper call her today, in the way agreed with her, or call yourself. Send nothing.',
  'task.reason.red-flag': 'A red flag was named. Look at it today, and write down what you do or why not.',
  'task.reason.red-flag-highest':
    'An attempt at strangulation, suffocation or drowning was named. That weighs heaviest. Look at it now.',
  'task.reason.concern-watch': 'About a concern it was agreed to look again today.',
  'task.reason.kindcheck-concern':
    'The kindcheck gives a concern about the children. Begin the steps of the meldcode.',
  'task.reason.plan-review': 'It is time to look at her safety plan together again.',
  'task.reason.plan-review-now': 'The danger has changed. Look at her safety plan together again today.',
  'task.reason.cancelled-by-partner': 'Her partner cancelled a visit. Call her, in the way agreed with her.',
  'task.reason.message-erased': 'Her data were erased. Nothing was sent.',
  'task.reason.message-without-consent': 'She did not agree (any more) to this message. Nothing was sent.',
  'task.reason.message-without-agreement':
    'There is no agreement on safe contact. Make it with her first; until then nothing is sent.',
  'task.reason.message-address-changed': 'Her address or number changed after the message was made.',
  'task.reason.message-empty': 'The message was empty.',
  'task.reason.message-too-long': 'The message was too long.',
  'task.reason.message-names-someone': 'There was a name or number in the message. Nothing was sent.',
  'task.reason.message-says-too-much':
    'Something in the message would show others that she gets help. Nothing was sent.',
  'task.reason.message-with-link': 'There was a link in the message. Nothing was sent.',
  'task.reason.message-after-closing': 'Her trajectory is closed. Nothing more is sent.',
  'task.reason.message-expired': 'The message could not leave in time. Call yourself, or leave it.',
  'task.reason.message-with-number': 'There was a phone number in the message. Nothing was sent.',
  'task.reason.message-language-unknown':
    'Of this language we don’t know which words say too much. Nothing was sent. Call her within her hours.',
  'task.reason.message-not-her-language':
    'The message was not in her language. Someone else would read it to her. Nothing was sent.',
  'task.reason.message-sender-tells':
    'The sender that is set gives away who we are. Nothing was sent. Ask who runs Naast.',
  'task.reason.message-rejected': 'This address or number was refused. Is it still right?',
  'task.reason.message-unknown':
    'It is not certain whether this message arrived. We do not send it again. Ask after it.',
  'task.reason.ask-how-on':
    'Something has changed. Ask her what she wants now: to go on, to rest, or to stop.',
  'task.reason.contact-after-phase':
    'She is in another phase. Ask her whether her agreements on safe contact still hold.',
  'task.reason.review-extension':
    'This trajectory lasts longer than its programme. See whether that is still needed.',
  'task.reason.message-held-back': 'Messages to her were held back. Nothing left.',
  'task.reason.contact-not-confirmed':
    'Her agreements on contact were not checked for too long. Ask her whether they still hold.',
  'task.reason.contact-not-this-way': 'She does not want to be reached like this. See how it may be done.',
  'task.reason.contact-not-at-home': 'Nothing comes to her home. See how it may be done.',
  'task.reason.contact-not-now': 'Nothing may go to her at this moment. Call her within her own hours.',
  'task.reason.contact-phone-shared':
    'Someone else uses her phone too. Nothing was sent. Call her within her own hours.',
  'task.reason.contact-no-message': 'No message may be left. Call her within her own hours.',
  'refusal.task-already-done': 'Somebody else has dealt with this already.',
  'refusal.task-asks-an-answer': 'This leaves the list as soon as the answer to it is recorded.',
  'task.answer-first': 'Record the answer; then this leaves the list by itself.',
  'task.to-plan': 'To the plan',
  'task.to-handover': 'To the handover',
  'task.to-follow-up': 'Record the answer',
  'task.to-help-offer': 'To this offer',
  'task.reason.check-in-does-not-fit':
    'One of the two says that it does not fit. Talk with her. The other does not know: say only what you may.',
  'task.reason.check-in-wants-to-stop':
    'One of the two wants to stop. Talk with her about doing that well. The other does not know: say only what you may.',
  'task.reason.approve-plan': 'Her plan waits for somebody who wrote nothing in it. Judge it.',
  'task.reason.close-plan': 'Her plan seems finished. Judge whether it can be closed.',
  'task.reason.check-handover-started': 'She was handed over. Ask whether help really started there.',
  'task.reason.check-help-started':
    'She was sent to another organisation. Ask whether the help there really started.',
  'task.reason.webhook-given-up':
    'A system of somebody who refers could not be reached for days. It does not know how its referrals are doing. Ask the administrator to look at Other systems.',
  'task.reason.webhook-gone':
    'A system of somebody who refers wants to be told nothing more. It is told nothing any more. Ask the administrator to look at Other systems.',
  'task.reason.help-offer-stale':
    'For three months nobody has asked whether this offer still holds. Call them and record what you hear.',
  'task.reason.referrer-not-trained':
    'This programme asks a training of who refers. This referrer is not known to have it. Talk about it; the referral goes on.',
  'task.reason.call-referrer-started':
    'Call the one who referred: the support has started. Write nothing: her partner is known there too.',
  'task.reason.call-referrer-ended':
    'Call the one who referred: the support has ended. Write nothing: her partner is known there too.',
  'task.reason.call-referrer-not-started':
    'Call the one who referred: the support did not start here. Write nothing: her partner is known there too.',
  'task.reason.call-referrer-help-started':
    'Call the one who referred: the help elsewhere has started. Write nothing: her partner is known there too.',
  'task.reason.call-referrer-help-not-started':
    'Call the one who referred: the help elsewhere did not start. Write nothing: her partner is known there too.',
}
