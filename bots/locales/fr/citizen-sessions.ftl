citizen-sessions = <b>Les prochains débats</b>
citizen-sessions-none = Aucun débat n’est prévu en ce moment.
citizen-session =
    <b>{ $ref } · { $title }</b>
    📅 { $when } ({ $minutes } min)
    📍 { $place }
citizen-seats = { $free ->
        [0] Complet. { $waiting ->
            [0] Vous seriez en tête de la liste d’attente.
            [1] Une personne attend.
           *[other] { $waiting } personnes attendent.
        }
        [1] Il reste une place.
       *[other] Il reste { $free } places.
    }
citizen-seat-seated = ✅ Vous avez une place.
citizen-seat-waiting = ⏳ Vous êtes au rang { $position } de la liste d’attente.
citizen-seat-offered = 🎟 Une place vous est gardée : prenez-la ou laissez-la, s’il vous plaît.
citizen-seat-released = C’est fait : vous n’êtes plus sur la liste.
citizen-session-cancelled = ❌ Ce débat est annulé.
citizen-button-take-seat = ✅ M’inscrire
citizen-button-accept-seat = ✅ Prendre la place
citizen-button-leave-seat = Rendre ma place
citizen-button-leave-line = Quitter la liste d’attente
citizen-button-calendar = 📎 Fichier d’agenda
citizen-calendar-caption = { $title } : pour votre agenda
