# Las cifras de un tema.
moderator-stats = 📊 <b>{ $theme }</b> — { $phase }
moderator-stats-received = Aportaciones recibidas: <b>{ $count }</b>
moderator-stats-state = • { $state }: { $count }
moderator-stats-people = 👥 Participantes: { $people }, votos: { $votes }, apoyos: { $supports }, inscripciones: { $sign_ups }
moderator-stats-oldest = ⏳ La más antigua en espera: { $age }
moderator-stats-chart = { $theme }: aportaciones
moderator-stats-caption = Aportaciones de «{ $theme }» por estado: las cifras son las del mensaje anterior.
moderator-stats-sources = 📍 Por qué enlaces llegó la gente:
moderator-stats-link = • el enlace simple: { $people }
moderator-stats-source = • { $place }: { $people }
moderator-stats-elsewhere = • otros lugares: { $people }
