# La file : une carte par contribution.
moderator-card-head = 📥 <b>{ $ref }</b> · { $kind } · { $theme }
moderator-backlog = <i>{ $waiting ->
        [1] Une contribution attend
       *[other] { $waiting } contributions attendent
    }, la plus ancienne depuis { $age }.</i>
age-days = { $count ->
        [1] un jour
       *[other] { $count } jours
    }
age-hours = { $count ->
        [1] une heure
       *[other] { $count } heures
    }
age-minutes = { $count ->
        [1] une minute
       *[other] { $count } minutes
    }
age-moments = quelques instants
moderator-near-item = • <b>{ $ref }</b> { $text }
moderator-which-article = <b>Au titre de quel article de la charte ?</b>
moderator-button-admit = ✅ Publier
moderator-button-refuse = ⛔ Refuser…
moderator-button-merge = 🔗 Rattacher à { $ref }
moderator-button-skip = ⏭ Laisser
moderator-button-undo = ↩️ Annuler (30 s)
moderator-button-next = ➡️ Suivante
moderator-button-take-again = ↩️ La reprendre
moderator-button-all-themes = 📥 Autres thématiques ({ $count })
moderator-decided-admitted = ✅ <b>Publiée.</b>
moderator-decided-refused = ⛔ <b>Refusée</b>, article { $number } : { $title }.
moderator-decided-merged = 🔗 <b>Rattachée à { $into }</b> ; les deux textes sont gardés.
moderator-decided-withdrawn = 🗑 <b>Retirée</b> par son auteur.
moderator-decided-waiting = ⏳ <b>En attente.</b>
moderator-decided-skipped = ⏭ <b>{ $ref }</b> : laissée à un·e collègue ; elle reviendra quand rien d’autre n’attendra.
moderator-queue-empty = 🎉 La file est vide : rien n’attend.
moderator-queue-in-hands = Rien pour vous : { $waiting ->
        [1] la dernière contribution est
       *[other] les { $waiting } dernières contributions sont
    } déjà entre les mains de collègues.
