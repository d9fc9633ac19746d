# I numeri di un tema.
moderator-stats = 📊 <b>{ $theme }</b> — { $phase }
moderator-stats-received = Contributi ricevuti: <b>{ $count }</b>
moderator-stats-state = • { $state }: { $count }
moderator-stats-people = 👥 Partecipanti: { $people }, voti: { $votes }, sostegni: { $supports }, iscrizioni: { $sign_ups }
moderator-stats-oldest = ⏳ Il più vecchio in attesa: { $age }
moderator-stats-chart = { $theme }: contributi
moderator-stats-caption = Contributi di «{ $theme }» per stato: i numeri sono quelli del messaggio precedente.
moderator-stats-sources = 📍 Con quali link sono arrivate le persone:
moderator-stats-link = • il link semplice: { $people }
moderator-stats-source = • { $place }: { $people }
moderator-stats-elsewhere = • altri luoghi: { $people }
