# Thématiques et phases.
moderator-themes = <b>Thématiques</b>
moderator-theme-line = • <b>{ $title }</b> (<code>{ $slug }</code>) — { $phase }{ $waiting ->
        [0] {""}
       *[other] , 📥 { $waiting } en attente
    }
moderator-no-theme = Il n’y a pas encore de thématique. Créez la première !
moderator-which-theme = Quelle thématique ?
moderator-button-new-theme = ➕ Nouvelle thématique
moderator-button-phase = 🚦 Phase
moderator-button-session = 📅 Nouvelle séance
moderator-button-stats = 📊 Chiffres
moderator-button-open = ▶️ Ouvrir : recueillir la parole
moderator-button-announce = 📣 Annoncer seulement
moderator-ask-title = Quel est le titre de la nouvelle thématique ? Écrivez-le.
moderator-slip-title = Un titre a de 3 à 120 caractères ; celui-ci en a { $length }. Écrivez-en un autre.
moderator-theme-drafted = ✅ « <b>{ $title }</b> » est créée. Son nom court : <code>{ $slug }</code>
    C’est un brouillon : les citoyens ne la voient pas encore.
moderator-which-phase = <b>{ $title }</b> est en phase « { $phase } ». Vers quelle phase ?
    À une date plutôt que maintenant : <code>/phase { $slug } deliberating 2026-12-05 18:00</code>
moderator-theme-moved = ✅ <b>{ $title }</b> est maintenant en phase « { $phase } ».
moderator-theme-moved-on = La thématique a changé de phase entre-temps : voici où elle en est.
moderator-slip-phase = « { $phase } » n’est pas une phase. Les phases : { $phases }
moderator-theme-until = ⏳ Prévu : « { $phase } », { $when }
moderator-phase-planned = ⏳ C’est noté : passage en phase « { $phase } », { $when }. Les citoyens voient cette date dès maintenant.
moderator-phase-dropped = Le passage prévu (« { $phase } », { $when }) n’aura pas lieu.
moderator-button-unplan = ✖️ Renoncer au passage prévu
