# Le jour d’un débat : besoins, accueil, présences.
moderator-menu-checkin = Accueillir les gens
moderator-menu-attendance = Combien sont venus
moderator-button-check-in = 🚪 Accueil
moderator-button-attendance = 🔢 Présences
moderator-button-refresh = 🔄 Actualiser
moderator-button-walk-in = ➕ Venu·e sans inscription
moderator-button-walk-in-less = ➖ En retirer une
moderator-button-room-code = 🖼 Code de la salle
moderator-needs = 🤝 Les besoins ({ $count }) :
moderator-need = <code>{ $sign }</code> { $text }
moderator-no-door = Aucun accueil n’est ouvert : les présences se notent du jour d’un débat au lendemain. /signups montre les séances.
moderator-door =
    🚪 <b>{ $ref } · { $title }</b>
    Tapez ici le code que l’on vous montre, l’un après l’autre, ou scannez l’image sur le téléphone.
    Ou bien affichez le code de la salle : <code>{ $code }</code>. Qui l’a le tape { $bot ->
        [none] au bot des habitants
       *[other] à @{ $bot }
    }.
moderator-attendance =
    👥 { $present } présents
    { $came } sur { $signed } personnes ayant une place, { $walkins } sans ; { $absent } absentes
moderator-attendance-of =
    🔢 <b>{ $ref } · { $title }</b>
    🕑 { $when }
moderator-attendance-file = Les nombres, sans personnes.
moderator-arrived = ✅ <code>{ $sign }</code> est là : { $title }. { $present ->
        [1] Une personne présente.
       *[other] { $present } personnes présentes.
    }{ $seat ->
        [yes] {""}
       *[no] {" "}⚠️ En liste d’attente : voyez s’il reste une place.
    }
moderator-arrived-already = <code>{ $sign }</code> est déjà noté : { $title }. { $present ->
        [1] Une personne présente.
       *[other] { $present } personnes présentes.
    }
moderator-sign-unknown = Personne parmi les inscrits d’aujourd’hui n’a le code « { $sign } ». Relisez-le, ou comptez la personne avec ➕ sous /checkin.
moderator-attendance-undone = ↩ <code>{ $sign }</code> n’est plus compté.
moderator-room-code = { $title } : scannez ceci, ou tapez { $code } au bot.
moderator-room-code-later = Le bot des habitants, où mène cette image, ne dit pas son nom pour l’instant : réessayez dans une minute. Le code de la salle vaut déjà : { $code }
moderator-refused-door-closed = L’accueil de « { $title } » n’est pas ouvert : les présences se notent du jour du débat au lendemain.
moderator-refused-not-there = La présence de cette personne à « { $title } » n’est pas notée.
moderator-refused-no-walk-in = Personne n’est compté sans inscription à « { $title } ».
moderator-refused-stranger = Cette personne s’est effacée et ne participe plus : comptez-la avec ➕ sous /checkin.
