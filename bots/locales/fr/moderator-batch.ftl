# Plusieurs à la fois : ce qui n’a aucun indice.
moderator-button-several = 🧺 Plusieurs à la fois
moderator-batch = 🧺 <b>{ $clean ->
        [1] Une contribution sans aucun indice
       *[other] { $clean } contributions sans aucun indice
    }</b> (ni donnée personnelle, ni grossièreté, ni doublon){ $shown ->
        [1] , une ici.
       *[other] , { $shown } ici.
    } Elles sont à vous pendant dix minutes.
moderator-batch-line = <b>{ $ref }</b> · { $kind }
    { $text }
moderator-button-batch-admit = { $count ->
        [1] ✅ La publier
       *[other] ✅ Publier ces { $count }
    }
moderator-button-one-by-one = 📥 Une à une
moderator-batch-none = Rien qui puisse se publier d’un geste : le reste demande à être lu un à un.
moderator-batch-gone = Cette liste n’est plus entre vos mains : demandez-en une nouvelle.
moderator-batch-admitted = { $count ->
        [0] Rien n’a été publié : des collègues ont été plus rapides.
        [1] ✅ <b>Une contribution publiée</b> : { $refs }
       *[other] ✅ <b>{ $count } contributions publiées</b> : { $refs }
    }
moderator-button-batch-undo = ↩️ Tout annuler (30 s)
moderator-batch-undone = ↩️ { $count ->
        [1] Une contribution attend
       *[other] { $count } contributions attendent
    } à nouveau : { $refs }
moderator-batch-too-late = Les 30 secondes sont passées : les auteurs connaissent la décision.
