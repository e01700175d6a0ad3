export const nl = {
  'own-referrals.title': 'Mijn aanmeldingen',
  'own-referrals.lead':
    'U ziet of iemand begonnen is. Meer delen we niet, en begin en einde alleen als zij dat goed vindt.',
  'own-referrals.refer': 'Meld iemand aan',
  'own-referrals.empty': 'U heeft nog niemand aangemeld.',
  'own-referrals.reference': 'Kenmerk',
  'own-referrals.status.received': 'Ontvangen',
  'own-referrals.status.in_progress': 'In behandeling',
  'own-referrals.status.started': 'Begonnen',
  'own-referrals.status.ended': 'Afgerond',
  'own-referrals.status.other_offer': 'Ander aanbod',
} as const

export const en: Record<keyof typeof nl, string> = {
  'own-referrals.title': 'My referrals',
  'own-referrals.lead':
    'You see whether someone has started. We share no more, and start and end only if she agrees.',
  'own-referrals.refer': 'Refer someone',
  'own-referrals.empty': 'You have not referred anyone yet.',
  'own-referrals.reference': 'Reference',
  'own-referrals.status.received': 'Received',
  'own-referrals.status.in_progress': 'In progress',
  'own-referrals.status.started': 'Started',
  'own-referrals.status.ended': 'Ended',
  'own-referrals.status.other_offer': 'Another offer',
}
