citizen-mine = <b>Ce que vous avez donné</b> ({ $count })
citizen-mine-none = Vous n’avez encore rien donné. Qu’avez-vous à dire ?
citizen-mine-line =
    <b>{ $ref }</b> · { $state }
    { $text }
citizen-item-received = Reçu le { $when }, dans « { $theme } ».
citizen-item-state = État : { $state }
citizen-item-article =
    <b>Article { $number } de la charte : { $title }</b>
    { $text }
citizen-item-merged = Placé à côté de { $ref }, qui dit la même chose.
citizen-item-attention = { $kind ->
        [opinion] { $votes ->
            [0] Personne n’a encore voté dessus.
            [1] Une personne a voté dessus.
           *[other] { $votes } personnes ont voté dessus.
        }
       *[other] { $supports ->
            [0] Personne ne la soutient encore.
            [1] Une personne la soutient.
           *[other] { $supports } personnes la soutiennent.
        }
    }
citizen-button-withdraw = Retirer
citizen-button-withdraw-yes = Oui, retirer
citizen-withdraw-sure = Retirer { $ref } ? Plus personne ne le verra. On ne peut pas revenir en arrière.
citizen-withdrawn = { $ref } est retiré.
citizen-button-trace = 🔎 Suivre
citizen-trace-which = Quelle contribution voulez-vous suivre ? Écrivez /trace et sa référence, par exemple /trace Q-12.
citizen-trace-unknown = Je ne trouve pas de contribution publique sous cette référence.
citizen-trace-nothing-yet = Elle ne figure pas encore dans un ordre du jour ou une synthèse publiés.
citizen-trace-agenda = → À l’ordre du jour : <b>{ $rank }. { $title }</b> ({ $minutes } min)
citizen-trace-summary = → Citée dans la synthèse : <b>{ $section }</b>
