# What people are told about what became of their words.
notice-admitted = ✅ <b>{ $ref }</b> est publiée. Merci : d’autres peuvent maintenant la voir.
notice-refused = <b>{ $ref }</b> n’a pas été retenue, au titre de l’article { $article } de la charte : { $reason }
    Vous pouvez la reformuler et l’envoyer à nouveau.
notice-merged = <b>{ $ref }</b> dit la même chose que <b>{ $into }</b> : les deux sont gardées ensemble.
notice-reconsidered = La décision sur <b>{ $ref }</b> est revue : elle attend à nouveau la modération.
notice-seat-offered = 🪑 Une place s’est libérée pour vous : <b>{ $title }</b> ({ $session })
    🕑 { $when }
    📍 { $place }
    La prenez-vous ?
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
button-see = 👀 Relire
button-confirm = ✅ Confirmer la publication
button-open-agenda = 📋 Voir l’ordre du jour
button-open-summary = 📝 Voir la synthèse
