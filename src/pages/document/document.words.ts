export const nl = {
  'document.title': 'Documenten',
  'document.one': 'Document',
  'document.lead':
    'Brieven, besluiten en getekende papieren in dit dossier. Elke keer dat iemand er een opent, staat in het logboek.',
  'document.lead-own':
    'Papieren die jij zelf hebt toegevoegd. Wat anderen toevoegden ziet de coördinator. Elke keer dat iemand er een opent, staat in het logboek.',
  'document.not-shared':
    'Een document gaat nooit vanzelf mee met een brief, een bericht of een kopie van een dossier.',
  'document.none': 'Er zijn nog geen documenten',
  'document.add': 'Voeg een document toe',
  'document.add-authority': 'Voeg een bewijs van gezag toe',
  'document.authority-lead':
    'Bijvoorbeeld een uitspraak van de rechter. Het blijft bij dit verzoek en komt in geen dossier.',
  'document.authority-title': 'Bewijs van gezag',
  'document.authority-none': 'Er is nog geen bewijs bij dit verzoek gelegd.',
  'document.kind': 'Wat voor document is het?',
  'document.kind.signed_consent': 'Getekende toestemming',
  'document.kind.referral_letter': 'Verwijsbrief',
  'document.kind.wmo_letter': 'Brief of besluit van de gemeente (Wmo)',
  'document.kind.other': 'Iets anders',
  'document.kind.authority': 'Bewijs van gezag',
  'document.answer': 'Bij welk antwoord hoort het?',
  'document.answer-hint': 'Alleen bij een getekende toestemming.',
  'document.answer-none': 'Bij geen antwoord',
  'document.name': 'Naam',
  'document.name-hint': 'In een paar woorden, bijvoorbeeld: besluit van 3 november.',
  'document.no-identity-title': 'Nooit een identiteitsbewijs',
  'document.no-identity':
    'Voeg geen kopie of foto toe van een paspoort, identiteitskaart, rijbewijs of verblijfsdocument. Wie iemand is, bekijk je; je bewaart het niet. Staat er een burgerservicenummer op een brief, dek dat dan af.',
  'document.choose-again': 'Kies het bestand opnieuw: je browser bewaart het niet. De rest staat er nog.',
  'document.photo': 'Maak een foto',
  'document.photo-hint': 'Op een telefoon opent dit de camera.',
  'document.file': 'Of kies een bestand',
  'document.file-hint': 'PDF, JPEG, PNG of WebP, hoogstens 10 MB.',
  'document.what-happens':
    'Van een foto bewaren we alleen wat erop te zien is, niet waar en wanneer hij gemaakt is. Verwijder de foto daarna van je telefoon.',
  'document.save': 'Bewaar het document',
  'document.back': 'Terug',
  'document.type': 'Soort bestand',
  'document.type.application/pdf': 'PDF',
  'document.type.image/jpeg': 'foto',
  'document.type.image/png': 'afbeelding',
  'document.size': 'Grootte',
  'document.kilobytes': '{{size}} kB',
  'document.megabytes': '{{size}} MB',
  'document.added': 'toegevoegd door {{name}}, {{day}}',
  'document.added-by': 'Toegevoegd door',
  'document.removed': 'eruit gehaald door {{name}}, {{day}}: {{reason}}',
  'document.removed-by': 'Eruit gehaald door',
  'document.asked-by': 'Gevraagd door',
  'document.state.kept': 'Bewaard',
  'document.state.removal_asked': 'Iemand vroeg dit eruit te halen',
  'document.state.removed': 'Eruit gehaald',
  'document.open': 'Download het document',
  'document.open-hint':
    'Het komt als bestand op dit apparaat. Verwijder het daar als je klaar bent. Dat je het opent, staat in het logboek.',
  'document.attach': 'Hoort bij haar antwoord',
  'document.attach-do': 'Leg vast waar het bij hoort',
  'document.in-file': 'Getekend document in het dossier',
  'document.take-back': 'Haal het er weer uit',
  'document.take-back-text':
    'Je hebt het vandaag toegevoegd. Je kunt het er tot het eind van de dag zelf uit halen. Dan is het weg en komt het niet terug.',
  'document.ask-removal': 'Vraag om het eruit te halen',
  'document.ask-removal-text':
    'Wat niet van vandaag is, haalt een ander eruit: de privacyfunctionaris leest je reden en beslist. Die ziet niet wat erin staat.',
  'document.reason': 'Waarom?',
  'document.reason.wrong_file': 'Het hoort in een ander dossier',
  'document.reason.identity_document': 'Er staat een identiteitsbewijs of burgerservicenummer op',
  'document.reason.tells_of_others': 'Er staat iets in over een ander',
  'document.reason.not_needed': 'Het is niet (meer) nodig',
  'document.reason.she_asked': 'Zij vraagt erom',
  'document.removals': 'Documenten die eruit moeten',
  'document.removals-lead':
    'Een collega vraagt om een document uit een dossier te halen. Je ziet waarom, en niet van wie het is of wat erin staat.',
  'document.removals-none': 'Niemand vraagt iets',
  'document.removal': 'Een document eruit halen',
  'document.removal-text':
    'Haal je het eruit, dan wordt de inhoud gewist en komt die niet terug. In back-ups is het er nog hoogstens 35 dagen. Dat er een document was, wie het toevoegde en waarom het weg is, blijft staan.',
  'document.decision': 'Wat besluit je?',
  'document.decision.remove': 'Haal het eruit, voorgoed',
  'document.decision.keep': 'Het blijft',
  'document.decide': 'Leg het besluit vast',
  'document.said.added': 'Het document is bewaard.',
  'document.said.attached': 'Vastgelegd bij haar antwoord.',
  'document.said.taken-back': 'Het document is eruit gehaald.',
  'document.said.asked': 'Gevraagd. Tot er een besluit is, blijft het document staan.',
  'document.said.decided': 'Het besluit is vastgelegd.',
  'home.removal': 'Een document eruit halen?',
  'home.do.removal': 'Beslis',
  'home.others.removal': 'meer documenten die eruit moeten',
  'field.document-no-file': 'Maak een foto of kies een bestand.',
  'field.document-one-file': 'Kies één van de twee: een foto of een bestand.',
  'field.document-consent-of-other-kind': 'Alleen een getekende toestemming hoort bij een antwoord.',
  'field.document-empty': 'Dit bestand is leeg. Kies het opnieuw.',
  'field.document-too-large':
    'Dit bestand is groter dan 10 MB. Maak een foto van het papier, of bewaar het kleiner en kies het opnieuw.',
  'field.document-kind-not-taken':
    'Dit is geen PDF, JPEG, PNG of WebP. Maak een foto van het papier, of sla het op als PDF.',
  'field.document-heic':
    'Dit is een HEIC-foto; die kunnen wij niet openen. Maak de foto hier met “Maak een foto”, of zet op je iPhone bij Instellingen, Camera, Structuren “Meest compatibel” aan. Je kunt ook een schermafdruk van de foto kiezen.',
  'field.document-moving-picture': 'Dit is een bewegende afbeelding. Kies een gewone foto.',
  'field.document-too-many-pixels':
    'Deze afbeelding heeft te veel beeldpunten om te openen. Maak een gewone foto, of bewaar hem kleiner.',
  'field.document-damaged':
    'Dit bestand is beschadigd of niet compleet. Maak de foto opnieuw, of bewaar het bestand nog eens.',
  'field.document-locked':
    'Op deze PDF zit een wachtwoord of slot, dus we kunnen er niet in kijken. Open hem en kies “Afdrukken” en dan “Opslaan als PDF”, en kies dat bestand.',
  'field.document-does-something':
    'Deze PDF kan zelf iets doen (een programma, een formulier of een bijlage erin). Open hem en kies “Afdrukken” en dan “Opslaan als PDF”, en kies dat bestand.',
  'field.document-unreadable-pdf':
    'We kunnen niet helemaal in deze PDF kijken. Open hem en kies “Afdrukken” en dan “Opslaan als PDF”, en kies dat bestand.',
  'field.document-virus':
    'De virusscanner houdt dit bestand tegen. Stuur het niet door; vertel het degene die bij jullie over de computers gaat.',
  'field.document-too-heavy': 'Dit bestand is te zwaar om te openen. Maak een foto van het papier.',
  'field.document-nobody-looks':
    'We kunnen nu geen bestanden bekijken. Probeer het over een paar minuten opnieuw; er is niets bewaard.',
  'refusal.document-day-full': 'Je hebt vandaag al 20 documenten toegevoegd. Morgen kan het weer.',
  'refusal.document-too-large': 'Dit bestand is groter dan 10 MB.',
  'refusal.document-file-full':
    'In dit dossier is geen plaats meer: alle documenten samen zijn hoogstens 200 MB. Haal eruit wat niet meer nodig is.',
  'refusal.document-file-erased': 'Dit dossier is gewist. Er kan niets meer bij.',
  'refusal.document-not-now': 'Bij dit verzoek kan nu geen bewijs worden gelegd.',
  'refusal.document-not-from-this-state':
    'Dat kan niet meer met dit document. Kijk hoe het er nu voor staat.',
  'refusal.document-not-today': 'Alleen wie het vandaag toevoegde haalt het er zelf uit. Vraag erom.',
  'refusal.document-other-person': 'Je vroeg dit zelf. Een ander beslist of het eruit gaat.',
  'refusal.document-held':
    'Dit dossier moet bewaard blijven, bijvoorbeeld voor een rechtszaak. Zolang dat geldt, gaat er niets uit.',
} as const

export const en: Record<keyof typeof nl, string> = {
  'document.title': 'Documents',
  'document.one': 'Document',
  'document.lead':
    'Letters, decisions and signed papers in this file. Each time somebody opens one, that stands in the log.',
  'document.lead-own':
    'Papers that you added yourself. What others added, the coordinator sees. Each time somebody opens one, that stands in the log.',
  'document.not-shared':
    'A document never goes along by itself with a letter, a message or a copy of a file.',
  'document.none': 'There are no documents yet',
  'document.add': 'Add a document',
  'document.add-authority': 'Add proof of authority',
  'document.authority-lead':
    'A court decision, for example. It stays with this request and comes into nobody’s file.',
  'document.authority-title': 'Proof of authority',
  'document.authority-none': 'No proof has been put with this request yet.',
  'document.kind': 'What kind of document is it?',
  'document.kind.signed_consent': 'Signed consent',
  'document.kind.referral_letter': 'Referral letter',
  'document.kind.wmo_letter': 'Letter or decision of the municipality (Wmo)',
  'document.kind.other': 'Something else',
  'document.kind.authority': 'Proof of authority',
  'document.answer': 'Which answer does it belong to?',
  'document.answer-hint': 'Only for a signed consent.',
  'document.answer-none': 'To no answer',
  'document.name': 'Name',
  'document.name-hint': 'In a few words, for example: decision of 3 November.',
  'document.no-identity-title': 'Never an identity document',
  'document.no-identity':
    'Do not add a copy or photo of a passport, identity card, driving licence or residence document. Who somebody is, you look at; you do not keep it. If there is a citizen service number on a letter, cover it.',
  'document.choose-again': 'Choose the file again: your browser does not keep it. The rest is still there.',
  'document.photo': 'Take a photo',
  'document.photo-hint': 'On a phone this opens the camera.',
  'document.file': 'Or choose a file',
  'document.file-hint': 'PDF, JPEG, PNG or WebP, at most 10 MB.',
  'document.what-happens':
    'Of a photo we keep only what can be seen on it, not where and when it was taken. Remove the photo from your phone afterwards.',
  'document.save': 'Keep the document',
  'document.back': 'Back',
  'document.type': 'Kind of file',
  'document.type.application/pdf': 'PDF',
  'document.type.image/jpeg': 'photo',
  'document.type.image/png': 'picture',
  'document.size': 'Size',
  'document.kilobytes': '{{size}} kB',
  'document.megabytes': '{{size}} MB',
  'document.added': 'added by {{name}}, {{day}}',
  'document.added-by': 'Added by',
  'document.removed': 'taken out by {{name}}, {{day}}: {{reason}}',
  'document.removed-by': 'Taken out by',
  'document.asked-by': 'Asked by',
  'document.state.kept': 'Kept',
  'document.state.removal_asked': 'Somebody asked to take this out',
  'document.state.removed': 'Taken out',
  'document.open': 'Download the document',
  'document.open-hint':
    'It comes as a file on this device. Remove it there when you are done. That you open it stands in the log.',
  'document.attach': 'Belongs to her answer',
  'document.attach-do': 'Note what it belongs to',
  'document.in-file': 'Signed document in the file',
  'document.take-back': 'Take it out again',
  'document.take-back-text':
    'You added it today. Until the end of the day you can take it out yourself. Then it is gone and does not come back.',
  'document.ask-removal': 'Ask to take it out',
  'document.ask-removal-text':
    'What is not of today, somebody else takes out: the privacy officer reads your reason and decides, without seeing what is in it.',
  'document.reason': 'Why?',
  'document.reason.wrong_file': 'It belongs in another file',
  'document.reason.identity_document': 'There is an identity document or citizen service number on it',
  'document.reason.tells_of_others': 'It tells something of somebody else',
  'document.reason.not_needed': 'It is not needed (any more)',
  'document.reason.she_asked': 'She asks for it',
  'document.removals': 'Documents to take out',
  'document.removals-lead':
    'A colleague asks to take a document out of a file. You see why, and not whose it is or what is in it.',
  'document.removals-none': 'Nobody asks anything',
  'document.removal': 'Taking out a document',
  'document.removal-text':
    'If you take it out, what is in it is deleted and does not come back. In backups it is still there for 35 days at most. That there was a document, who added it and why it is gone stays.',
  'document.decision': 'What do you decide?',
  'document.decision.remove': 'Take it out, for good',
  'document.decision.keep': 'It stays',
  'document.decide': 'Save the decision',
  'document.said.added': 'The document has been kept.',
  'document.said.attached': 'Noted with her answer.',
  'document.said.taken-back': 'The document has been taken out.',
  'document.said.asked': 'Asked. Until there is a decision the document stays.',
  'document.said.decided': 'The decision has been saved.',
  'home.removal': 'Take out a document?',
  'home.do.removal': 'Decide',
  'home.others.removal': 'more documents to take out',
  'field.document-no-file': 'Take a photo or choose a file.',
  'field.document-one-file': 'Choose one of the two: a photo or a file.',
  'field.document-consent-of-other-kind': 'Only a signed consent belongs to an answer.',
  'field.document-empty': 'This file is empty. Choose it again.',
  'field.document-too-large':
    'This file is larger than 10 MB. Take a photo of the paper, or save it smaller and choose it again.',
  'field.document-kind-not-taken':
    'This is no PDF, JPEG, PNG or WebP. Take a photo of the paper, or save it as a PDF.',
  'field.document-heic':
    'This is a HEIC photo, which we cannot open. Take the photo here with “Take a photo”, or turn on “Most Compatible” on your iPhone under Settings, Camera, Formats. You can also choose a screenshot of the photo.',
  'field.document-moving-picture': 'This is a moving picture. Choose an ordinary photo.',
  'field.document-too-many-pixels':
    'This picture has too many pixels to open. Take an ordinary photo, or save it smaller.',
  'field.document-damaged':
    'This file is damaged or not complete. Take the photo again, or save the file anew.',
  'field.document-locked':
    'This PDF has a password or a lock, so we cannot look into it. Open it, choose “Print” and then “Save as PDF”, and choose that file.',
  'field.document-does-something':
    'This PDF can do something by itself (a program, a form or an attachment in it). Open it, choose “Print” and then “Save as PDF”, and choose that file.',
  'field.document-unreadable-pdf':
    'We cannot look into all of this PDF. Open it, choose “Print” and then “Save as PDF”, and choose that file.',
  'field.document-virus':
    'The virus scanner stops this file. Do not pass it on; tell whoever looks after your computers.',
  'field.document-too-heavy': 'This file is too heavy to open. Take a photo of the paper.',
  'field.document-nobody-looks':
    'We cannot look at files now. Try again in a few minutes; nothing has been kept.',
  'refusal.document-day-full': 'You added 20 documents today already. Tomorrow you can add more.',
  'refusal.document-too-large': 'This file is larger than 10 MB.',
  'refusal.document-file-full':
    'There is no room left in this file: all documents together are 200 MB at most. Take out what is no longer needed.',
  'refusal.document-file-erased': 'This file has been erased. Nothing can be added to it.',
  'refusal.document-not-now': 'No proof can be put with this request now.',
  'refusal.document-not-from-this-state':
    'That is no longer possible with this document. See how it stands now.',
  'refusal.document-not-today': 'Only who added it today takes it out herself. Ask for it.',
  'refusal.document-other-person': 'You asked this yourself. Somebody else decides whether it goes.',
  'refusal.document-held':
    'This file has to be kept, for a court case for example. As long as that counts, nothing goes out of it.',
}
