# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> est publiée. Merci : d’autres peuvent maintenant la voir.
notice-refused = <b>{ $ref }</b> n’a pas été retenue, au titre de l’article { $article } de la charte : { $reason }
    Vous pouvez la reformuler et l’envoyer à nouveau.
notice-merged = <b>{ $ref }</b> dit la même chose que <b>{ $into }</b> : les deux sont gardées ensemble.
notice-reconsidered = La décision sur <b>{ $ref }</b> est revue : elle attend à nouveau la modération.
notice-seat-offered = 🪑 Une place s’est libérée pour vous : <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Elle est gardée pour vous jusqu’au { $until }. La prenez-vous ?
notice-seat-expired = ⌛ La place gardée pour vous à <b>{ $title }</b> ({ $session }) n’a pas été prise à temps : d’autres peuvent maintenant l’avoir. Si vous voulez venir, redemandez une place.
notice-session-reminder = ⏰ Vous avez une place : <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    Un empêchement ? Rendez votre place : quelqu’un l’attend peut-être.
notice-session-moved = 📅 <b>{ $title }</b> ({ $session }) change de date :
    🕑 { $when }
    📍 { $place }
    Vous gardez votre place, ou votre rang dans la liste d’attente.
notice-session-cancelled = ❌ <b>{ $title }</b> ({ $session }), prévu le { $when }, est annulé. Nous en sommes désolés.
notice-agenda-item = 📋 L’ordre du jour « { $theme } » est publié. Votre contribution ({ $ref }) y est, au point { $rank } : <b>{ $title }</b>
notice-agenda-published = 📋 L’ordre du jour « { $theme } » est publié. Votre contribution ({ $ref }) n’en est pas un point cette fois ; elle reste dans la synthèse et dans les données ouvertes. L’ordre du jour dit pourquoi.
notice-summary-published = 📝 La synthèse « { $theme } » est publiée. { $cited ->
        [yes] Vos mots y sont cités ({ $ref }).
       *[no] Vos mots ({ $ref }) en font la matière.
    }
notice-publication-requested = Un·e collègue demande de publier { $what ->
        [agenda] l’ordre du jour
       *[summary] la synthèse
    } de « { $theme } ». Relisez, puis confirmez : il faut deux personnes.
button-take-seat = ✅ Je la prends
button-leave-seat = Je la laisse
button-calendar = 📎 Fichier d’agenda
button-give-seat-back = Je ne peux pas venir
button-ask-seat-again = 🪑 Redemander une place
button-see = 👀 Relire
button-see-publication = 👀 Relire et confirmer
button-confirm = ✅ Confirmer la publication
button-open-agenda = 📋 Voir l’ordre du jour
button-open-summary = 📝 Voir la synthèse
notice-objection = ⚖️ Le garant fait une objection sur « { $theme } » : { $text }
