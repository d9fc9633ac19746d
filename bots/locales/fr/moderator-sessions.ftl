# Séances et inscriptions.
moderator-session-for = 📅 Une séance pour <b>{ $title }</b>.
moderator-ask-session-title = Quel est son titre ?
moderator-ask-session-when = Quand ? Par exemple <code>2026-12-05 18:30</code> ou <code>05/12/2026 18h30</code> (heure locale).
moderator-ask-session-place = Où ?
moderator-ask-session-capacity = Combien de places ? Choisissez, ou écrivez un nombre.
moderator-ask-session-minutes = Combien de minutes ? Choisissez, ou écrivez un nombre.
moderator-session-capacity-value = { $value }
moderator-session-minutes-value = { $value } min
moderator-session-when = 🕑 { $when }.
moderator-session-planned = ✅ Séance <b>{ $ref }</b> planifiée : <b>{ $title }</b>
    🕑 { $when } ({ $minutes } min)
    📍 { $place }
    🪑 { $capacity ->
        [1] une place
       *[other] { $capacity } places
    }
moderator-button-signups = 👥 Inscriptions
moderator-slip-session-title = Un titre a de { $least } à { $most } caractères ; celui-ci en a { $length }.
moderator-slip-session-place = Un lieu a de { $least } à { $most } caractères ; celui-ci en a { $length }.
moderator-slip-session-when = Je ne comprends pas la date « { $when } ». Écrivez-la ainsi : <code>2026-12-05 18:30</code>
moderator-slip-session-past = « { $when } » est déjà passé. Écrivez une date à venir.
moderator-slip-session-gap = « { $when } » n’existe pas : cette nuit-là, on avance les montres. Choisissez une autre heure.
moderator-slip-session-capacity = Il faut un nombre de places de { $least } à { $most } ; « { $given } » n’en est pas un.
moderator-slip-session-minutes = Il faut une durée de { $least } à { $most } minutes ; « { $given } » n’en est pas une.
moderator-slip-session-parts = Il manque quelque chose, ou il y a trop. Sur une ligne :
    <code>/newsession { $theme } | Titre | 2026-12-05 18:30 | Lieu | 40 | 120</code>
    Les deux derniers (places, minutes) sont facultatifs. Ou bien : <code>/newsession { $theme }</code>, et je demande.
moderator-slip-session-unknown = Je ne connais pas la séance « { $ref } ». Tapez /signups pour la liste.
moderator-no-session = Il n’y a pas encore de séance. En planifier une : /newsession
moderator-no-coming-session = Aucune séance n’est à venir. En planifier une : /newsession
moderator-which-session = Quelle séance ?
moderator-signups = 👥 <b>{ $title }</b> ({ $ref })
    🕑 { $when }
    { $seated } sur { $capacity } places prises, { $waiting } en liste d’attente.
moderator-signups-file = La liste, sans noms : un code par personne, propre à cette séance.
moderator-hour-twice = cette nuit-là, on recule les montres et cette heure vient deux fois : c’est la première
moderator-session-off = ❌ Annulée.
moderator-session-about = 📅 <b>{ $ref } · { $title }</b>
    🕑 { $when }
    { $people ->
        [0] Personne n’est inscrit ni n’attend.
        [1] Une personne est inscrite ou attend.
       *[other] { $people } personnes sont inscrites ou attendent.
    }
moderator-session-moved = ✅ <b>{ $ref } · { $title }</b> est déplacée :
    🕑 { $when }
    { $people ->
        [0] Il n’y avait personne à prévenir.
        [1] Une personne est prévenue.
       *[other] { $people } personnes sont prévenues.
    }
moderator-session-called-off = ❌ <b>{ $ref } · { $title }</b> ({ $when }) est annulée.
    { $people ->
        [0] Il n’y avait personne à prévenir.
        [1] Une personne est prévenue.
       *[other] { $people } personnes sont prévenues.
    }
moderator-session-sure = L’annuler ? On ne peut pas revenir en arrière.
moderator-button-move = 📅 Déplacer
moderator-button-call-off = ❌ Annuler la séance…
moderator-button-call-off-surely = ❌ Oui, annuler la séance
