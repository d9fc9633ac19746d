# Le registre public de la modération.
moderator-menu-record = Le registre public de la modération
moderator-record = ⚖️ <b>Registre de la modération</b> — { $title }
moderator-record-line = • { $name } : <b>{ $count }</b>
moderator-record-few = —
moderator-record-articles = <b>Refus, par article de la charte</b>
moderator-record-untold = • —
moderator-record-appeals = <b>Recours</b>
moderator-outcome-open = en attente
moderator-outcome-upheld = décision maintenue
moderator-outcome-overturned = décision annulée
moderator-record-removals = 🗑 Retraits après publication : <b>{ $count }</b>
moderator-record-times = ⏱ La moitié des décisions en { $median } au plus, neuf sur dix en { $p90 }.
moderator-record-oldest = ⏳ Ce qui attend depuis le plus longtemps est arrivé le { $day }.
moderator-record-small = <i>— : moins de { $smallest } personnes, ou un nombre qui permettrait de le déduire. Ce registre est aussi dans les données ouvertes.</i>
moderator-record-file = Le registre, en tableau (CSV)
