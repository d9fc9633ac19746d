# Chi non può più scrivere, votare né sostenere.
moderator-menu-ban = Escludere chi ha scritto un contributo
moderator-menu-unban = Lasciarlo partecipare di nuovo
moderator-ask-ban = Chi ha scritto quale contributo non deve più poter scrivere, votare né sostenere? Scrivi il riferimento, per esempio <code>Q-12</code>.
moderator-ask-unban = Chi ha scritto quale contributo deve poter partecipare di nuovo? Scrivi il riferimento, per esempio <code>Q-12</code>.
moderator-ban-unknown = Non conosco un contributo «{ $ref }». Scrivi il riferimento, per esempio <code>Q-12</code>, oppure digita /cancel.
moderator-banned = ⛔ Chi ha scritto <b>{ $ref }</b> non può più scrivere, votare né sostenere. Ciò che è pubblicato resta, e nessuno viene a sapere chi è.
moderator-unbanned = ✅ Chi ha scritto <b>{ $ref }</b> può scrivere, votare e sostenere.
moderator-button-unban = ↩️ Lasciare partecipare di nuovo
