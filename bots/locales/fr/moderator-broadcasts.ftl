# Un message à toutes les personnes d’une thématique.
moderator-menu-broadcast = Écrire à tous les participants
moderator-button-broadcast = 📣 Message à tous
moderator-broadcast-ask = 📣 Que voulez-vous dire aux personnes qui participent à « { $theme } » ? Écrivez le message, { $most } caractères au plus.
moderator-broadcast-nobody = Personne ne participe encore à « { $theme } » par le bot : il n’y a pas à qui écrire.
moderator-slip-broadcast-long = Un message a { $most } caractères au plus ; celui-ci en a { $length }. Raccourcissez-le, ou tapez /cancel.
moderator-slip-broadcast-empty = Ce message ne dit rien : il faut quelques mots. Écrivez-le, ou tapez /cancel.
moderator-broadcast-ready = 👆 Voilà ce que chaque personne lira, la première ligne dans sa langue, avec ce bouton : « { $mute } ».
    👥 Destinataires : <b>{ $recipients }</b>
    ⏱ { $minutes ->
        [1] Il faut une minute environ.
       *[other] Il faut { $minutes } minutes environ.
    } Un message parti ne se rattrape pas ; ce qui n’est pas encore parti peut être arrêté.
moderator-broadcast-night = 🌙 Rien ne part entre 21 h et 8 h : l’envoi se fera à partir de 8 h.
moderator-button-broadcast-send = 📣 Envoyer ({ $recipients })
moderator-button-broadcast-leave = Ne pas envoyer
moderator-broadcast-left = D’accord : rien n’est envoyé.
moderator-broadcast-gone = Ce message n’attend plus : recommencez avec /broadcast.
moderator-broadcast-progress = { $state ->
        [going] 📣 <b>{ $theme }</b> : l’envoi est en cours.
        [night] 🌙 <b>{ $theme }</b> : la nuit, rien ne part ; l’envoi reprend à 8 h.
        [stopped] ⏹ <b>{ $theme }</b> : l’envoi est arrêté.
       *[done] ✅ <b>{ $theme }</b> : l’envoi est terminé.
    }
    { $sent } sur { $recipients } envoyés, { $unreachable ->
        [1] une personne injoignable
       *[other] { $unreachable } injoignables
    }{ $failed ->
        [0] {""}
       *[other] , { $failed } sans succès
    }
moderator-button-broadcast-stop = ⏹ Arrêter
moderator-button-broadcast-progress = 🔄 Où en est-on ?
moderator-button-broadcast-new = ✏️ Un autre message
moderator-refused-unknown-broadcast = Ce message n’existe pas. Recommencez avec /broadcast.
