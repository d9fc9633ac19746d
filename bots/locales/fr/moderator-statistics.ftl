# Les chiffres d’une thématique.
moderator-stats = 📊 <b>{ $theme }</b> — { $phase }
moderator-stats-received = Contributions reçues : <b>{ $count }</b>
moderator-stats-state = • { $state } : { $count }
moderator-stats-people = 👥 { $people } participants, { $votes } votes, { $supports } soutiens, { $sign_ups } inscriptions
moderator-stats-oldest = ⏳ La plus ancienne en attente : { $age }
moderator-stats-chart = { $theme } : contributions
moderator-stats-caption = Les contributions de « { $theme } » selon leur état : les chiffres sont ceux du message précédent.
moderator-stats-sources = 📍 Par quels liens les gens sont venus :
moderator-stats-link = • le lien simple : { $people }
moderator-stats-source = • { $place } : { $people }
moderator-stats-elsewhere = • d’autres lieux : { $people }
